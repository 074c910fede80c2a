import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting, WIDTHS } from '#tests/support/browser.ts';
import { utf8 } from '#tests/support/list-files.ts';
import { makeEntries, writeMalXml, type TitledEntry } from '#tests/support/mal-xml.ts';
import { expectSoundPage, findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => ({ ...sites.env(), LOG_LEVEL: 'debug' }));

const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const RATED = '/rate/profile?r=1535-9_5114-10_16498-6';
const UNSCORED = '/rate/profile?r=1535_5114_16498_9253_1';
const ONE_VALUE = '/rate/profile?r=1535-8_5114-8_16498-8_9253-8_1-8_30276-8';
const READER = '/user/mal/reader-7/profile';

const findings = (page: Page) =>
	page.getByRole('region', { name: 'In short' }).getByRole('listitem');
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Puts a list into the browser as the page that imports does. */
async function importList(page: Page, entries: readonly TitledEntry[]): Promise<void> {
	await page.goto(`${running.site.url}/import`);
	await page.locator('input[type=file]').setInputFiles({
		name: 'animelist.xml',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(utf8(writeMalXml(entries))),
	});
	await page.getByRole('link', { name: 'See your recommendations' }).waitFor();
}

describe('the profile of a user', () => {
	it('tells its strongest findings and every chart before any script runs', async () => {
		const html = await (await fetch(running.site.url + READER)).text();
		const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
		for (const words of ['In short', 'How you score', 'What you like', 'When it was made']) {
			expect(text).toContain(words);
		}
		expect(text).toMatch(/of your scores/);
		expect(html.match(/type="radio"/g)?.length).toBeGreaterThan(20);
	});

	it('has five findings, and what the model makes of the list after them', () =>
		visiting(running.browser, running.site.url + READER, async ({ page }) => {
			await section(page, 'How well Sprout knows you').waitFor();
			await expect.poll(() => findings(page).count()).toBe(5);
			const groups = section(page, 'Your tastes').getByRole('article');
			await expect.poll(() => groups.count()).toBeGreaterThan(1);
			const next = groups.first().locator('p', { hasText: 'Next of its kind:' });
			await expect.poll(() => next.count()).toBe(1);
			const tried = section(page, 'Ratings that matter').getByRole('link', { name: /^What if/ });
			await expect
				.poll(() => tried.first().getAttribute('href'))
				.toMatch(/^\/user\/mal\/reader-7\?whatif=\d+:\d+$/);
		}));

	it('does not say next of what this device hides', () =>
		visiting(running.browser, running.site.url + READER, async ({ page }) => {
			const next = () =>
				section(page, 'Your tastes')
					.getByRole('article')
					.first()
					.locator('p', { hasText: 'Next of its kind:' })
					.getByRole('link');
			const [href, title] = [await next().getAttribute('href'), await next().innerText()];
			const malId = Number(/anime\/(\d+)/.exec(href ?? '')?.[1]);
			const hidden = { malId, title, english: null, native: null };
			await page.evaluate(
				(titles) =>
					localStorage.setItem(
						'sprout:hidden',
						JSON.stringify({ version: 1, titles, franchises: [], tags: [], restored: [] }),
					),
				[hidden],
			);
			await page.reload();
			await expect.poll(() => next().count()).toBe(1);
			await expect.poll(() => next().getAttribute('href')).not.toBe(href);
		}));

	it('leads from a finding to where the page tells more', () =>
		visiting(running.browser, running.site.url + READER, async ({ page }) => {
			const link = findings(page).first().locator('a[href^="#"]');
			const target = (await link.getAttribute('href'))?.slice(1) ?? '';
			await link.click();
			const top = () => page.locator(`#${target}`).evaluate((el) => el.getBoundingClientRect().top);
			await expect.poll(top).toBeLessThan(200);
		}));

	it('is read by keyboard: a chart is one stop, arrows go on in it, and a button makes it a table', () =>
		visiting(running.browser, running.site.url + READER, async ({ page }) => {
			const chart = page.getByRole('group', { name: 'Your scores' }).first();
			const button = chart.getByRole('button', { name: 'Table (Your scores)' });
			await button.focus();
			await page.keyboard.press('Tab');
			const chosen = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
			const first = await chosen();
			expect(first).toMatch(/^\d+: \d+ titles?, .*of your scores/);
			await page.keyboard.press('ArrowLeft');
			const second = (await chosen()) ?? '';
			expect(second).not.toBe(first);
			await chart.getByText(second, { exact: true }).waitFor();

			await button.focus();
			await page.keyboard.press('Enter');
			const table = chart.getByRole('table', { name: 'Your scores' });
			await expect.poll(() => table.getByRole('row').count()).toBe(11);
			expect(await findViolations(page)).toEqual([]);
			await chart.getByRole('button', { name: 'Chart (Your scores)' }).press('Enter');
			await chart.getByRole('radio').first().waitFor();
		}));

	it('keeps what it shows while the list is fetched anew', () =>
		visiting(running.browser, running.site.url + READER, async ({ page }) => {
			await section(page, 'How well Sprout knows you').waitFor();
			await page.getByRole('button', { name: 'Refresh' }).click();
			await page.waitForURL(/refresh=early/);
			expect(await section(page, 'Your tastes').count()).toBe(1);
			await page.getByText('This list came less than a minute ago.').waitFor();
		}));

	it('of somebody who has only plans says so, and of nobody what is wrong', () =>
		visiting(running.browser, `${running.site.url}/user/mal/planner/profile`, async ({ page }) => {
			await page.getByRole('heading', { name: 'There is nothing to tell yet' }).waitFor();
			const missing = await fetch(`${running.site.url}/user/mal/nobody-at-all/profile`);
			expect(missing.status).toBe(404);
		}));

	it('is shared as a picture of chosen parts, and as a link without the list', () =>
		visiting(running.browser, running.site.url + READER, async ({ page, context }) => {
			await context.grantPermissions(['clipboard-read', 'clipboard-write']);
			await section(page, 'How well Sprout knows you').waitFor();
			await page.getByRole('button', { name: 'Share as a picture' }).click();
			const dialog = page.getByRole('dialog', { name: 'Share as a picture' });
			const height = () =>
				dialog.getByRole('img').evaluate((image) => Number(image.getAttribute('height')));
			const whole = await height();
			await dialog.getByRole('checkbox', { name: 'Genres' }).uncheck();
			await expect.poll(height).toBeLessThan(whole);
			const download = page.waitForEvent('download');
			await dialog.getByRole('button', { name: 'Save picture' }).click();
			expect((await download).suggestedFilename()).toMatch(/^sprout-profile-[\d-]{10}\.png$/);
			await dialog.getByRole('button', { name: 'Close' }).click();
			await page.getByRole('button', { name: 'Copy a link' }).click();
			const copied = () => page.evaluate(() => navigator.clipboard.readText());
			await expect.poll(copied).toBe(running.site.url + READER);
		}));
});

describe('the profile of rated titles', () => {
	it('tells of three what there is, and what more it would take', () =>
		visiting(running.browser, running.site.url + RATED, async ({ page }) => {
			const known = section(page, 'How well Sprout knows you');
			await known.waitFor();
			await expect.poll(() => known.textContent()).toMatch(/3 scores are too few/);
			const tried = section(page, 'How you score').getByRole('link', { name: /^What if/ });
			await expect
				.poll(() => tried.first().getAttribute('href'))
				.toMatch(/^\/rate\?r=1535-9_5114-10_16498-6&whatif=16498:\d+$/);
			await expect
				.poll(() => page.getByRole('link', { name: 'Recommendations' }).getAttribute('href'))
				.toBe('/rate?r=1535-9_5114-10_16498-6');
		}));

	it('of titles without a score tells what is watched', () =>
		visiting(running.browser, running.site.url + UNSCORED, async ({ page }) => {
			await section(page, 'How well Sprout knows you').waitFor();
			await expect.poll(() => section(page, 'How you score').textContent()).toMatch(/has a score/);
			await expect.poll(() => section(page, 'What you like').textContent()).toMatch(/leads with/);
		}));

	it('of one and the same score says so', () =>
		visiting(running.browser, running.site.url + ONE_VALUE, async ({ page }) => {
			await page.getByText('You give everything 8').first().waitFor();
			await section(page, 'How well Sprout knows you').waitFor();
		}));

	it('leads on where there are none', () =>
		visiting(running.browser, `${running.site.url}/rate/profile`, async ({ page }) => {
			await page.getByRole('main').getByRole('link', { name: 'Rate titles' }).waitFor();
		}));

	it('is one step from the ratings', () =>
		visiting(running.browser, `${running.site.url}/rate?r=1535-9_5114-10`, async ({ page }) => {
			await page.getByRole('main').getByRole('link', { name: 'Profile' }).click();
			await page.waitForURL(/\/rate\/profile\?r=1535-9_5114-10$/);
			await page.getByRole('heading', { level: 1, name: 'What your ratings say' }).waitFor();
		}));
});

describe('the profile of an imported list', () => {
	it('is worked out here: nothing of the list is in any request', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await importList(page, makeEntries(300));
			const requests: string[] = [];
			page.on('request', (request) => {
				requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
			});
			await page.goto(`${running.site.url}/list/profile`);
			await section(page, 'How well Sprout knows you').waitFor();
			await expect.poll(() => findings(page).count()).toBeGreaterThan(3);
			const tried = section(page, 'Ratings that matter').getByRole('link', { name: /^What if/ });
			await expect
				.poll(() => tried.first().getAttribute('href'))
				.toMatch(/^\/list#whatif=\d+:\d+$/);
			expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
			expect(requests.filter((request) => /\/api\/|malId|[?&](r|whatif)=/.test(request))).toEqual(
				[],
			);
			expect(await findViolations(page)).toEqual([]);
		}));

	it('of dropped titles only is sensible', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			const dropped = makeEntries(12).map((entry) => ({ ...entry, status: 'dropped' as const }));
			await importList(page, dropped);
			await page.goto(`${running.site.url}/list/profile`);
			await page.getByText('You have dropped everything that you began.').waitFor();
			await section(page, 'How well Sprout knows you').waitFor();
		}));

	it('leads on where there is no list', () =>
		visiting(running.browser, `${running.site.url}/list/profile`, async ({ page }) => {
			await page.getByRole('main').getByRole('link', { name: 'Import a list' }).waitFor();
		}));

	it('is one step from the recommendations', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await importList(page, makeEntries(12));
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			await page.getByRole('main').getByRole('link', { name: 'Profile' }).click();
			await page.getByRole('heading', { level: 1, name: 'What your list says' }).waitFor();
		}));
});

describe('profiles', () => {
	const PATHS = [READER, '/user/mal/long/profile', RATED, UNSCORED];

	it.each(
		PATHS.flatMap((path) =>
			DEVICES.flatMap((device) =>
				(['light', 'dark'] as const).map((theme) => [path, device, theme] as const),
			),
		),
	)('%s is sound on a %s, %s', (path, device, theme) =>
		visiting(
			running.browser,
			'about:blank',
			({ page }) => expectSoundPage(page, running.site.url + path),
			{ device, theme },
		),
	);

	it('leave no list and no name in the log', async () => {
		expect(await running.site.log()).not.toMatch(/malId|reader-7|1535/);
	});
});
