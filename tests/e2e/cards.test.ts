import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting, WIDTHS } from '#tests/support/browser.ts';
import { writeMalXml } from '#tests/support/mal-xml.ts';
import { findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => sites.env());

const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');

/** Well-known titles that were liked, and three of robots that were not. */
const LIKED = [5114, 9253, 1535, 11061, 19, 1, 199, 245, 820, 263, 457, 32281, 486];
const ROBOTS = [1575, 2001, 80];
const RATED = [...LIKED.map((malId) => `${malId}-9`), ...ROBOTS.map((malId) => `${malId}-3`)];
const rate = (rated: readonly string[]) => `${running.site.url}/rate?r=${rated.join('_')}&movies=1`;

/** What closed rows take at most: a title, two lines of facts and two of reasons; four of them on a phone. */
const HIGHEST_ROW = { laptop: 130, phone: 260 } as const;

describe.each(DEVICES)('cards on a %s', (device) => {
	it('say the usual error of the score, and which kind the list speaks against, with its titles', () =>
		visiting(
			running.browser,
			rate(RATED),
			async ({ page }) => {
				const row = rowsOf(page).filter({ hasText: 'but you scored 3 of 3 Mecha low' }).first();
				await row.waitFor();
				await expect.poll(() => row.textContent()).toMatch(/you: \d+\.\d ± \d\.\d/);
				const heights = await rowsOf(page).evaluateAll((rows) =>
					rows.map((element) => element.getBoundingClientRect().height),
				);
				expect(Math.max(...heights)).toBeLessThan(HIGHEST_ROW[device]);

				await row.getByRole('heading').first().getByRole('button').click();
				const kind = row.getByRole('listitem').filter({ hasText: 'You scored 3 of 3 Mecha low:' });
				await kind.waitFor();
				await expect.poll(() => kind.getByRole('link').count()).toBe(3);
				await expect
					.poll(() => row.textContent())
					.toMatch(/Expected score\s*\d+\.\d ± \d\.\d of 10/);
				expect(await findViolations(page)).toEqual([]);
			},
			{ device },
		));

	it('tell an unusual match by both places', () =>
		visiting(
			running.browser,
			rate(['853-9', '120-8', '1698-10', '322-9', '877-10', '2034-9', '1580-9', '3731-10', '16-9']),
			async ({ page }) => {
				const row = rowsOf(page)
					.filter({ hasText: /· (very )?unusual/ })
					.first();
				await row.waitFor();
				await row.getByRole('heading').first().getByRole('button').click();
				await row
					.getByText(/nusual: place \d+ for you, about [\d,]+ for everyone, by members/)
					.waitFor();
				const overflow = () =>
					document.documentElement.scrollWidth - document.documentElement.clientWidth;
				expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
				expect(await findViolations(page)).toEqual([]);
			},
			{ device },
		));
});

describe('cards', () => {
	it('show scores on the scale of the visitor’s site', () =>
		visiting(running.browser, `${running.site.url}/user/anilist/stars`, async ({ page }) => {
			const row = rowsOf(page).first();
			await expect.poll(() => row.textContent()).toMatch(/you: [1-5]\.\d ± \d\.\d/);
			await row.getByRole('heading').first().getByRole('button').click();
			await row.getByText(/[1-5]\.\d ± \d\.\d of 5 stars/).waitFor();
		}));

	it('say the same of a list that stays on the device', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			const entry = (malId: number) => ({ malId, title: `Title ${malId}`, score: 90 });
			const xml = writeMalXml([
				...LIKED.map((malId) => ({ ...entry(malId), status: 'completed' as const })),
				...ROBOTS.map((malId) => ({ ...entry(malId), score: null, status: 'dropped' as const })),
			]);
			await page.locator('input[type=file]').setInputFiles({
				name: 'animelist.xml',
				mimeType: 'text/xml',
				buffer: Buffer.from(xml),
			});
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			await rowsOf(page).first().waitFor();
			await expect.poll(() => rowsOf(page).first().textContent()).toMatch(/you: \d+\.\d ± \d\.\d/);
			await rowsOf(page).filter({ hasText: 'but you dropped 3 of 3 Mecha' }).first().waitFor();
		}));
});
