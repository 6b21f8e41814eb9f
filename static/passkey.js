// Asks the device for what the page wants signed and sends the answer. Without it the page says what else there is.
(() => {
	const form = document.querySelector('[data-passkey]');
	if (!form || !window.PublicKeyCredential) return;
	const part = (name) => form.querySelector(`[data-part=${name}]`);
	// Not the JSON forms of the browser: phones of before 2025 have none, and both ways together are longer.
	const bytes = (text) =>
		Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
	const text = (buffer) =>
		btoa(String.fromCharCode(...new Uint8Array(buffer)))
			.replace(/\+/g, '-')
			.replace(/\//g, '_')
			.replace(/=/g, '');

	const ask = JSON.parse(form.dataset.passkey);
	for (const key of [ask.user, ...(ask.excludeCredentials || [])]) if (key) key.id = bytes(key.id);
	ask.challenge = bytes(ask.challenge);

	let isBusy = false;
	const run = async () => {
		if (isBusy) return;
		isBusy = true;
		part('failed').hidden = true;
		try {
			const { id, type, response } = await navigator.credentials[ask.user ? 'create' : 'get']({
				publicKey: ask
			});
			const names = ask.user
				? ['clientDataJSON', 'attestationObject']
				: ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'];
			const answer = Object.fromEntries(names.map((name) => [name, text(response[name] || [])]));
			if (ask.user) answer.transports = response.getTransports ? response.getTransports() : [];
			form.antwoord.value = JSON.stringify({ id, rawId: id, type, response: answer });
			form.submit();
		} catch {
			// Also where a browser wants to be touched first: the button does that.
			part('failed').hidden = false;
			isBusy = false;
		}
	};
	part('none').hidden = true;
	part('asks').hidden = part('again').hidden = false;
	part('again').addEventListener('click', run);
	run();
})();
