import { z } from 'zod';
import { cursusInbegrepen } from '#lib/domain/vocabulary.ts';
import { courseChecks, courseShape } from '#lib/server/web/course-fields.ts';
import { choices, formKey, optional, version } from '#lib/server/web/form.ts';

/** The fields of a file, and what the form needs besides. */
export const courseForm = z
	.object({
		...courseShape,
		inbegrepen: choices(cursusInbegrepen),
		version: optional(version),
		formKey: optional(formKey)
	})
	.superRefine(courseChecks);
export const many = ['inbegrepen'];
