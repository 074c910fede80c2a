import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting, WIDTHS } from '#tests/support/browser.ts';
import { expectSoundPage } from '#tests/support/sound-page.ts';

const PAGES = [
	'/',
	'/rate',
	'/rate?r=16498-10_1535-9_9253-10_5114-9_20-3&open=11757',
	'/import',
	'/list',
	'/about',
	'/api',
];
const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const THEMES = ['light', 'dark'] as const;
const CASES = PAGES.flatMap((path) =>
	DEVICES.flatMap((device) => THEMES.map((theme) => [path, device, theme] as const)),
);

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });

describe('every page', () => {
	it.each(CASES)(
		'%s on a %s, %s: accessible, steady, as wide as the screen',
		(path, device, theme) =>
			visiting(
				running.browser,
				'about:blank',
				async ({ page }) => {
					await expectSoundPage(page, running.site.url + path);
				},
				{ device, theme },
			),
	);

	it('that does not exist says so and leads back', () =>
		visiting(running.browser, 'about:blank', async ({ page, complaints }) => {
			const answer = await page.goto(`${running.site.url}/no-such-page`);
			expect(answer?.status()).toBe(404);
			await expect.poll(() => page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
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
				// From title to title the whole catalogue would be walked through.
				if (path.startsWith('/anime/')) continue;
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
			await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
		}));
});
