import { source as AXE } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting, WIDTHS } from '#tests/support/browser.ts';

const PAGES = [
	'/',
	'/rate',
	'/rate?r=16498-10_1535-9_9253-10_5114-9_20-3&open=11757',
	'/import',
	'/list',
	'/about',
];
const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const THEMES = ['light', 'dark'] as const;
const CASES = PAGES.flatMap((path) =>
	DEVICES.flatMap((device) => THEMES.map((theme) => [path, device, theme] as const)),
);

/** Cumulative layout shift that a page may have while it loads. */
const MOST_SHIFT = 0.02;

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });

describe('every page', () => {
	it.each(CASES)(
		'%s on a %s, %s: accessible, steady, as wide as the screen',
		(path, device, theme) =>
			visiting(
				running.browser,
				'about:blank',
				async ({ page }) => {
					await page.addInitScript(watchShifts);
					await page.goto(running.site.url + path);
					await page.waitForLoadState('networkidle');
					expect(await page.title()).toMatch(/Sprout/);
					expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
					expect(await findViolations(page)).toEqual([]);
					const overflow = () =>
						document.documentElement.scrollWidth - document.documentElement.clientWidth;
					expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
					expect(await page.evaluate(totalShift)).toBeLessThan(MOST_SHIFT);
				},
				{ device, theme },
			),
	);

	it('that does not exist says so and leads back', () =>
		visiting(running.browser, 'about:blank', async ({ page, complaints }) => {
			const answer = await page.goto(`${running.site.url}/no-such-page`);
			expect(answer?.status()).toBe(404);
			expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
			// Chromium reports the status itself.
			expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
			(complaints as string[]).length = 0;
		}));

	it('links to nothing that is not there', () =>
		visiting(running.browser, running.site.url, async ({ page }) => {
			const seen = new Set<string>();
			const open = ['/'];
			for (let path = open.pop(); path !== undefined; path = open.pop()) {
				if (seen.has(path)) continue;
				seen.add(path);
				const answer = await page.request.get(running.site.url + path);
				expect(answer.status(), path).toBe(200);
				const links = (await answer.text()).matchAll(/<a [^>]*href="(\.?\.?\/[^"#?]*|\.)[^"]*"/g);
				for (const [, href = '/'] of links)
					open.push(new URL(href, running.site.url + path).pathname);
			}
			expect(seen).toEqual(new Set(['/', '/rate', '/import', '/about', ...seen]));
		}));

	it('remembers the theme', () =>
		visiting(running.browser, running.site.url, async ({ page }) => {
			await page
				.getByRole('button', { name: /display|settings/i })
				.first()
				.click();
			await page.getByRole('radio', { name: 'Dark' }).check();
			await page.reload();
			expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
		}));
});

/** Runs axe in the page; every finding as "rule: element". */
async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		// The script above put it there.
		const { axe } = globalThis as unknown as {
			axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const { violations } = await axe.run();
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
	});
}

/** Adds up the layout shifts of a page from its very start. Runs in the page. */
function watchShifts() {
	const sum = globalThis as unknown as { shift: number };
	sum.shift = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as unknown as {
			value: number;
			hadRecentInput: boolean;
		}[]) {
			if (!entry.hadRecentInput) sum.shift += entry.value;
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

function totalShift(): number {
	return (globalThis as unknown as { shift: number }).shift;
}
