import { brotliCompressSync, constants } from 'node:zlib';
import {
	expect,
	expectAccessible,
	expectNoSidewaysScroll,
	inLocale,
	served,
	signIn,
	test
} from '../portal.ts';

const answers = 'niveau=a1&dag=1&dag=4&deel=avond&reis=30&opvang=ja&lening=ja';
const htmlBudget = 8_000;

test('course advice in every language: 8 kB, 320 px; WCAG 2.2 AA in ar', async ({ page }) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'gezin-b1-tr', 'nl');
	await page.goto(`/cursussen?${answers}`);
	const course = new URL((await page.locator('main li a').first().getAttribute('href')) ?? '', page.url());
	const paths = [`/cursussen?${answers}`, `${course.pathname}?${answers}`, `/cursussen/vergelijken?${answers}`, `/cursussen/geld?${answers}&c=${course.pathname.split('/').at(-1)}`, '/cursussen/school', '/cursussen/school/kaart', '/cursussen/lijst']; // prettier-ignore
	for (const [locale, dir] of served) {
		for (const path of paths) {
			const response = await page.request.get(inLocale(path, locale));
			expect.soft(response.status(), `${locale} ${path}`).toBe(200);
			const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
			const bytes = brotliCompressSync(await response.body(), options).length;
			expect.soft(bytes, `${locale} ${path}`).toBeLessThanOrEqual(htmlBudget);
		}
		for (const path of locale === 'ar' ? paths : paths.slice(2, 3)) {
			await page.goto(inLocale(path, locale));
			await expect(page.locator('html')).toHaveAttribute('dir', dir);
			await expectNoSidewaysScroll(page);
			if (locale === 'ar') await expectAccessible(page);
		}
	}
});
