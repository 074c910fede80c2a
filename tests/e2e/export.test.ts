import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readListFile } from '#files/read-list-file.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });
const LIST = '/rate?r=16498-10_1535-9_9253-10_5114-9';

describe('recommendations', () => {
	it.each([
		['CSV', 'csv', 'table', 'laptop'],
		['JSON', 'json', 'sprout-json', 'laptop'],
		['MyAnimeList XML', 'xml', 'mal-xml', 'phone'],
	] as const)('are saved as %s, in order, as titles to watch', (name, ending, format, device) =>
		visiting(
			running.browser,
			`${running.site.url}${LIST}&titles=romaji`,
			async ({ page }) => {
				const rows = page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
				await rows.first().waitFor();
				await page.locator('summary', { hasText: 'Save these recommendations' }).click();
				const downloading = page.waitForEvent('download');
				await page.getByRole('button', { name: `Save as ${name}` }).click();
				const download = await downloading;
				expect(download.suggestedFilename()).toMatch(
					new RegExp(`^sprout-recommendations-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`),
				);
				const result = await readListFile(Uint8Array.from(await readFile(await download.path())));
				if (!result.ok) throw new Error(result.reason);
				expect(result.report).toMatchObject({ format, skipped: [] });
				expect(result.entries.length).toBe(await rows.count());
				expect(new Set(result.entries.map(({ status }) => status))).toEqual(
					new Set(['plan-to-watch']),
				);
				const [first] = await rows.getByRole('heading').allTextContents();
				expect(first).toContain(result.titles[0]);
				await page.getByText('were saved as sprout-recommendations').first().waitFor();
			},
			{ device },
		),
	);
});
