import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { kosten, kostenposten, leenruimte, rest, toetsjaar, wieBetaalt } from '#lib/domain/cursussen/geld.ts';
import { cursuseinde } from '#lib/domain/cursussen/passing.ts';
import { elip } from '#lib/domain/ondersteuning/elip.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import { cursusSituatie } from '#lib/server/cursus-vraag.ts';
import { euroText, hoursText } from '#lib/server/format.ts';
import { newId } from '#lib/server/ids.ts';
import { askQuestion } from '#lib/server/question-messages.ts';
import { choice, formKey, optional, readForm, whole } from '#lib/server/web/form.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { gevondenVoor, isGeregeld, readKeuze, type Keuze } from '../keuze.server.ts';
import type { Actions, PageServerLoad } from './$types';

const euros = optional(whole(0, 9_999_999));
const yesNo = optional(choice(['ja', 'nee']));
const schema = z.object({ inkomen: euros, partner: yesNo, korting: yesNo, loon: euros, toegekend: euros, gebruikt: euros }); // prettier-ignore
const cents = (amount: number | undefined) => (amount === undefined ? null : amount * 100);

/** The courses, and the one that the address names. */
async function chosenOf(keuze: Keuze, url: URL) {
	const all = (await gevondenVoor(keuze)).map(({ aanbod }) => aanbod);
	return { all, aanbod: all.find(({ id }) => id === url.searchParams.get('c')) };
}
const kostenVan = ({ vraag, situatie }: Keuze, aanbod: Parameters<typeof kosten>[0]) =>
	kosten(aanbod, vraag, situatie?.behaald ?? [], situatie?.niveaus);

export const load: PageServerLoad = async ({ locals, url }) => {
	const keuze = await readKeuze({ locals, url });
	if (isGeregeld(keuze)) redirect(303, localizeHref('/cursussen'));
	const { all, aanbod } = await chosenOf(keuze, url);
	const bill = aanbod && kostenVan(keuze, aanbod);
	const euro = (amount: number | null) => (amount === null ? null : euroText(amount));
	const wie = wieBetaalt('gezin_overig');
	return {
		...{ query: keuze.query, isOwn: keuze.actor !== null, formKey: newId() },
		toetsjaar: String(toetsjaar(dayOf(locals.now))),
		isWi2013: keuze.situatie?.isWi2013 ?? false,
		fields: [...new URLSearchParams(keuze.query)].map(([name, value], n) => ({ n, name, value })),
		offers: all.map(({ id, name, provider }) => ({ value: id, text: `${name} · ${provider}`, lang: 'nl' })),
		cursus: aanbod ? { id: aanbod.id, name: aanbod.name } : null,
		kosten: bill
			? {
					...{ basis: bill.basis, isOnvolledig: bill.isOnvolledig },
					uren: bill.minuten === null ? null : hoursText(bill.minuten),
					cursus: euro(bill.cursusCenten),
					materiaal: bill.materiaalCenten === 0 ? '' : euro(bill.materiaalCenten),
					examens: bill.examens.map(({ onderdeel, centen }) => ({ onderdeel, bedrag: euro(centen) })),
					// Exams alone are no price of a course.
					totaal:
						bill.cursusCenten === null
							? null
							: `${euroText(bill.bekendCenten)}${bill.isOnvolledig ? ' +' : ''}`
				}
			: null,
		posten: kostenposten.flatMap((post) => {
			const betaler = wie[post];
			return betaler === 'zelf' || betaler === 'gemeente' ? [{ post, betaler }] : [];
		})
	};
};

export const actions: Actions = {
	/** Answers on the page with what was typed, and keeps nothing of it. */
	reken: async ({ request, locals, url, setHeaders }) => {
		const keuze = await readKeuze({ locals, url });
		const form = await readForm(request, schema);
		// The page shows again what was typed: never compressed (HDR-06).
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return fail(form.status, { errors: form.errors, typed: form.typed });
		const { inkomen, partner, korting, loon, toegekend, gebruikt } = form.data;
		if (inkomen === undefined && toegekend === undefined)
			return fail(400, { errors: { inkomen: 'verplicht' }, typed: form.typed });
		const vandaag = dayOf(locals.now);
		const ruimte =
			inkomen === undefined
				? null
				: leenruimte(
						{
							toetsingsinkomenCenten: inkomen * 100,
							hasPartner: partner === 'ja',
							hasAlleenstaandeOuderenkorting: korting === 'ja',
							belastbaarMinimumloonCenten: cents(loon)
						},
						vandaag
					);
		const known = ruimte?.minstensCenten === ruimte?.hoogstensCenten ? ruimte?.minstensCenten : undefined;
		const lening = cents(toegekend) ?? known;
		const { aanbod } = await chosenOf(keuze, url);
		const bill = aanbod && kostenVan(keuze, aanbod);
		const left =
			lening === undefined || !aanbod || !bill
				? null
				: rest({
						...{ leningCenten: lening, gebruiktCenten: (gebruikt ?? 0) * 100, vandaag },
						kostenCenten: bill.bekendCenten,
						laatsteDag: keuze.vraag.laatsteDag,
						einde: cursuseinde(aanbod, keuze.vraag)
					});
		return {
			typed: form.typed,
			ruimte: ruimte && { minstens: euroText(ruimte.minstensCenten), hoogstens: euroText(ruimte.hoogstensCenten) }, // prettier-ignore
			rest: left && {
				...{ isLeningOp: left.isLeningOp, isOpTijd: left.isOpTijd },
				over: euroText(left.leningOverCenten),
				zelf: bill?.cursusCenten === null ? null : euroText(left.zelfCenten),
				dagen: left.dagenOver === null ? null : String(left.dagenOver)
			}
		};
	},
	/** Wi2013 only, on the figure that somebody types; DUO does not tell it to the municipality. */
	elip: async ({ request, locals, setHeaders }) => {
		const actor = inburgeraarOf(locals);
		const { facts, outcome, isWi2013 } = found(await cursusSituatie(actor, actor.id, locals.now));
		if (!isWi2013) error(404);
		const form = await readForm(request, z.object({ bedrag: whole(0, 9_999_999) }));
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return fail(form.status, { elipError: form.errors.bedrag, typed: form.typed });
		const { bedrag } = form.data;
		const { signaal } = elip({ ...facts, gebruikteLeningCenten: bedrag * 100 }, outcome.toepasselijkeWet);
		return { typed: form.typed, elip: { bedrag: String(bedrag), signaal } };
	},
	/** Only now, and only because somebody wants it, the figure is kept: in a question to the consultant. */
	deel: async ({ request, locals }) => {
		const actor = inburgeraarOf(locals);
		const form = await readForm(request, z.object({ formKey, bedrag: whole(0, 9_999_999) }));
		if (!form.ok) error(400);
		const text = m.cursus_elip_bericht({ bedrag: euroText(form.data.bedrag * 100) }, { locale: 'nl' });
		const id = found(await askQuestion(actor, { key: form.data.formKey, topic: 'geld', text }, locals.now));
		redirect(303, localizeHref(`/vragen/${id}`));
	}
};
