import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilAtRest, untilHydrated, visit, visiting, WIDTHS } from '#tests/support/browser.ts';
import { listFile } from '#tests/support/list-files.ts';
import { expectSoundPage, findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => ({ ...sites.env(), LOG_LEVEL: 'warn' }));

beforeEach(() => sites.upstreams.reset());

const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const RATED = '/rate?r=16498-10_1535-9_9253-10_5114-9';
const USER = '/user/anilist/mika';

const shelfOf = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const tilesOf = (page: Page, name: string | RegExp) => shelfOf(page, name).getByRole('listitem');
const linksOf = (page: Page, name: string | RegExp) => tilesOf(page, name).getByRole('link');
const turnTo = async (page: Page, view: 'List' | 'Shelves') => {
	await untilHydrated(page);
	await page.getByRole('radio', { name: view }).check();
};
const FRANCHISES = 'Next in your franchises';

/** MyAnimeList ids of all tiles, in the order of the page. */
async function shownIds(page: Page): Promise<number[]> {
	const addresses = await page
		.getByRole('region', { name: 'Recommended for you' })
		.getByRole('listitem')
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	return addresses.map((address) => Number(/^\/anime\/(\d+)/.exec(address)?.[1]));
}

async function franchiseOf(malId: number): Promise<number[]> {
	const response = await fetch(`${running.site.url}/api/v1/anime/${malId}/franchise`);
	const { items } = (await response.json()) as { items: { malId: number }[] };
	return items.map((item) => item.malId);
}

describe('shelves', () => {
	it.each(DEVICES)('are sound and steady, on a %s', async (device) => {
		for (const path of [USER, RATED.replace('?', '?view=shelves&')]) {
			const { page, context, complaints } = await visit(running.browser, { device });
			await expectSoundPage(
				page,
				`${running.site.url}${path}${path === USER ? '?view=shelves' : ''}`,
			);
			await expect.poll(() => shelfOf(page, FRANCHISES).count()).toBe(1);
			expect(complaints).toEqual([]);
			await context.close();
		}
	});

	it('are asked for after the list, and only when somebody wants to see them', () =>
		visiting(running.browser, running.site.url + USER, async ({ page }) => {
			const asked: string[] = [];
			page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
			const first = page.getByRole('article').first();
			const before = await first.boundingBox();
			await untilAtRest(page);
			expect(asked.filter((path) => path.endsWith('/lanes'))).toEqual([]);
			await turnTo(page, 'Shelves');
			await page.waitForURL(/[?&]view=shelves/);
			await tilesOf(page, FRANCHISES).first().waitFor();
			expect(asked.filter((path) => path.endsWith('/lanes'))).toHaveLength(1);
			await page.goBack();
			await first.waitFor();
			expect(await first.boundingBox()).toEqual(before);
		}));

	it('of a list by user name keep to the franchise rules, each title once', () =>
		visiting(running.browser, `${running.site.url}${USER}?view=shelves`, async ({ page }) => {
			await tilesOf(page, FRANCHISES).first().waitFor();
			const shown = await shownIds(page);
			expect(shown.length).toBeGreaterThan(30);
			expect(new Set(shown).size).toBe(shown.length);
			// Watching One Piece, Legend of the Galactic Heroes on hold, Toradora! dropped.
			for (const malId of [21, 820, 4224]) {
				const members = await franchiseOf(malId);
				expect(shown.filter((one) => members.includes(one))).toEqual([]);
			}
			// The other plan is private: its site tells nobody.
			const plans = await linksOf(page, 'From your plans').evaluateAll((links) =>
				links.map((link) => link.getAttribute('href')),
			);
			expect(plans.map((path) => path?.split('/')[2]).toSorted()).toEqual(['40028']);
			await expect
				.poll(() => tilesOf(page, FRANCHISES).first().textContent())
				.toMatch(/(After|Goes with|Before) /);
			await expect
				.poll(() => page.getByRole('region', { name: /^Because you liked/ }).count())
				.toBe(3);
			expect(await findViolations(page)).toEqual([]);
		}));

	it('of an imported list are filled on the device', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page.locator('input[type=file]').setInputFiles({
				name: 'animelist.xml',
				mimeType: 'application/octet-stream',
				buffer: Buffer.from(listFile('myanimelist.xml')),
			});
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			await page.getByRole('article').first().waitFor();
			const asked: string[] = [];
			page.on('request', (request) => {
				if (new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url());
			});
			await turnTo(page, 'Shelves');
			await page.waitForURL(/#.*view=shelves/);
			await tilesOf(page, 'Films').first().waitFor();
			expect(await findViolations(page)).toEqual([]);
			await page.reload();
			await tilesOf(page, 'Films').first().waitFor();
			expect(asked).toEqual([]);
		}));
});

describe('a shelf', () => {
	const visitingShelves = (work: (page: Page) => Promise<void>, device?: keyof typeof WIDTHS) =>
		visiting(
			running.browser,
			`${running.site.url}${RATED}&view=shelves`,
			async ({ page }) => {
				await tilesOf(page, 'Films').first().waitFor();
				await work(page);
			},
			device && { device },
		);

	it('is walked through by arrow keys, Home and End', () =>
		visitingShelves(async (page) => {
			const links = linksOf(page, 'Films');
			const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
			const addressOf = (at: number) => links.nth(at).getAttribute('href');
			await links.first().focus();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('ArrowRight');
			expect(await focused()).toBe(await addressOf(2));
			await page.keyboard.press('ArrowLeft');
			expect(await focused()).toBe(await addressOf(1));
			await page.keyboard.press('End');
			expect(await focused()).toBe(await addressOf((await links.count()) - 1));
			await page.keyboard.press('Home');
			expect(await focused()).toBe(await addressOf(0));
			// Tab goes on to the buttons of the tile.
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
				/^Already seen/,
			);
		}));

	it('turns by buttons, which are off where there is nothing more', () =>
		visitingShelves(async (page) => {
			const shelf = shelfOf(page, 'Films');
			const [back, on] = [/^Back/, /^Forward/].map((name) => shelf.getByRole('button', { name }));
			expect([await back?.isDisabled(), await on?.isDisabled()]).toEqual([true, false]);
			await on?.click();
			await expect.poll(() => back?.isDisabled()).toBe(false);
			const scrolled = () => shelf.getByRole('list').evaluate((row) => row.scrollLeft);
			expect(await scrolled()).toBeGreaterThan(200);
			await back?.click();
			await expect.poll(scrolled).toBe(0);
		}));

	it('lets titles be hidden and rated, and everything follows', () =>
		visitingShelves(async (page) => {
			const links = linksOf(page, 'Films');
			const first = await links.first().getAttribute('href');
			const tile = tilesOf(page, 'Films').first();
			await tile.getByRole('button', { name: /^Not interested/ }).click();
			await expect.poll(() => links.first().getAttribute('href')).not.toBe(first);
			await page.getByRole('button', { name: 'Undo', exact: true }).click();
			await expect.poll(() => links.first().getAttribute('href')).toBe(first);
			await tile.getByRole('button', { name: /^Already seen/ }).click();
			await page.getByRole('button', { name: 'Good' }).first().click();
			await page.waitForURL(/r=16498-10_1535-9_9253-10_5114-9_\d+-8/);
			await expect
				.poll(async () => (await shownIds(page)).includes(Number(first?.split('/')[2])))
				.toBe(false);
		}));

	it('lets titles be planned, which then stand on the shelf of plans', () =>
		visitingShelves(async (page) => {
			const add = tilesOf(page, 'Films')
				.first()
				.getByRole('button', { name: /^Add to my plans/ });
			const title = (await add.getAttribute('aria-label'))?.replace('Add to my plans: ', '');
			await add.click();
			const planned = tilesOf(page, 'From your plans');
			await planned.getByRole('button', { name: `Remove from my plans: ${title}` }).waitFor();
			await expect.poll(() => planned.count()).toBe(1);
		}));

	it('follows the filters, and leads on to the list with its own', () =>
		visitingShelves(async (page) => {
			const before = await shownIds(page);
			await page.getByRole('button', { name: 'Before 2000' }).click();
			await page.waitForURL(/year=-1999/);
			await expect.poll(async () => (await shownIds(page)).length).toBeLessThan(before.length);
			await page.getByRole('button', { name: 'Show all films' }).click();
			await page.waitForURL(
				(url) => url.search.includes('type=Movie') && !url.search.includes('view='),
			);
			await page.getByRole('article').first().waitFor();
			await expect
				.poll(() => page.getByRole('article').first().textContent())
				.toMatch(/Movie · 19\d\d/);
		}));

	it('opens the page of a title', () =>
		visitingShelves(async (page) => {
			const link = linksOf(page, 'Films').first();
			const address = await link.getAttribute('href');
			await link.click();
			await page.waitForURL((url) => url.pathname === address);
			await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
			await page.goBack();
			await tilesOf(page, 'Films').first().waitFor();
		}, 'phone'));
});
