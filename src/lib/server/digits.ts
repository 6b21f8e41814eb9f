/** Digits of any script that people type are read as Latin ones (IN-10). */
export const latinDigits = (value: string): string =>
	value
		.replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660))
		.replace(/[\u06F0-\u06F9]/g, (d) => String(d.charCodeAt(0) - 0x06f0));
