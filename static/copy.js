// Copies a value to type over elsewhere, and leaves it selected. Without this script it stands there to be selected.
// By selection: the clipboard of scripts is closed to every page (Permissions-Policy).
(() => {
	const root = document;
	const buttons = root.querySelectorAll('[data-copy]');
	if (!buttons[0]) return;
	const said = root.createElement('p');
	said.className = 'inb-hidden';
	said.role = 'status';
	root.body.append(said);
	for (const button of buttons) {
		const words = button.querySelector('span');
		const before = words.textContent;
		button.hidden = false;
		button.addEventListener('click', () => {
			const { copy, done } = button.dataset;
			getSelection().selectAllChildren(button.previousElementSibling);
			const give = (event) => {
				event.clipboardData.setData('text/plain', copy);
				event.preventDefault();
			};
			root.addEventListener('copy', give, { once: true });
			const isCopied = root.execCommand('copy');
			root.removeEventListener('copy', give);
			if (!isCopied) return;
			words.textContent = done;
			said.textContent = `${done}: ${copy}`;
			setTimeout(() => (words.textContent = before), 3000);
		});
	}
})();
