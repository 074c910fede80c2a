import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './browser.ts';
import { startSite, type Site } from './site.ts';

/** The built site and a browser, started before the tests of a file and stopped after them. */
export function useSiteAndBrowser(env: Record<string, string> = {}): {
	readonly site: Site;
	readonly browser: Browser;
} {
	let running: { site: Site; browser: Browser } | undefined;
	const started = () => {
		if (!running) throw new Error('The site runs only while tests run.');
		return running;
	};
	beforeAll(async () => {
		const [site, browser] = await Promise.all([startSite(env), launchChromium()]);
		running = { site, browser };
	});
	afterAll(async () => {
		await running?.browser.close();
		await running?.site.stop();
	});
	return {
		get site() {
			return started().site;
		},
		get browser() {
			return started().browser;
		},
	};
}
