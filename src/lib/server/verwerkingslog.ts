import type { Verwerking } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './db/database.ts';
import { insertVerwerkingen, listVerwerkingen } from './db/verwerkingslog.ts';
import { encrypt, keyedHash, sha256 } from './secrets.ts';

/** What an action of the audit log is done for, by its noun; undefined: it concerns no inburgeraar. */
const purposes: Record<string, Verwerking | undefined> = {
	...{ dossier: 'begeleiding', lijst: 'begeleiding', contact: 'begeleiding', signaal: 'begeleiding' },
	...{ gegevens: 'begeleiding', handhaving: 'begeleiding', traject: 'plan', besluit: 'plan' },
	...{ pip: 'plan', pip_afspraak: 'plan', activity: 'plan', route: 'plan' },
	...{ afspraak: 'afspraken', afspraakgroep: 'afspraken', agenda: 'afspraken' },
	...{ uren: 'uren', resultaat: 'resultaten', vraag: 'vragen', cursus: 'cursussen' },
	...{ cursuslijst: 'cursussen', cursusadvies: 'cursussen', cursuskeuze: 'cursussen' },
	...{ overdracht: 'overdracht', overplaatsing: 'overdracht', duo: 'duo', overzicht: 'cijfers' },
	...{
		session: 'toegang',
		device: 'toegang',
		brief: 'toegang',
		preference: 'toegang',
		account: 'toegang',
		email: 'toegang'
	}
};
/** Nouns of the audit log that are about the work of staff or the settings of a municipality. */
export const withoutSubject = ['beleid', 'thema', 'clip', 'zin', 'filter', 'partner', 'pip_template', 'catalogus', 'controle', 'bewaring', 'toegang']; // prettier-ignore
export const purposeOf = (action: string): Verwerking | undefined => purposes[action.split('.')[0] ?? ''];

/** Actions that only look. */
const isReading = (action: string) => /\.(?:read|open|export|break_glass)$/.test(action);

/** Finds the lines of a person without naming anybody. */
export const subjectKeyOf = (personId: string): string => keyedHash('verwerkingslog', personId);

/** One line for each person whom an operation concerns, in the transaction of the operation itself (AUD-03). */
export async function recordVerwerkingen(
	tx: Writer,
	operation: { operationId: string; action: string; subjectIds: readonly string[] },
	now: Temporal.Instant
): Promise<void> {
	const { operationId, action } = operation;
	const verwerking = purposeOf(action);
	if (!verwerking) return;
	const rows = [...new Set(operation.subjectIds)].map((id) => ({
		...{ subjectKey: subjectKeyOf(id), subject: encrypt('verwerkingslog', id) },
		...{ operationId, verwerking, isRead: isReading(action), at: now }
	}));
	await insertVerwerkingen(tx, rows);
}

/** A line under the field names of the standard Logboek dataverwerkingen; a person is a pseudonym. */
export interface LoggedProcessing {
	/** 32 hex digits: the operation, as in the audit log. */
	trace_id: string;
	/** 16 hex digits: this line. */
	span_id: string;
	name: 'data.read' | 'data.write';
	status: 'Ok';
	/** Milliseconds since 1970. */
	start_time: number;
	end_time: number;
	attributes: {
		'dpl.core.processing_activity_id': string;
		'dpl.core.data_subject_id': string;
		'dpl.core.data_subject_id_type': 'pseudonym';
	};
}

/** @param origin where the register of processing activities can be read: `<origin>/privacy` */
export async function exportVerwerkingen(
	tx: Reader,
	origin: string,
	from: Temporal.Instant,
	until: Temporal.Instant
): Promise<LoggedProcessing[]> {
	const rows = await listVerwerkingen(tx, from, until);
	return rows.map(({ operationId, subjectKey, verwerking, isRead, at }) => ({
		trace_id: operationId.replaceAll('-', ''),
		span_id: Buffer.from(sha256(operationId + subjectKey), 'base64url')
			.toString('hex')
			.slice(0, 16),
		name: isRead ? 'data.read' : 'data.write',
		status: 'Ok',
		start_time: at.epochMilliseconds,
		end_time: at.epochMilliseconds,
		attributes: {
			'dpl.core.processing_activity_id': `${origin}/privacy#${verwerking}`,
			'dpl.core.data_subject_id': subjectKey,
			'dpl.core.data_subject_id_type': 'pseudonym'
		}
	}));
}
