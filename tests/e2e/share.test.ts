import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilAtRest, visiting } from '#tests/support/browser.ts';
import { findViolations } from '#tests/support/sound-page.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });
const LIST = '/rate?r=16498-10_1535-9_9253-10_5114-9_20-8_269-6&movies=1';

describe('a list as a picture', () => {
	it.each([
		['laptop', 'light'],
		['phone', 'dark'],
	] as const)('is drawn here, shown, saved and copied, on a %s, %s', (device, theme) =>
		visiting(
			running.browser,
			running.site.url + LIST,
			async ({ page, context }) => {
				await context.grantPermissions(['clipboard-read', 'clipboard-write']);
				await untilAtRest(page);
				const requests: string[] = [];
				page.on('request', (request) => void requests.push(request.url()));
				await page.getByRole('button', { name: /as a picture$/ }).click();
				const dialog = page.getByRole('dialog', { name: 'Share as a picture' });
				const picture = dialog.getByRole('img', { name: /^What to watch next: / });
				await picture.waitFor();
				const first = await page.getByRole('article').first().getByRole('heading').textContent();
				await expect.poll(() => picture.getAttribute('alt')).toContain(first?.trim());
				const source = decodeURIComponent((await picture.getAttribute('src')) ?? '');
				expect(source).toContain('movies too');
				expect(source).toContain(theme === 'light' ? 'oklch(0.975 0.007 85)' : 'oklch(0.172');
				expect(await findViolations(page)).toEqual([]);

				await dialog.getByRole('radio', { name: 'First 10' }).check();
				const downloading = page.waitForEvent('download');
				await dialog.getByRole('button', { name: 'Save picture' }).click();
				const download = await downloading;
				expect(download.suggestedFilename()).toMatch(/^sprout-\d{4}-\d\d-\d\d\.png$/);
				const png = await readFile(await download.path());
				expect(png.subarray(1, 4).toString()).toBe('PNG');
				// Two pixels for one of 1,080 by ten rows between head and foot.
				expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2160, 2 * (176 + 1320 + 88)]);

				await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
				await page.getByText('Picture copied').first().waitFor();
				expect(requests.filter((url) => /^https?:/.test(url))).toEqual([]);
				await page.keyboard.press('Escape');
				await dialog.waitFor({ state: 'hidden' });
			},
			{ device, theme },
		),
	);
});
