import type { courses } from '../db/schema.ts';
import type { Calendar } from './calendar.ts';
import { providers, type CourseStory, type Provider } from './course-stories.ts';
import { demoId } from './ids.ts';
import { gemeenteIds } from './places.ts';

type Course = typeof courses.$inferInsert;

const cents = (euros: number | undefined) => (euros === undefined ? null : Math.round(euros * 100));
const minutes = (hours: number | undefined) => (hours === undefined ? null : hours * 60);
/** Every source says that nobody sells this course. */
const invented = 'Verzonnen voor de demo';

export const courseId = (key: string): string => demoId('catalogue', key);

function row(days: Calendar, provider: Provider, story: CourseStory): Course {
	const { hours, price = {}, keurmerk, passed, satisfied, checked = 10 } = story;
	const ago = (n: number | undefined) => (n === undefined ? null : days.workdayAgo({ days: n }));
	const all = hours && hours[0] + (hours[1] ?? 0);
	return {
		id: courseId(story.key),
		gemeenteId: gemeenteIds[story.gemeente ?? 'waterrijk'],
		ref: story.key,
		provider: `${provider.name} (verzonnen)`,
		...{ name: story.name, route: story.route, levelFrom: story.levels[0], levelTo: story.levels[1] },
		goal: story.goal ?? null,
		nt2Minutes: minutes(hours?.[0]),
		knmMinutes: minutes(hours?.[1]),
		onlineMinutes: minutes(hours?.[2]),
		physicalMinutes: all === undefined ? null : minutes(all - (hours?.[2] ?? 0)),
		weeks: story.weeks ?? null,
		...{ priceTotalCents: cents(price.total), pricePerHourCents: cents(price.hour) },
		materialCents: cents(price.material),
		priceSource: price.total ? `${invented}: prijslijst` : null,
		priceCheckedOn: ago(price.checked),
		includes: story.includes ?? [],
		startsOn: (story.starts ?? []).map((n) => days.soon(n).toString()),
		hasContinuousStart: story.continuous ?? false,
		schedule: story.schedule ?? [],
		place: story.place ?? provider.place ?? null,
		...{ address: provider.address ?? null, postcode: provider.postcode ?? null },
		travelMinutes: story.travel ?? null,
		hasChildcare: story.childcare ?? null,
		groupSize: story.group ?? null,
		languages: story.languages ?? [],
		passRatePercent: passed?.percent ?? null,
		passRateSource: passed ? `${invented}: jaarverslag` : null,
		passRateCheckedOn: ago(passed?.checked),
		satisfactionTenths: satisfied?.tenths ?? null,
		satisfactionSource: satisfied ? `${invented}: onderzoek onder cursisten` : null,
		satisfactionCheckedOn: ago(satisfied?.checked),
		hasKeurmerk: keurmerk?.has ?? null,
		keurmerkValidUntil: keurmerk?.until === undefined ? null : days.in({ days: keurmerk.until }),
		keurmerkSource: keurmerk ? `${invented}: register van keurmerken` : null,
		keurmerkCheckedOn: ago(keurmerk?.checked ?? (keurmerk && checked)),
		source: `${invented}: website van de aanbieder`,
		checkedOn: days.workdayAgo({ days: checked }),
		phone: provider.phone ?? null,
		email: provider.site ? `info@${provider.site}.example` : null,
		website: provider.site ? `https://${provider.site}.example` : null
	};
}

/** The catalogues of the demo municipalities, as somebody there keeps them. */
export const courseRows = (days: Calendar): Course[] =>
	providers.flatMap((provider) => provider.courses.map((story) => row(days, provider, story)));
