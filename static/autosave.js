// Saves a draft while somebody types. Without it the save button does the same.
(() => {
	const form = document.querySelector('[data-autosave]')?.closest('form');
	if (!form) return;
	const status = form.querySelector('[data-autosave]');
	const version = form.elements.namedItem('version');
	const content = () => {
		const data = new URLSearchParams(new FormData(form));
		for (const name of ['version', 'formKey']) data.delete(name);
		return data.toString();
	};
	// A page that shows again what was typed (a phrase more, another language) is not saved yet.
	let saved = status.dataset.autosave ? '' : content();
	let running = Promise.resolve(true);
	let isLeaving = false;
	let outcome, next, timer;

	const say = (name) => {
		const now = new Date();
		const time = [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
		outcome = name;
		status.textContent = status.dataset[name].replace('%', time);
		status.hidden = false;
	};
	const send = (keepalive) =>
		fetch(form.action, {
			method: 'POST',
			keepalive,
			body: new URLSearchParams(new FormData(form)),
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
	// The page that the form makes: what is wrong in it, or the text of a colleague beside this one.
	const show = (submitter) => {
		isLeaving = true;
		form.requestSubmit(submitter);
	};
	const isHere = ({ pathname }) => pathname === location.pathname;
	const go = (to) => {
		isLeaving = true;
		location.href = to.href;
		if (isHere(to)) location.reload();
	};

	const attempt = async () => {
		const now = content();
		if (isLeaving || now === saved) return true;
		try {
			const answer = await (await send(false)).json();
			if (answer.type === 'redirect' && !/\/aanmelden/.test(answer.location)) {
				// The server counts one up for every save.
				version.value = Number(version.value) + 1;
				saved = now;
				next = new URL(answer.location, location.href);
				say('saved');
				const { made } = status.dataset;
				if (made) {
					// From now on it is the form of what it made.
					history.replaceState(null, '', made.replace('%', next.hash.replace('#afspraak-', '')));
					form.elements.namedItem('formKey').value = '';
					delete status.dataset.made;
				}
				if (content() !== now) later();
				return true;
			}
			if (answer.status === 409) show();
			else say(answer.type === 'failure' ? 'wrong' : 'out');
		} catch {
			say(navigator.onLine ? 'out' : 'offline');
		}
		return false;
	};
	// One after the other: two with the same version would be in each other's way.
	const save = () => (running = running.then(attempt));
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(async () => {
			// A form that leads to itself has other fields now: those of another route.
			if ((await save()) && next && isHere(next)) go(next);
		}, 1500);
	};
	if (content() !== saved) later();
	form.addEventListener('input', later);
	addEventListener('online', save);
	addEventListener('pageshow', () => (isLeaving = false));

	form.addEventListener('submit', async (event) => {
		clearTimeout(timer);
		if (isLeaving) return;
		const { submitter } = event;
		event.preventDefault();
		event.stopPropagation();
		await running;
		// A button with a meaning of its own is for the server.
		const isDone = submitter?.name || content() === saved;
		if (!isDone && (await save())) go(next);
		else if (!isLeaving && (isDone || outcome === 'wrong')) show(submitter);
	});
	document.addEventListener('click', async (event) => {
		const link = event.target.closest('a[href]');
		if (!link || isHere(link) || event.ctrlKey || event.metaKey || event.shiftKey || content() === saved) return;
		event.preventDefault();
		await save();
		if (!isLeaving) location.href = link.href;
	});
	// What could not be saved is not left without a question; what was not yet, goes along.
	addEventListener('beforeunload', (event) => {
		if (isLeaving || content() === saved) return;
		if (outcome && outcome !== 'saved') event.preventDefault();
		else send(true);
	});
})();
