import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { writeBundleWithMap } from '#tests/support/bundle-with-map.ts';
import { countFrames, frameCosts } from '#tests/support/frame-costs.ts';
import { drawnFrame, expectParameter, openMap, pan } from '#tests/support/map-page.ts';
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

it('a list of 2,000 titles with its lines keeps to the budget of a frame', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await page.addInitScript(countFrames);
		await openMap(page, address('/user/anilist/long/atlas?at=0.3,0.2,900'));
		await pan(page, 40);
		const { quietMs, mostCalls } = await page.evaluate(frameCosts);
		expect(mostCalls).toBeGreaterThan(4);
		expect(mostCalls).toBeLessThanOrEqual(8);
		expect(quietMs).toBeLessThan(2);
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
