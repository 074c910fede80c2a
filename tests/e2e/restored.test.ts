import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting } from '#tests/support/browser.ts';
import { findViolations } from '#tests/support/sound-page.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });

/** Attack on Titan and Death Note completed, Vinland Saga dropped: its second season is what would come. */
const LIST = `mal_id,title,status,score
16498,Shingeki no Kyojin,completed,90
1535,Death Note,completed,80
9253,Steins;Gate,completed,100
11061,Hunter x Hunter,completed,100
37521,Vinland Saga,dropped,70
`;

const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
const ofVinland = (page: Page) => rowsOf(page).filter({ hasText: 'Vinland Saga Season 2' });

async function importList(page: Page): Promise<void> {
	await page.locator('input[type=file]').setInputFiles({
		name: 'list.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(LIST),
	});
	await page.getByRole('link', { name: 'See your recommendations' }).waitFor();
	// Of all years it would come too far down to be seen at once.
	await page.goto(`${running.site.url}/list#year=2023-2023`);
	await rowsOf(page).first().waitFor();
}

async function openHidden(page: Page): Promise<void> {
	const drawer = page.getByRole('button', { name: /^Filters/ });
	if (await drawer.isVisible()) await drawer.click();
	await page.locator('summary', { hasText: 'Hidden by you' }).click();
}

describe('what was dropped', () => {
	it.each(['laptop', 'phone'] as const)('can be let back and kept away again, on a %s', (device) =>
		visiting(
			running.browser,
			`${running.site.url}/import`,
			async ({ page }) => {
				await importList(page);
				expect(await ofVinland(page).count()).toBe(0);
				await openHidden(page);
				await page.getByText('Dropped on your list, so kept away').waitFor();
				expect(await findViolations(page)).toEqual([]);
				await page.getByRole('button', { name: /^Let back ?: Vinland Saga$/ }).click();
				await ofVinland(page).first().waitFor({ state: 'attached' });
				await page.reload();
				await ofVinland(page).first().waitFor({ state: 'attached' });
				await openHidden(page);
				await page.getByRole('button', { name: 'Keep Vinland Saga away again' }).click();
				await ofVinland(page).first().waitFor({ state: 'detached' });
			},
			{ device },
		),
	);
});
