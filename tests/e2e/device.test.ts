import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => sites.env());

const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
const firstTitle = async (page: Page) =>
	(await rowsOf(page).first().getByRole('heading', { level: 3 }).textContent())?.trim();

describe('a list on another site', () => {
	it('takes what the visitor has seen beyond it, kept on this device', () =>
		visiting(running.browser, `${running.site.url}/user/anilist/mika`, async ({ page }) => {
			const first = (await firstTitle(page)) ?? '';
			await rowsOf(page)
				.first()
				.getByRole('button', { name: /^Already seen/ })
				.click();
			await page.getByRole('dialog').getByRole('button', { name: /^Good/ }).click();
			await expect.poll(() => firstTitle(page)).not.toBe(first);
			await page.getByText('Kept on this device').first().waitFor();
			const next = await firstTitle(page);
			await page.reload();
			await page.getByRole('button', { name: `Remove ${first}` }).waitFor();
			await expect.poll(() => firstTitle(page)).toBe(next);
			expect(await findViolations(page)).toEqual([]);
			await page.getByRole('button', { name: `Remove ${first}` }).click();
			await expect.poll(() => firstTitle(page)).toBe(first);
		}));
});
