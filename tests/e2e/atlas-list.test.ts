import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { writeBundleWithMap } from '#tests/support/bundle-with-map.ts';
import { listFile } from '#tests/support/list-files.ts';
import { openMap } from '#tests/support/map-page.ts';
import { findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

let dir: string;
beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'sprout-atlas-'));
	await writeBundleWithMap(dir);
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => ({ ...sites.env(), BUNDLE_DIR: dir }));
beforeEach(() => sites.upstreams.reset());

const address = (path: string) => `${running.site.url}${path}`;

it('a user’s list lies on the map: seen, planned, and what to watch next with its place', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await openMap(page, address('/user/anilist/mika/atlas'));
		const card = page.getByRole('region', { name: 'mika' });
		await card.getByRole('list', { name: 'Recommended, on the map' }).waitFor();
		const seen = card.getByRole('button', { name: /\d+ seen/ });
		expect(await seen.getAttribute('aria-pressed')).toBe('true');
		expect(await page.locator('.map-label.rank').count()).toBeGreaterThan(3);
		await card.getByRole('button', { name: /recommended/ }).click();
		await expect.poll(() => page.locator('.map-label.rank').count()).toBe(0);
		await page.getByLabel('Colour', { exact: true }).selectOption('own');
		expect(await findViolations(page)).toEqual([]);
	}));

it('an imported list lies on the map and is in no request', () =>
	visiting(running.browser, address('/import'), async ({ page }) => {
		await page.waitForLoadState('networkidle');
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
