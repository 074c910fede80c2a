import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { visiting as visitingPage, type visit, type Visit } from '#tests/support/browser.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });

const visiting = (
	path: string,
	work: (visitor: Visit) => Promise<void>,
	options?: Parameters<typeof visit>[1],
) => visitingPage(running.browser, running.site.url + path, work, options);

const rows = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
const firstTitles = async (page: Page, count = 10) =>
	(await rows(page).getByRole('heading', { level: 3 }).allTextContents())
		.slice(0, count)
		.map((title) => title.trim());

/** Finds a title by the search and gives it a word for a score. */
async function rate(page: Page, query: string, word: string) {
	await page.getByRole('combobox').fill(query);
	await page.getByRole('option').first().waitFor();
	await page.getByRole('combobox').press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: word }).first().click();
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('rating titles', () => {
	it('goes from the first rating to an explained list, excludes, shares and reopens', () =>
		visiting('/', async ({ page }) => {
			await page
				.getByRole('link', { name: /^Rate titles/ })
				.first()
				.click();
			await page.waitForURL('**/rate');
			await rate(page, 'shingeki', 'Amazing');
			await rows(page).first().waitFor();
			await page.waitForURL((url) => url.searchParams.get('r') === '16498-10');
			await page.getByText('Still a rough guess').waitFor();

			await rate(page, 'fullmetal alchemst brotherhod', 'Good');
			await rate(page, 'ステインズゲート', 'Amazing');
			await rate(page, 'naruto', 'Bad');
			await page.getByText('Still a rough guess').waitFor({ state: 'hidden' });
			await expect
				.poll(async () => (await rows(page).allTextContents()).join(' '))
				.toMatch(/although you disliked Naruto/);
			await expect
				.poll(() => rows(page).first().textContent())
				.toMatch(/Because you (liked|watched)/);
			await expect.poll(() => rows(page).first().textContent()).toMatch(/you: \d+\.\d ± \d\.\d/);

			// Leave one contributor out: the list changes, and the address says so.
			const before = await firstTitles(page);
			await rows(page).first().getByRole('heading').getByRole('button').click();
			const cause = rows(page)
				.first()
				.getByRole('button', { name: /^Leave this out/ })
				.first();
			await cause.click();
			await page.waitForURL(/[?&]x=\d+/);
			await expect.poll(() => firstTitles(page)).not.toEqual(before);

			// A genre as well.
			await page.getByRole('button', { name: 'Leave out everything with Action' }).first().click();
			await page.waitForURL(/[?&]xg=Action/);
			await expect
				.poll(() => page.getByRole('button', { name: 'Leave out everything with Action' }).count())
				.toBe(0);

			// Whoever opens the address sees the same list, also without scripts.
			const shared = page.url();
			const titles = await firstTitles(page);
			await visiting(shared.slice(running.site.url.length), async (friend) => {
				await expect.poll(() => firstTitles(friend.page)).toEqual(titles);
			});
			const html = await (await fetch(shared)).text();
			for (const title of titles) {
				expect(html).toContain(title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
			}

			// Back undoes step by step.
			await page.goBack();
			await page.waitForURL((url) => !url.searchParams.has('xg'));
			await page.goBack();
			await page.waitForURL((url) => !url.searchParams.has('x'));
			await expect.poll(() => firstTitles(page)).toEqual(before);
		}));

	it('names similar titles in an open row, by keyboard, and tries again after a failure', () =>
		visiting('/rate?r=16498-10_1535-9_9253-10_5114-9', async ({ page, complaints }) => {
			const row = rows(page).first();
			await row.getByRole('heading').getByRole('button').click();
			await page.waitForURL(/open=\d+/);
			await page.route('**/similar?*', (route) => route.fulfill({ status: 500 }), { times: 1 });
			await row.getByText('Similar titles').press('Enter');
			await row.getByRole('alert').waitFor();
			// The failure was made up; nothing else may go wrong.
			expect(complaints.splice(0)).toEqual([expect.stringContaining('500')]);
			await row.getByRole('button', { name: 'Try again' }).click();
			const similar = row.getByRole('group').getByRole('listitem');
			await expect.poll(() => similar.count()).toBe(6);
			await similar.getByRole('link').first().waitFor();
			await expect
				.poll(() => similar.first().textContent())
				.toMatch(/people|taste|both|recommended|related/i);
		}));

	it('lets scores be changed, removed and brought back', () =>
		visiting('/rate?r=16498-10_1535-9', async ({ page }) => {
			const list = page.getByRole('group', { name: /^Your ratings/ });
			await list.getByRole('button', { name: 'Remove Death Note' }).click();
			await page.waitForURL((url) => url.searchParams.get('r') === '16498-10');
			await page.getByRole('button', { name: 'Undo' }).click();
			await page.waitForURL((url) => (url.searchParams.get('r') ?? '').includes('1535-9'));
			await list
				.getByRole('button', { name: /Attack on Titan/ })
				.first()
				.click();
			await page.getByRole('button', { name: 'Bad' }).first().click();
			await page.waitForURL((url) => (url.searchParams.get('r') ?? '').includes('16498-2'));
		}));

	it('rates from groups of well-known titles, ten at a time', () =>
		visiting('/rate', async ({ page }) => {
			const shelf = page.getByRole('region', { name: /Which of these/ });
			await shelf.getByRole('button', { name: 'Films' }).click();
			await expect.poll(() => shelf.getByRole('listitem').count()).toBe(10);
			const first = await shelf.getByRole('listitem').first().getByRole('paragraph').textContent();
			await shelf.getByRole('button', { name: 'Next ten' }).click();
			await expect
				.poll(() => shelf.getByRole('listitem').first().getByRole('paragraph').textContent())
				.not.toBe(first);
			const tile = shelf.getByRole('listitem').first();
			await tile.getByRole('button', { name: 'Seen it' }).click();
			await page.getByRole('button', { name: /Good/ }).first().click();
			await page.waitForURL(/[?&]r=\d+-8/);
			await rows(page).first().waitFor();
		}));

	it('goes on when the end of the list is reached', () =>
		visiting('/rate?r=16498-10_1535-9_9253-10_5114-9', async ({ page }) => {
			const shown = await rows(page).count();
			await rows(page).last().scrollIntoViewIfNeeded();
			await page.mouse.wheel(0, 5_000);
			await expect.poll(() => rows(page).count()).toBeGreaterThan(shown);
			const titles = await rows(page).getByRole('heading', { level: 3 }).allTextContents();
			expect(new Set(titles).size).toBe(titles.length);
		}));

	it('shows titles in the language of choice, and says so in the address', () =>
		visiting('/rate?r=1535-9&titles=romaji', async ({ page }) => {
			await page.getByRole('button', { name: 'Shingeki no Kyojin', exact: true }).waitFor();
			expect(page.url()).toContain('titles=romaji');
		}));

	it('finds the same title by any of its names', () =>
		visiting('/rate', async ({ page }) => {
			for (const query of ['aot', 'shingeki', 'attack titan', 'atack on titna', '進撃の巨人']) {
				await page.getByRole('combobox').fill('');
				await page.getByRole('combobox').fill(query);
				await expect
					.poll(() => page.getByRole('option').first().textContent(), { message: query })
					.toMatch(/^\s*Attack on Titan(?! Season|:)/);
			}
		}));

	it('hears what was typed before its scripts arrived', () =>
		visiting('/about', async ({ page }) => {
			// The worker's script and the page's own come late; the document does not.
			await page.route(/_app\/.*\.js/, async (route) => {
				await page.waitForTimeout(400);
				await route.continue();
			});
			await page.goto(`${running.site.url}/rate`, { waitUntil: 'commit' });
			await page.getByRole('combobox').fill('mushishi');
			await page.getByRole('option').first().waitFor();
			await expect.poll(() => page.getByRole('option').first().textContent()).toMatch(/Mushi/);
		}));

	it('works by keyboard alone', () =>
		visiting('/', async ({ page }) => {
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Skip to/);
			await page.goto(`${running.site.url}/rate`);
			await page.getByRole('combobox').focus();
			await page.keyboard.type('death note');
			await page.getByRole('option').first().waitFor();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Enter');
			await page.getByRole('dialog').waitFor();
			// The first choice has the focus.
			await page.keyboard.press('Enter');
			await page.waitForURL(/r=1535-10/);
			await rows(page).first().waitFor();
			await rows(page).first().getByRole('heading').getByRole('button').focus();
			await page.keyboard.press('Enter');
			await page.waitForURL(/open=\d+/);
			await rows(page)
				.first()
				.getByRole('button', { name: /^Leave this out/ })
				.first()
				.focus();
			await page.keyboard.press('Space');
			await page.waitForURL(/x=1535/);
		}));

	it('works on a phone', () =>
		visiting(
			'/rate',
			async ({ page }) => {
				await rate(page, 'mushishi', 'Amazing');
				await rows(page).first().waitFor();
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
				).toBeLessThanOrEqual(0);
			},
			{ device: 'phone', theme: 'dark' },
		));
});
