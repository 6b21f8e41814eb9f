// node scripts/signals-doc.ts: writes docs/signalen.md from the rules themselves; tests/signalen.test.ts compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { huisregelsVan, publicatie } from '#lib/domain/signalen/publicatie.ts';

const words = JSON.parse(readFileSync('messages/en.json', 'utf8')) as Record<string, string>;

/** The page with the numbers that hold on `day`. */
export function signalsDoc(day: Temporal.PlainDate): string {
	const house = huisregelsVan(day);
	const rows = publicatie(day).map(({ code, wet, grondslag, beleid, huis, hoogstens }) => {
		const numbers = [
			...(wet ? [`law: ${wet.waarde} ${wet.eenheid}`] : []),
			...grondslag,
			...(beleid ? [`local policy: \`${beleid}\``] : []),
			...huis.map(
				(rule) => `house rule \`${rule.naam}\`: ${rule.waarde} ${rule.eenheid}, since ${rule.vanaf}`
			)
		];
		const cells = [`\`${code}\``, words[`admin_signaal_${code}`], words[`admin_signaal_${code}_regel`], numbers.join('; '), words[`admin_maandag_${hoogstens}`], words[`admin_signaal_${code}_doe`]]; // prettier-ignore
		return `| ${cells.join(' | ')} |`;
	});
	const general = house.filter(({ voor }) => voor.length === 0);
	return `# The reasons of the Monday list

Made by \`node scripts/signals-doc.ts\` from \`src/lib/domain/signalen\`; \`tests/signalen.test.ts\` fails when they differ. Staff read the same at \`/admin/signalen\`.

Each reason is a rule. There is no score, nothing is sanctioned, and no rule decides anything. A number of the law comes with its article; a setting of the municipality is local policy (wet/rules.md chapter 8); every other number is a house rule of the portal, dated, in \`huisregels.ts\`. Where local policy and a house rule stand side by side, the house rule holds only while the municipality has set nothing.

## Order

1. The group of the most urgent reason: today, this week, soon, keep an eye on. It follows from the day: up to and including today, within \`dezeWeek\`, within \`binnenkort\`, later or none. A reason never stands higher than its last column but one says.
2. The day: the deadline, or an earlier day to aim for (local policy, house rule).
3. Whoever was not opened for the longest.

A reason that is put aside comes back after its day (at most \`uitstelMaximum\`), when something new happened, and on its own deadline. A new question is never hidden by the snooze of an older one. Unreviewed translation counts Dutch free text and municipal phrases; the common stock of the portal is left out.

Contact is what was written in the contact log and reached somebody, a talk that the person came to, a recorded step of the traject that is a talk, or an answer of staff; of who moved, only since then (\`lastContacts\`, decision 0037).

Somebody who moves here from another municipality is no row of the list yet: nobody guides them. They stand above it, the first moving day first, until one of the municipality accepts or refuses; such a line cannot be put aside.

${general.map(({ naam, waarde, eenheid, vanaf }) => `- \`${naam}\`: ${waarde} ${eenheid}, since ${vanaf}`).join('\n')}

## Rules

| Code | Reason | Rule | Number and source | Not higher than | What to do |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

if (import.meta.main) writeFileSync('docs/signalen.md', signalsDoc(Temporal.Now.plainDateISO()));
