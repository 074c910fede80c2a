import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readListFile } from '#files/read-list-file.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilHydrated, visiting } from '#tests/support/browser.ts';
import { listFile } from '#tests/support/list-files.ts';
import { findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => sites.env());
const LIST = '/rate?r=16498-10_1535-9_9253-10_5114-9_20-8_269-6';

const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
const titleOf = async (page: Page, at: number) =>
	(await rowsOf(page).nth(at).getByRole('heading', { level: 3 }).textContent())?.trim() ?? '';
const rowOf = (page: Page, title: string) =>
	rowsOf(page).filter({ has: page.getByRole('heading', { name: title, exact: true }) });

async function plan(page: Page, at: number): Promise<string> {
	const title = await titleOf(page, at);
	await rowsOf(page)
		.nth(at)
		.getByRole('button', { name: `Add to my plans: ${title}` })
		.click();
	await rowOf(page, title).getByText('on your plans').waitFor();
	return title;
}

/** Opens the panel; on a phone it is in the drawer. */
async function openPlans(page: Page): Promise<void> {
	const drawer = page.getByRole('button', { name: /^Filters/ });
	if (await drawer.isVisible()) await drawer.click();
	await page.locator('summary', { hasText: 'Your plans' }).click();
}

describe('plans on this device', () => {
	it.each(['laptop', 'phone'] as const)(
		'are made in rows, listed, saved and taken back, on a %s',
		(device) =>
			visiting(
				running.browser,
				running.site.url + LIST,
				async ({ page }) => {
					const first = await plan(page, 0);
					const third = await plan(page, 2);
					await openPlans(page);
					expect(await findViolations(page)).toEqual([]);
					const downloading = page.waitForEvent('download');
					await page.getByRole('button', { name: 'Save as MyAnimeList XML' }).last().click();
					const file = await (await downloading).path();
					const read = await readListFile(Uint8Array.from(await readFile(file)));
					if (!read.ok) throw new Error(read.reason);
					expect(read.entries.map(({ status }) => status)).toEqual([
						'plan-to-watch',
						'plan-to-watch',
					]);
					await page.getByRole('button', { name: `Remove from your plans: ${first}` }).click();
					await page.reload();
					await rowOf(page, third).getByText('on your plans').waitFor();
					expect(await rowOf(page, first).getByText('on your plans').count()).toBe(0);
				},
				{ device },
			),
	);

	it('count as plans for every list: a site’s, an imported one, and those of a title’s page', () =>
		visiting(running.browser, `${running.site.url}/user/anilist/mika`, async ({ page }) => {
			const title = await plan(page, 1);
			// Hidden plans are dropped before any other answer could have come.
			await page.goto(`${page.url()}?plans=hide`);
			await rowOf(page, title).waitFor({ state: 'detached' });

			await page.goto(`${running.site.url}/user/anilist/mika`);
			await untilHydrated(page);
			await rowOf(page, title).getByRole('heading').getByRole('button').click();
			await rowOf(page, title).getByRole('link', { name: 'All about it' }).click();
			const button = page.getByRole('button', { name: 'On your plans' });
			await button.waitFor();
			await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
			expect(await findViolations(page)).toEqual([]);

			await page.goto(`${running.site.url}/import`);
			await untilHydrated(page);
			await page.locator('input[type=file]').setInputFiles({
				name: 'list.csv',
				mimeType: 'text/csv',
				buffer: Buffer.from(listFile('sprout-list.csv')),
			});
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			await rowsOf(page).first().waitFor();
			await openPlans(page);
			await page.getByRole('button', { name: `Remove from your plans: ${title}` }).waitFor();
		}));

	it('and hidden titles never flash while the device is asked', () =>
		visiting(running.browser, running.site.url + LIST, async ({ page }) => {
			const title = await titleOf(page, 0);
			await rowsOf(page)
				.first()
				.getByRole('button', { name: /^Not interested/ })
				.click();
			await rowOf(page, title).waitFor({ state: 'detached' });
			// No second answer comes: what is gone was dropped here.
			await page.route('**/api/v1/recommendations', () => {});
			await page.reload();
			await rowOf(page, title).waitFor({ state: 'detached' });
			await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(10);
			await page.unrouteAll({ behavior: 'ignoreErrors' });
		}));
});
