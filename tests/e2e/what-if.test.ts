import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilHydrated, visiting } from '#tests/support/browser.ts';
import { findViolations } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => sites.env());
const LIST = '/rate?r=16498-10_1535-9_9253-10_5114-9_20-8_269-6';

const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
const titlesOf = async (page: Page) =>
	(await rowsOf(page).getByRole('heading', { level: 3 }).allTextContents()).map((title) =>
		title.trim(),
	);
const chips = (page: Page) =>
	page.getByRole('group', { name: 'Active filters' }).getByText(/^what if:/);

/** Opens the second row and gives its strongest cause's slider the focus. */
async function openSecond(page: Page) {
	await untilHydrated(page);
	const title = (await titlesOf(page))[1] ?? '';
	await rowsOf(page).nth(1).getByRole('heading').getByRole('button').click();
	const slider = rowsOf(page)
		.nth(1)
		.getByRole('slider', { name: /^What if/ })
		.first();
	await slider.focus();
	return { title, slider };
}

describe('what-if', () => {
	it.each(['laptop', 'phone'] as const)(
		'moves the list with a score by keyboard, holds the row, and is taken back, on a %s',
		(device) =>
			visiting(
				running.browser,
				running.site.url + LIST,
				async ({ page }) => {
					const before = await titlesOf(page);
					const { title, slider } = await openSecond(page);
					for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowLeft');
					await page.waitForURL(/[?&]whatif=\d+:\d+/);
					await expect.poll(() => titlesOf(page)).not.toEqual(before);
					// The row is where it was, and so is the keyboard.
					expect((await titlesOf(page))[1]).toBe(title);
					expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true);
					await expect
						.poll(() => slider.getAttribute('aria-valuetext'))
						.toMatch(/^\d+ instead of \d+$/);
					await rowsOf(page)
						.nth(1)
						.getByText(/^What if:/)
						.waitFor();
					await expect
						.poll(() => chips(page).textContent())
						.toMatch(/ at \d instead of (10|[6-9])$/);
					expect(await findViolations(page)).toEqual([]);

					// A second one at once, by link; then both are taken back by one click each.
					const other = page.url().includes('whatif=20:') ? '269:100' : '20:10';
					await page.goto(page.url().replace(/whatif=[\d:]+/, `$&_${other}`));
					await untilHydrated(page);
					await expect.poll(() => chips(page).count()).toBe(2);
					for (let left = 2; left > 0; left--) {
						await page
							.getByRole('button', { name: /^Undo “what if/ })
							.first()
							.click();
					}
					await page.waitForURL((url) => !url.search.includes('whatif'));
					await expect.poll(() => titlesOf(page)).toEqual(before);
				},
				{ device },
			),
	);

	it('follows a finger that drags, also while rows move', () =>
		visiting(
			running.browser,
			running.site.url + LIST,
			async ({ page }) => {
				const { title, slider } = await openSecond(page);
				await slider.scrollIntoViewIfNeeded();
				const box = await slider.boundingBox();
				if (box === null) throw new Error('The slider is to be seen.');
				const y = box.y + box.height / 2;
				await page.mouse.move(box.x + box.width * 0.95, y);
				await page.mouse.down();
				const seen = new Set<string>();
				for (let step = 9; step >= 1; step--) {
					await page.mouse.move(box.x + (box.width * step) / 10, y);
					await page.waitForTimeout(60);
					seen.add((await slider.getAttribute('aria-valuetext')) ?? '');
				}
				// It was still in hand at the end: the whole way counts.
				expect(seen.size).toBeGreaterThan(6);
				await page.mouse.up();
				await page.waitForURL(/[?&]whatif=\d+:(10|20)\b/);
				await expect.poll(async () => (await titlesOf(page))[1]).toBe(title);
				// Back leads to before the drag.
				await page.goBack();
				await page.waitForURL((url) => !url.search.includes('whatif'));
				await chips(page).waitFor({ state: 'hidden' });
			},
			{ reducedMotion: false },
		));

	it('is linked to: the server tries it on a list that the page does not have', () =>
		visiting(
			running.browser,
			`${running.site.url}/user/anilist/mika?whatif=5114:10_20:40_431:50`,
			async ({ page }) => {
				// The very first answer has it: it stands there before any script runs.
				const html = await (await fetch(page.url())).text();
				expect(html).toMatch(/what if: [^<]+ at 1 instead of 10/);
				await expect
					.poll(() => chips(page).allTextContents())
					.toEqual([
						expect.stringMatching(/^what if: Fullmetal Alchemist: Brotherhood at 1 instead of 10$/),
						expect.stringMatching(/^what if: Naruto changes nothing: it is not seen on this list$/),
						expect.stringMatching(/changes nothing: it is not seen on this list$/),
					]);
				await page.getByRole('button', { name: 'Reset all', exact: true }).click();
				await page.waitForURL((url) => !url.search.includes('whatif'));
			},
		));
});
