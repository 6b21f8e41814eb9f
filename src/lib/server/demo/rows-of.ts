import { trajectSlots } from '#lib/domain/trajectSlots.ts';
import { fold } from '../fold.ts';
import { newToken, sha256 } from '../secrets.ts';
import type { Calendar, Dag } from './calendar.ts';
import { demoId, personaIds, personId } from './ids.ts';
import type { Event, Life, Pip } from './life.ts';
import { gemeenteIds } from './places.ts';
import { addAppointments } from './rows-of-appointments.ts';
import { addCourses } from './rows-of-hours.ts';
import { addQuestions } from './rows-of-questions.ts';
import { noRows, type Rows } from './rows.ts';

/** All rows of one life. */
export function rowsOf(life: Life, days: Calendar): Rows {
	const rows = noRows();
	addPerson(rows, life, days);
	addEvents(rows, life, days);
	addPips(rows, life, days);
	addStates(rows, life, days);
	addCourses(rows, life, days);
	addExams(rows, life, days);
	addAppointments(rows, life, days);
	addQuestions(rows, life, days);
	return rows;
}

function addPerson(rows: Rows, life: Life, days: Calendar): void {
	const { key, person } = life;
	const id = personId(key);
	rows.people.push({
		id,
		gemeenteId: gemeenteIds[life.gemeente],
		role: 'inburgeraar',
		name: person.name,
		nameFolded: fold(person.name),
		phone: person.phone,
		locale: person.locale,
		hasLargeText: person.hasLargeText ?? false,
		isDemo: true,
		demoKey: life.isPersona ? key : null,
		createdAt: days.past(person.createdOn, '09:15')
	});
	const { groep, verblijfsvergunning, bekendmakingVerblijfsrecht, tolktaal, tolkDialect } = life;
	rows.inburgeraren.push({
		inburgeraarId: id,
		geboortedatum: person.born,
		groep,
		verblijfsvergunning,
		bekendmakingVerblijfsrecht,
		tolktaal,
		tolkDialect,
		pipVersie: published(life).length
	});
	const { eerder } = life;
	if (eerder)
		rows.caseload.push({
			inburgeraarId: id,
			id: demoId(key, 'caseload', 'eerder'),
			consulentId: personaIds[eerder.consulent],
			vanaf: eerder.vanaf,
			tot: eerder.tot
		});
	rows.caseload.push({
		inburgeraarId: id,
		id: demoId(key, 'caseload'),
		consulentId: personaIds[life.consulent],
		vanaf: life.sinds,
		lastOpenedAt: lastOpened(life, days)
	});
	if (life.lastSeen)
		rows.devices.push({
			id: demoId(key, 'device'),
			personId: id,
			tokenHash: sha256(newToken()),
			kind: 'telefoon',
			createdAt: days.past(person.createdOn, '10:00'),
			lastUsedAt: days.past(life.lastSeen, '20:05')
		});
}

/** When the consultant last looked; always the same for the same person, after the guidance began. */
function lastOpened({ key, lastOpened: day, sinds, eerder }: Life, days: Calendar): Temporal.Instant | null {
	// Whoever came from a colleague was not looked at yet.
	if (day === null || (eerder && day === undefined)) return null;
	const n = [...key].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0) * 7, 0) % 40;
	const looked = day ?? days.ago({ days: 1 + n });
	return days.past(Temporal.PlainDate.compare(looked, sinds) < 0 ? sinds : looked, '09:20');
}

const published = (life: Life): Pip[] => life.pips.filter((pip) => pip.dagtekening);

/** Who guided the person on that day. */
export function consulentOn(life: Life, day: Dag) {
	const { eerder } = life;
	return eerder && Temporal.PlainDate.compare(day, eerder.tot) <= 0 ? eerder.consulent : life.consulent;
}

function addEvents(rows: Rows, life: Life, days: Calendar): void {
	const id = (event: Event) => demoId(life.key, 'event', life.events.indexOf(event));
	for (const event of life.events) {
		const { decidedBy, grondslag } = trajectSlots[event.kind];
		const recordedBy = event.recordedBy ?? consulentOn(life, event.day);
		rows.trajectEvents.push({
			inburgeraarId: personId(life.key),
			id: id(event),
			kind: event.kind,
			day: event.day,
			decidedBy: event.by ?? decidedBy,
			grondslag,
			slots: event.slots,
			replacesId: event.replaces ? id(event.replaces) : null,
			recordedBy: personaIds[recordedBy],
			// A letter of DUO takes some days to arrive.
			recordedAt: days.past(event.day.add({ days: decidedBy === 'duo' ? 4 : 0 }), '16:20')
		});
	}
}

function addPips(rows: Rows, life: Life, days: Calendar): void {
	const inburgeraarId = personId(life.key);
	for (const [n, pip] of life.pips.entries()) {
		const { dagtekening, reden, by, afspraken, seen, ...fields } = pip;
		const versie = n + 1;
		const author = by ?? consulentOn(life, dagtekening ?? days.today);
		rows.pips.push({
			inburgeraarId,
			versie,
			dagtekening,
			bekendmaking: dagtekening,
			redenWijziging: reden ?? (dagtekening && n === 0 ? 'eerste_pip' : undefined),
			contactpersoonId: personaIds[author],
			createdBy: personaIds[author],
			createdAt: days.past(dagtekening ?? days.ago({ days: 1 }), '15:10'),
			...fields
		});
		for (const [position, agreement] of afspraken.entries())
			rows.pipAfspraken.push({
				...agreement,
				id: demoId(life.key, 'afspraak', agreement.id),
				inburgeraarId,
				versie,
				position
			});
		if (!seen) continue;
		const seenAt = days.past(seen.day, '19:40');
		rows.pipReads.push({
			inburgeraarId,
			versie,
			seenAt,
			understood: seen.understood,
			understoodAt: seen.understood ? seenAt : null
		});
	}
}

function addStates(rows: Rows, life: Life, days: Calendar): void {
	const last = published(life).at(-1)?.dagtekening ?? days.today;
	const recent = days.ago({ days: 12 });
	const day = Temporal.PlainDate.compare(last, recent) > 0 ? last : recent;
	for (const [name, state] of Object.entries(life.states ?? {}))
		rows.pipAfspraakStates.push({
			inburgeraarId: personId(life.key),
			id: demoId(life.key, 'state', name),
			afspraakId: demoId(life.key, 'afspraak', name),
			state,
			recordedBy: personaIds[life.consulent],
			recordedAt: days.past(day, '16:45')
		});
}

function addExams(rows: Rows, life: Life, days: Calendar): void {
	for (const [n, exam] of (life.exams ?? []).entries()) {
		const row = {
			inburgeraarId: personId(life.key),
			onderdeel: exam.onderdeel,
			niveau: exam.niveau,
			day: exam.day,
			recordedBy: personaIds[consulentOn(life, exam.day)]
		};
		const first = demoId(life.key, 'exam', n);
		const result = exam.resultOn ? 'uitslag_volgt' : exam.result;
		rows.examAttempts.push({
			...row,
			id: first,
			result,
			recordedAt: days.past(exam.day.add({ days: 3 }), '11:30')
		});
		if (exam.resultOn)
			rows.examAttempts.push({
				...row,
				id: demoId(life.key, 'exam', n, 'result'),
				replacesId: first,
				result: exam.result,
				recordedAt: days.past(exam.resultOn, '11:30')
			});
	}
}
