import { expect } from 'vitest';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Chromium as every test starts it: no sandbox (root in CI), nothing that looks for the network. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

export const WIDTHS = { phone: 390, laptop: 1280 } as const;
export const HEIGHTS = { phone: 844, laptop: 800 } as const;

export interface Visit {
	readonly page: Page;
	readonly context: BrowserContext;
	/** Console errors, page errors and failed requests so far; a test ends with none. */
	readonly complaints: string[];
}

/** Waits until the scripts of the page that came run: from then on it answers to clicks and keys. */
export async function untilHydrated(page: Page): Promise<void> {
	await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** Waits until the page that came runs and has everything that it asks for by itself. */
export async function untilAtRest(page: Page): Promise<void> {
	await untilHydrated(page);
	await page.waitForLoadState('networkidle');
}

/** A fresh visitor on a device, whose page notes whatever goes wrong. */
export async function visit(
	browser: Browser,
	options: {
		device?: keyof typeof WIDTHS;
		theme?: 'light' | 'dark';
		reducedMotion?: boolean;
	} = {},
): Promise<Visit> {
	const { device = 'laptop', theme = 'light', reducedMotion = true } = options;
	const context = await browser.newContext({
		viewport: { width: WIDTHS[device], height: HEIGHTS[device] },
		colorScheme: theme,
		reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
		hasTouch: device === 'phone',
	});
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		const isComplaint = message.type() === 'error' || message.type() === 'warning';
		// Chromium without a GPU remarks on its own screenshots of a drawing.
		if (isComplaint && !/GL Driver Message|WebGL: CONTEXT_LOST/.test(message.text())) {
			complaints.push(message.text());
		}
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('requestfailed', (request) => {
		// A navigation that overtakes another cancels its requests; that is no failure.
		const reason = request.failure()?.errorText ?? '';
		if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${reason}`);
	});
	return { page, context, complaints };
}

/**
 * A visitor who must find nothing to complain about at the end, on a page of the site once its scripts run;
 * on `about:blank` for the work to go on from.
 */
export async function visiting(
	browser: Browser,
	address: string,
	work: (visitor: Visit) => Promise<void>,
	options?: Parameters<typeof visit>[1],
): Promise<void> {
	const visitor = await visit(browser, options);
	try {
		await visitor.page.goto(address);
		if (address !== 'about:blank') await untilHydrated(visitor.page);
		await work(visitor);
		expect(visitor.complaints).toEqual([]);
	} finally {
		await visitor.context.close();
	}
}
