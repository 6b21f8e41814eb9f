import { z } from 'zod';
import { formKey, idField, line, lines, optional, version } from '#lib/server/web/form.ts';
import { zinFields } from '#lib/server/web/zinnen.ts';

export const zinKinds = ['advies'] as const;
export const many = ['cursus'];
/** `teken`: the button that signs. `nog`: one more course, from the whole catalogue. */
export const adviceSchema = z.object({
	version,
	formKey,
	cursus: z.preprocess((value) => (value === '' ? [] : [value].flat()), z.array(idField).max(12)),
	nog: optional(idField),
	...zinFields,
	tekst: lines(1000),
	teken: line(1)
});
