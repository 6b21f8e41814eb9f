import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, inLocale, signIn, test } from '../portal.ts';

const pages = ['/vandaag', '/pip', '/voortgang', '/afspraken', '/vragen', '/vragen/nieuw?onderwerp=geld', '/instellingen', '/instellingen/inzage', '/hulp', '/woorden/vandaag', '/uitleg', '/privacy', '/toegankelijkheid']; // prettier-ignore
const locales = ['nl', 'ar', 'ti'];

/** What can be tapped and is too small, with its size: a link inside a sentence has the size of its letters (WCAG 2.5.8). */
const tooSmall = (page: Page) =>
	page.evaluate(() => {
		const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
		const inSentence = (element: Element) =>
			getComputedStyle(element).display === 'inline' &&
			[...(element.parentElement?.childNodes ?? [])].some(
				(node) => node !== element && node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
			);
		/** A link whose `::after` covers the card it stands in is as large as that card. */
		const area = (element: Element) => {
			const { position, content } = getComputedStyle(element, '::after');
			let covered: Element | null = element;
			if (position === 'absolute' && content !== 'none')
				do covered = covered?.parentElement ?? null;
				while (covered && getComputedStyle(covered).position === 'static');
			return (covered ?? element).getBoundingClientRect();
		};
		return [...document.querySelectorAll('a[href], button, summary, select, textarea, label.inb-choice')]
			.filter((element) => shown(element) && !element.matches('.inb-skip') && !inSentence(element))
			.map((element) => ({ element, box: area(element) }))
			.filter(({ box }) => box.width < 47.5 || box.height < 47.5)
			.map(
				({ element, box }) =>
					`${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`
			);
	});

/** Text that is cut off: wider or taller than the box that hides the rest of it. */
const cutOff = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('body *')]
			.filter((element) => {
				const { overflow, display } = getComputedStyle(element);
				const isTooLong =
					element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
				return (
					display !== 'inline' &&
					/hidden|clip/.test(overflow) &&
					isTooLong &&
					!element.closest('.inb-hidden, svg')
				);
			})
			.map((element) => element.outerHTML.slice(0, 120))
	);

for (const locale of locales) {
	test(`what can be tapped is 48 px, and text twice as large fits, in ${locale}`, async ({ page }) => {
		test.setTimeout(180_000);
		await signIn(page, 'asiel-b1-ar', locale);
		for (const path of pages) {
			await page.goto(inLocale(path, locale));
			expect.soft(await tooSmall(page), path).toEqual([]);
			// A phone that enlarges the whole page twice, and a desk where the letters alone are twice as large.
			for (const [width, letters] of [
				[180, '100%'],
				[1280, '200%']
			] as const) {
				await page.setViewportSize({ width, height: width === 180 ? 370 : 800 });
				await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
				await expectNoSidewaysScroll(page);
				expect.soft(await cutOff(page), `${path} ${width}`).toEqual([]);
			}
			await page.setViewportSize({ width: 360, height: 740 });
		}
	});
}

test('forced colours: bars, states and where you are stay to be seen; reduced motion: nothing moves', async ({
	page
}) => {
	test.setTimeout(120_000);
	await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
	await signIn(page, 'asiel-b1-ar');
	const look = (selector: string, property: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
	expect(await look('.inb-meter__done', 'fill')).not.toBe(await look('.inb-meter__bar', 'background-color'));
	expect(await look('.inb-nav [aria-current]', 'outline-style')).toBe('solid');
	for (const box of ['.inb-action', '.inb-appointment', '.inb-call'])
		expect(await look(box, 'border-top-style'), box).toBe('solid');
	await page.goto('/ar/pip');
	expect(await look('.inb-step--now .inb-step__picture', 'outline-style')).toBe('solid');
	for (const path of pages) {
		await page.goto(inLocale(path, 'ar'));
		const moving = await page.evaluate(() =>
			[...document.querySelectorAll('*')]
				.filter((element) => {
					const { transitionDuration, animationName } = getComputedStyle(element);
					return /[1-9]/.test(transitionDuration) || animationName !== 'none';
				})
				.map((element) => element.outerHTML.slice(0, 120))
		);
		expect(moving, path).toEqual([]);
	}
});

test('high contrast by the settings of the device: WCAG 2.2 AA, and black letters', async ({ page }) => {
	await page.emulateMedia({ contrast: 'more' });
	await signIn(page, 'asiel-b1-ar');
	for (const path of ['/ar/vandaag', '/ar/pip', '/ar/voortgang']) {
		await page.goto(path);
		await expectAccessible(page);
		expect(await page.locator('main').evaluate((main) => getComputedStyle(main).color)).toBe('rgb(0, 0, 0)');
	}
});

test('keyboard alone: each stop shows its focus, and none hides behind the row at the bottom', async ({
	page
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'asiel-b1-ar', 'ti');
	for (const path of ['/ti/vandaag', '/ti/pip', '/ti/afspraken', '/ti/vragen']) {
		await page.goto(path);
		const seen = new Set<string>();
		for (;;) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate(() => {
				const element = document.activeElement;
				if (!element || element === document.body) return undefined;
				const box = element.getBoundingClientRect();
				const nav = document.querySelector('.inb-nav');
				const bottom = nav?.contains(element)
					? innerHeight
					: (nav?.getBoundingClientRect().top ?? innerHeight);
				return {
					html: `${Math.round(box.left + scrollX)} ${Math.round(box.top + scrollY)} ${element.outerHTML.slice(0, 150)}`,
					isSeen: box.top < bottom - 8 && box.bottom > 8 && box.width > 0,
					isMarked: getComputedStyle(element).outlineStyle !== 'none'
				};
			});
			if (!stop || seen.has(stop.html)) break;
			seen.add(stop.html);
			expect.soft(stop, path).toMatchObject({ isSeen: true, isMarked: true });
		}
		expect(seen.size, path).toBeGreaterThan(8);
	}
});
