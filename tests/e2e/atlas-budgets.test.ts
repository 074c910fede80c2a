import type { CDPSession } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilAtRest, visiting } from '#tests/support/browser.ts';
import { countFrames, frameCosts } from '#tests/support/frame-costs.ts';
import { useBundleWithMap } from '#tests/support/map-bundle-suite.ts';
import { openMap, pan } from '#tests/support/map-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

/** JS of a frame while 12,000 points are panned, ms. */
const MOST_FRAME_MS = 2;
const MOST_DRAW_CALLS = 8;
const MOST_ROUTE_KIB = 260;
/** What twenty mounts may leave, beside what the page itself keeps for its history. */
const MOST_LEFT_MIB = 4;
const MOUNTS = 20;

const bundle = useBundleWithMap();
const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => ({ ...sites.env(), BUNDLE_DIR: bundle.dir }));

it('costs little JS and few draw calls a frame while it is panned with its labels', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await page.addInitScript(countFrames);
		await openMap(page, `${running.site.url}/atlas?at=0.3,0.2,900`);
		await pan(page, 90);
		const { frames, quietMs, mostCalls } = await page.evaluate(frameCosts);
		expect(frames).toBeGreaterThan(20);
		expect(mostCalls).toBeLessThanOrEqual(MOST_DRAW_CALLS);
		expect(quietMs).toBeLessThan(MOST_FRAME_MS);
	}));

it('brings few scripts along', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		let bytes = 0;
		page.on('requestfinished', async (request) => {
			if (request.resourceType() !== 'script') return;
			bytes += (await request.sizes()).responseBodySize;
		});
		await openMap(page, `${running.site.url}/atlas`);
		expect(bytes / 1024).toBeGreaterThan(100);
		expect(bytes / 1024).toBeLessThan(MOST_ROUTE_KIB);
	}));

it('leaves nothing behind when it is left', () =>
	visiting(running.browser, running.site.url, async ({ page, context }) => {
		await untilAtRest(page);
		const session = await context.newCDPSession(page);
		const links = page.getByRole('navigation', { name: 'Main' });
		const mount = async () => {
			await links.getByRole('link', { name: 'Atlas' }).click();
			// Not `waitForSelector`: its handle would keep the element, and all that hangs on it.
			await page.locator('[data-map=drawn]').waitFor();
			await links.getByRole('link', { name: 'About' }).click();
			await page.locator('[data-map]').waitFor({ state: 'detached' });
		};
		// What is made once, such as compiled shaders, is made by the first ones.
		for (let time = 0; time < 3; time++) await mount();
		const before = await heapMiB(session);
		for (let time = 0; time < MOUNTS; time++) await mount();
		expect((await heapMiB(session)) - before).toBeLessThan(MOST_LEFT_MIB);
		expect(await page.locator('canvas').count()).toBe(0);
	}));

async function heapMiB(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return usedSize / 2 ** 20;
}

it('a list of 2,000 titles with its lines keeps to the budget of a frame', () =>
	visiting(running.browser, 'about:blank', async ({ page }) => {
		await page.addInitScript(countFrames);
		await openMap(page, `${running.site.url}/user/anilist/long/atlas?at=0.3,0.2,900`);
		await pan(page, 40);
		const { quietMs, mostCalls } = await page.evaluate(frameCosts);
		expect(mostCalls).toBeGreaterThan(4);
		expect(mostCalls).toBeLessThanOrEqual(MOST_DRAW_CALLS);
		expect(quietMs).toBeLessThan(MOST_FRAME_MS);
	}));
