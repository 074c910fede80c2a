import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { listFile } from '#tests/support/list-files.ts';
import { useBundleWithMap } from '#tests/support/map-bundle-suite.ts';
import { drawnFrame, expectParameter, openMap } from '#tests/support/map-page.ts';
import { findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const bundle = useBundleWithMap();

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => ({ ...sites.env(), BUNDLE_DIR: bundle.dir }));
beforeEach(() => sites.upstreams.reset());

const address = (path: string) => `${running.site.url}${path}`;

it('a user’s list lies on the map: seen, planned, and what to watch next with its place', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await openMap(page, address('/user/anilist/mika/atlas'));
		const card = page.getByRole('region', { name: 'mika' });
		await card.getByRole('list', { name: 'Recommended, on the map' }).waitFor();
		const seen = card.getByRole('button', { name: /\d+ seen/ });
		await expect.poll(() => seen.getAttribute('aria-pressed')).toBe('true');
		await expect.poll(() => page.locator('.map-label.rank').count()).toBeGreaterThan(3);
		await card.getByRole('button', { name: /recommended/ }).click();
		await expect.poll(() => page.locator('.map-label.rank').count()).toBe(0);
		await page.getByLabel('Colour', { exact: true }).selectOption('own');
		expect(await findViolations(page)).toEqual([]);
	}));

it('an imported list lies on the map and is in no request', () =>
	visiting(running.browser, address('/import'), async ({ page }) => {
		const file = { name: 'list.xml', mimeType: 'text/xml' };
		const buffer = Buffer.from(listFile('myanimelist.xml'));
		await page.locator('input[type=file]').setInputFiles({ ...file, buffer });
		await page.getByRole('link', { name: 'See your recommendations' }).click();
		const toMap = page.getByRole('link', { name: /map/i });
		await toMap.waitFor();
		const asked: string[] = [];
		page.on('request', (request) => {
			asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
		});
		await toMap.click();
		await page.waitForURL('**/atlas?list=device');
		const card = page.getByRole('region', { name: 'Your imported list' });
		await card.getByRole('list', { name: 'Recommended, on the map' }).waitFor();
		await page.locator('.map-label.rank').first().waitFor();
		expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
		expect(asked.filter((request) => /\/api\/|malId|[?&]r=/.test(request))).toEqual([]);
	}));

/** The middle of the map, which no panel covers, as a sum: what is drawn alike has the same. */
const pictureOf = async (page: Page) => {
	await drawnFrame(page);
	const clip = { x: 400, y: 160, width: 560, height: 400 };
	const png = await page.screenshot({ clip });
	return createHash('sha256').update(png).digest('hex');
};

it('faint lines lie between neighbours of the list, until they are switched off', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		const fetched = page.waitForResponse(/atlas-neighbours/);
		await openMap(page, address('/user/anilist/mika/atlas'));
		const headers = (await fetched).headers();
		expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
		expect(headers['content-type']).toBe('application/octet-stream');
		const card = page.getByRole('region', { name: 'mika' });
		await card.getByRole('list', { name: 'Recommended, on the map' }).waitFor();
		const lines = card.getByRole('switch', { name: 'Lines between neighbours' });
		const drawn = await pictureOf(page);
		await lines.click();
		await expectParameter(page, 'lines', 'off');
		expect(await pictureOf(page)).not.toBe(drawn);
		await page.goBack();
		await expect.poll(() => lines.isChecked()).toBe(true);
		expect(await pictureOf(page)).toBe(drawn);
	}));

it('the map without a list asks for no lines, and one that gets none says so', () =>
	visiting(running.browser, 'about:blank', async ({ page, complaints }) => {
		let asked = 0;
		await page.route(/atlas-neighbours/, (route) => {
			asked++;
			return route.abort();
		});
		await openMap(page, address('/atlas'));
		expect(asked).toBe(0);
		await openMap(page, address('/user/anilist/mika/atlas'));
		await page.getByText('They could not be fetched.').waitFor();
		expect(asked).toBe(1);
		// Chromium remarks on what was not loaded.
		complaints.splice(0);
	}));

it('two lists at once say what they share, and the first stays where the second can’t be had', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await openMap(page, address('/user/anilist/mika/atlas?with=kitsu:mika'));
		await page.getByText(/\d+ in common/).waitFor();
		await openMap(page, address('/user/anilist/mika/atlas?with=kitsu:nobody'));
		await page.getByText('The list of nobody could not be had.').waitFor();
	}));

it('a list that can’t be had is told as everywhere, with another try', () =>
	visiting(running.browser, 'about:blank', async ({ page, complaints }) => {
		await page.goto(address('/user/anilist/nobody/atlas'));
		await page.getByRole('textbox', { name: 'User name' }).waitFor();
		// Chromium remarks on the status of the page.
		complaints.splice(0);
	}));

it('the form on the map leads to the map of that user', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await openMap(page, address('/atlas'));
		await page.getByRole('button', { name: 'Where are you in this world?' }).click();
		await page.getByRole('radio', { name: 'Kitsu' }).check();
		await page.getByRole('textbox', { name: 'User name' }).fill('mika');
		await page.getByRole('button', { name: 'Draw my list' }).click();
		await page.waitForURL('**/user/kitsu/mika/atlas');
		await page.getByRole('region', { name: 'mika' }).waitFor();
	}));

it('titles for adults are nowhere, and everywhere once they are wanted', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		const { map, catalogue } = bundle;
		const animeAt = (malId: number) => catalogue.anime(catalogue.indexOf(malId) ?? 0);
		const point = map.malIds.findIndex((malId) => animeAt(malId).adult);
		const { malId, title, english } = animeAt(map.malIds[point] ?? 0);
		const { x, y } = map.lenses.local;
		const there = `at=${x[point]?.toFixed(6)},${y[point]?.toFixed(6)},30000`;
		// Whoever has the address of one has not asked to see it.
		await openMap(page, address(`/atlas?${there}&title=${malId}`));
		const panel = page.getByRole('region', { name: english ?? title, exact: true });
		expect(await panel.count()).toBe(0);
		const search = page.getByRole('combobox', { name: 'Search for an anime on the map' });
		const hit = page.getByRole('option', { name: title }).first();
		await search.fill(title);
		await page.getByRole('status').filter({ hasText: /found/ }).waitFor();
		expect(await hit.count()).toBe(0);
		const label = page.locator(`[data-key=t${point}]`);
		expect(await label.count()).toBe(0);

		await page.getByRole('switch', { name: 'Titles for adults' }).click();
		await expectParameter(page, 'adult', 'show');
		await panel.waitFor();
		await label.waitFor();
		await search.fill(`${title} `);
		await hit.waitFor();
		await search.press('Escape');
		await page.getByRole('switch', { name: 'Titles for adults' }).click();
		await expectParameter(page, 'adult', null);
		await expectParameter(page, 'title', null);
		await panel.waitFor({ state: 'detached' });
		await page.goBack();
		await panel.waitFor();
	}));
