import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './browser.ts';
import { startSite, type Site } from './site.ts';

type Env = Readonly<Record<string, string>>;

/**
 * The built site and a browser, started before the tests of a file and stopped after them.
 *
 * @param env of the site, or what gives it once earlier hooks have run
 */
export function useSiteAndBrowser(env: Env | (() => Env) = {}): {
	readonly site: Site;
	readonly browser: Browser;
} {
	let running: { site: Site; browser: Browser } | undefined;
	const started = () => {
		if (!running) throw new Error('The site runs only while tests run.');
		return running;
	};
	beforeAll(async () => {
		const [site, browser] = await Promise.all([
			startSite(typeof env === 'function' ? env() : env),
			launchChromium(),
		]);
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
