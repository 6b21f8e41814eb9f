// Copies a value to type over elsewhere. Without it the value stands there as text, to be selected.
(() => {
	const { clipboard } = navigator;
	const buttons = document.querySelectorAll('[data-copy]');
	if (!clipboard || !buttons[0]) return;
	const said = document.createElement('p');
	said.className = 'inb-hidden';
	said.role = 'status';
	document.body.append(said);
	for (const button of buttons) {
		const words = button.querySelector('span');
		const before = words.textContent;
		button.hidden = false;
		button.addEventListener('click', async () => {
			const { copy, done } = button.dataset;
			try {
				await clipboard.writeText(copy);
			} catch {
				return;
			}
			words.textContent = done;
			said.textContent = `${done}: ${copy}`;
			setTimeout(() => (words.textContent = before), 3000);
		});
	}
})();
