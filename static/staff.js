// Keys for staff (docs/signalen.md). Adds to pages that already work; not loaded when somebody switched keys off.
(() => {
	const root = document;
	const rows = () => [...root.querySelectorAll('[data-row]')];
	const current = () => root.activeElement?.closest('[data-row]');
	const focus = (row) => row?.querySelector('a')?.focus();

	function move(step) {
		const all = rows();
		const at = all.indexOf(current());
		focus(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]);
	}

	const keys = {
		j: () => move(1),
		k: () => move(-1),
		s() {
			const row = current() ?? rows()[0];
			const reason = root.activeElement?.closest('li:not([data-row])');
			((row?.contains(reason) && reason.querySelector('[data-snooze]')) || row?.querySelector('[data-snooze]'))?.click();
		},
		'/'() {
			const field = root.querySelector('[type="search"]');
			field?.focus();
			field?.select();
		},
		'?'() {
			const list = root.querySelector('[data-keys]');
			if (list?.open) list.close();
			else list?.showModal();
		}
	};

	root.addEventListener('keydown', (event) => {
		const { target, key } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !Object.hasOwn(keys, key)) return;
		// Never while somebody types, or behind an open dialog.
		if (target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]')) return;
		if (key !== '?' && root.querySelector('dialog[open]')) return;
		event.preventDefault();
		keys[key]();
	});

	// Coming back to the list: on the person where somebody left it.
	root.addEventListener('focusin', () => {
		const row = current();
		if (row?.id) history.replaceState(history.state, '', `#${row.id}`);
	});
	addEventListener('pageshow', () => {
		const row = location.hash && root.getElementById(location.hash.slice(1));
		if (row && 'row' in row.dataset) focus(row);
		else root.querySelector('form[data-first] input:not([type="hidden"])')?.focus();
	});
})();
