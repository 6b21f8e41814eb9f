// Puts what was typed too late back into its form, where the fields are as they were (SES-11). Without it, it stands there to
// be read and copied.
(() => {
	const addressOf = ({ action }) => {
		const { pathname, search } = new URL(action);
		return pathname + search;
	};
	const isOf = (form, fields) =>
		[...form.elements].every(
			({ type, name, value }) =>
				type !== 'hidden' || ['formKey', 'version'].includes(name) || !fields.has(name) || fields.get(name).includes(value)
		);

	for (const draft of document.querySelectorAll('[data-typed]')) {
		const fields = new Map();
		for (const { value, textContent } of draft.children) fields.set(value, [...(fields.get(value) ?? []), textContent]);
		const form = [...document.forms].find(
			(one) => one.method === 'post' && addressOf(one) === draft.dataset.typed && isOf(one, fields)
		);
		for (const field of form?.elements ?? []) {
			const values = fields.get(field.name);
			if (!values) continue;
			if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
			else if (field.name === 'version') field.value = values[0];
			else if (field.localName === 'select') {
				for (const option of field.options) option.selected = values.includes(option.value);
			} else if (field.type !== 'hidden' && field.value === field.defaultValue) field.value = values.shift() ?? field.value;
		}
	}
})();
