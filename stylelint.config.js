/** @type {import('stylelint').Config} */
export default {
	plugins: ['stylelint-plugin-logical-css'],
	rules: {
		'logical-css/require-logical-properties': true,
		'logical-css/require-logical-keywords': true,
		'declaration-no-important': true,
		'color-no-invalid-hex': true,
		'function-url-scheme-disallowed-list': ['data', 'http', 'https', '//'],
		'block-no-empty': true,
		'no-duplicate-selectors': true,
		'declaration-block-no-duplicate-properties': true
	}
};
