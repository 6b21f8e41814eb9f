// Adds to pages that already work: without it nothing is missing.
(() => {
	const root = document;

	// Not disabled: a disabled button is not sent and says nothing to a screen reader.
	root.addEventListener('submit', (event) => {
		const form = event.target;
		if (form.method !== 'post') return;
		if (form.ariaBusy) event.preventDefault();
		else {
			form.ariaBusy = 'true';
			// A form that answers with a file leaves the page standing.
			setTimeout(() => (form.ariaBusy = null), 8000);
		}
	});
	addEventListener('pageshow', () => {
		for (const form of root.forms) form.ariaBusy = null;
	});

	const banner = root.querySelector('[data-offline]');
	const show = () => banner && (banner.hidden = navigator.onLine);
	addEventListener('online', show);
	addEventListener('offline', show);
	show();

	// 'I am still here' in place. Without this script it goes on in another tab.
	const idle = root.querySelector('.inb-idle');
	idle?.addEventListener('submit', async (event) => {
		event.preventDefault();
		const { url } = await fetch(idle.action, { method: 'POST', body: new URLSearchParams() }).catch(() => ({}));
		idle.ariaBusy = null;
		if (!/verder/.test(url)) return idle.submit();
		// Away and back: its time begins anew.
		idle.hidden = true;
		void idle.offsetWidth;
		idle.hidden = false;
	});

	// One menu at a time: a tap elsewhere or Escape closes the language list.
	const close = (event) => {
		for (const menu of root.querySelectorAll('.inb-lang[open]'))
			if (event.key === 'Escape' || (!event.key && !menu.contains(event.target))) menu.open = false;
	};
	root.addEventListener('click', close);
	root.addEventListener('keydown', close);

	// Hidden without this script, because it could do nothing.
	for (const button of root.querySelectorAll('[data-print]')) {
		button.hidden = false;
		button.addEventListener('click', () => print());
	}

	// The code of a letter stands behind the `#` of its QR code: into the field, and out of the address and the history.
	const code = root.querySelector('[data-hash]');
	if (code && location.hash) {
		code.value ||= location.hash.slice(1, 60);
		history.replaceState(null, '', location.pathname);
	}

	// Reads a text aloud where the device has a voice for its language. Some find their voices late.
	const speech = window.speechSynthesis;
	const buttons = () => root.querySelectorAll('[data-listen]');
	const textOf = ({ dataset: { listen }, parentElement: row }) => {
		if (listen === 'nl') return row.closest(':has([lang=nl])')?.querySelector('[lang=nl]');
		return listen ? root.querySelector(listen) : row.querySelector('[lang]:not([lang=nl])') || row;
	};
	const voicesOf = (text) => {
		const lang = text?.closest('[lang]').lang.split('-')[0];
		// A Cantonese voice does not speak the Chinese of the page.
		const speaks = (voice) => voice.lang.split(/[-_]/)[0] === lang && !/HK/.test(voice.lang);
		return speech.getVoices().filter(speaks);
	};
	const offer = () => {
		for (const button of buttons()) button.hidden = !voicesOf(textOf(button))[0];
	};
	if (speech && buttons()[0]) {
		speech.onvoiceschanged = offer;
		offer();
		root.addEventListener('click', async ({ target }) => {
			const button = target.closest('[data-listen]');
			if (!button) return;
			// Some devices speak only after a first word within the tap itself.
			speech.speak(new SpeechSynthesisUtterance(''));
			(await import('/speak.js')).listen(button, textOf(button), voicesOf);
		});
	}
})();
