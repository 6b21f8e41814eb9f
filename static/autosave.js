// Saves a draft while somebody types. Without it the save button does the same.
(() => {
	const form = document.querySelector('[data-autosave]')?.closest('form');
	if (!form) return;
	const status = form.querySelector('[data-autosave]');
	const version = form.elements.namedItem('version');
	const content = () => {
		const data = new URLSearchParams(new FormData(form));
		data.delete('version');
		return data.toString();
	};
	let saved = content();
	let busy = false;
	let timer;

	const say = (name) => {
		const now = new Date();
		const time = [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
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

	const save = async () => {
		const now = content();
		if (busy || form.ariaBusy || now === saved) return;
		busy = true;
		try {
			const answer = await (await send(false)).json();
			if (answer.type === 'redirect' && !/\/aanmelden/.test(answer.location)) {
				// The server counts one up for every save.
				version.value = Number(version.value) + 1;
				saved = now;
				say('saved');
			} else if (answer.status === 409) form.requestSubmit();
			else say(answer.type === 'failure' ? 'wrong' : 'out');
		} catch {
			say(navigator.onLine ? 'out' : 'offline');
		}
		busy = false;
		if (content() !== now) later();
	};
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(save, 1500);
	};
	form.addEventListener('input', later);
	form.addEventListener('submit', () => clearTimeout(timer));
	addEventListener('online', save);
	// Leaving or reloading before the pause is over: what was typed goes along.
	addEventListener('pagehide', () => {
		if (!busy && !form.ariaBusy && content() !== saved) send(true);
	});
})();
