import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilHydrated } from '#tests/support/browser.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });

describe('a row before scripts run', () => {
	it('leads to the page of its title, which needs none', async () => {
		const context = await running.browser.newContext({ javaScriptEnabled: false });
		try {
			const page = await context.newPage();
			await page.goto(`${running.site.url}/rate?r=16498-10_1535-9`);
			const row = page.getByRole('article').first();
			const title = (await row.getByRole('heading').textContent())?.trim() ?? '';
			// Anywhere on the row that is no control of its own.
			await row.locator('.summary > .match').click({ force: true });
			await page.waitForURL(/\/anime\/\d+\//);
			await expect
				.poll(() => page.getByRole('heading', { level: 1 }).textContent())
				.toContain(title);
		} finally {
			await context.close();
		}
	});

	it('is a button once they do, and still a link to who opens a new tab', async () => {
		const context = await running.browser.newContext();
		try {
			const page = await context.newPage();
			await page.goto(`${running.site.url}/rate?r=16498-10_1535-9`);
			await untilHydrated(page);
			const title = page.getByRole('article').first().getByRole('heading').getByRole('button');
			await title.press(' ');
			await expect.poll(() => title.getAttribute('aria-expanded')).toBe('true');
			await title.press('Enter');
			await expect.poll(() => title.getAttribute('aria-expanded')).toBe('false');
			const opening = context.waitForEvent('page');
			await title.click({ modifiers: ['ControlOrMeta'] });
			const opened = await opening;
			await opened.waitForURL(/\/anime\/\d+\//);
			await expect.poll(() => title.getAttribute('aria-expanded')).toBe('false');
		} finally {
			await context.close();
		}
	});
});
