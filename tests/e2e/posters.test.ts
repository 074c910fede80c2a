import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams();
const running = useSiteAndBrowser(() => ({ ...sites.env(), POSTERS: 'on', TITLE_DETAILS: 'on' }));

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"/>';

describe('posters', () => {
	it('come from AniList where those of the catalogue lead nowhere', () =>
		visiting(running.browser, 'about:blank', async ({ page, complaints }) => {
			// The first row's picture is gone from its host; all the others are there.
			let gone: string | undefined;
			await page.route(/^https:\/\/(cdn\.)?myanimelist\.net\//, (route) => {
				gone ??= route.request().url();
				return route.request().url() === gone
					? route.fulfill({ status: 404 })
					: route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
			});
			await page.route('https://s4.anilist.co/**', (route) =>
				route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }),
			);
			await page.goto(`${running.site.url}/user/anilist/mika`);
			const first = page.getByRole('article').first();
			await first
				.locator('img[src^="https://s4.anilist.co/"].loaded')
				.waitFor({ state: 'attached' });
			expect(gone).toContain('myanimelist.net');
			complaints.splice(0, Infinity, ...complaints.filter((text) => !text.includes('404')));
		}));
});
