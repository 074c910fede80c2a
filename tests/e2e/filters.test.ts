import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import {
	type visit,
	type Visit,
	untilHydrated,
	visiting as visitingPage,
	WIDTHS,
} from '#tests/support/browser.ts';
import { findViolations } from '#tests/support/sound-page.ts';

const running = useSiteAndBrowser({ LOG_LEVEL: 'warn' });
const RATED = '/rate?r=16498-10_1535-9_9253-10_5114-9';

const visiting = (
	path: string,
	work: (visitor: Visit) => Promise<void>,
	options?: Parameters<typeof visit>[1],
) => visitingPage(running.browser, running.site.url + path, work, options);

const resultsOf = (page: Page) => page.getByRole('region', { name: 'Recommended for you' });
const rowsOf = (page: Page) => resultsOf(page).getByRole('article');
const titlesOf = async (page: Page) =>
	(await rowsOf(page).getByRole('heading', { level: 3 }).allTextContents()).map((text) =>
		text.trim(),
	);
const panelOf = (page: Page) => page.getByRole('region', { name: 'Filters' });
const group = (page: Page, name: string) => page.locator('summary').filter({ hasText: name });

/** How many titles the list has, as the page says. */
const totalOf = async (page: Page) =>
	Number(/([\d,]+) anime/.exec((await resultsOf(page).textContent()) ?? '')?.[1]?.replace(',', ''));

describe('not interested', () => {
	it('hides a row on this device, takes it back, and remembers', () =>
		visiting(RATED, async ({ page }) => {
			const [first = '', second = ''] = await titlesOf(page);
			const hide = rowsOf(page)
				.first()
				.getByRole('button', { name: /^Not interested/ });
			await hide.click();
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(second);
			await page.getByText(`${first} and all of its franchise are hidden`).waitFor();
			await page.getByRole('button', { name: 'Undo', exact: true }).click();
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(first);

			await hide.click();
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(second);
			await page.reload();
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(second);
			await group(page, 'Hidden by you').click();
			await page.getByRole('button', { name: `Show ${first} again` }).click();
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(first);
		}));

	it('hides everything with a tag from the details of a row, in every tab', () =>
		visiting(RATED, async ({ page, context }) => {
			const other = await context.newPage();
			await other.goto(running.site.url + RATED);
			await untilHydrated(other);
			await rowsOf(page).first().getByRole('heading').getByRole('button').click();
			await rowsOf(page).first().locator('summary', { hasText: 'Not interested' }).click();
			const tag = rowsOf(page)
				.first()
				.getByRole('button', { name: 'Everything with Action', exact: true });
			await tag.click();
			const actions = (tab: Page) =>
				rowsOf(tab).getByRole('button', { name: 'Leave out everything with Action' });
			await expect.poll(() => actions(page).count()).toBe(0);
			await expect.poll(() => actions(other).count()).toBe(0);
			await group(page, 'Hidden by you').click();
			await page.getByRole('button', { name: 'Show everything again' }).click();
			await expect.poll(() => actions(other).count()).toBeGreaterThan(0);
		}));
});

describe('the filters', () => {
	it('count what each choice leaves, say what is active and undo it', () =>
		visiting(RATED, async ({ page }) => {
			const everything = await totalOf(page);
			await group(page, 'Genres & themes').click();
			const comedy = panelOf(page).getByRole('button', { name: /^Comedy/ });
			const left = Number((await comedy.textContent())?.replace(/\D/g, ''));
			await comedy.click();
			await page.waitForURL(/[?&]tag=Comedy/);
			await expect.poll(() => totalOf(page)).toBe(left);
			await comedy.click();
			await page.waitForURL(/[?&]xg=Comedy/);
			await page.getByRole('button', { name: 'Undo “no Comedy”' }).click();
			await expect.poll(() => totalOf(page)).toBe(everything);
			await page.waitForURL((url) => url.searchParams.size === 1);

			await page.getByRole('button', { name: 'Before 2000' }).click();
			await page.getByRole('button', { name: 'Finished only' }).click();
			await page.getByRole('button', { name: 'Undo “until 1999”' }).waitFor();
			await expect.poll(() => totalOf(page)).toBeLessThan(everything);
			await resultsOf(page).getByRole('button', { name: 'Reset all' }).click();
			await expect.poll(() => totalOf(page)).toBe(everything);
		}));

	it('take numbers and weights, and find a studio by its name', () =>
		visiting(RATED, async ({ page }) => {
			await group(page, 'Years, length').click();
			await page.getByRole('spinbutton', { name: 'Year from' }).fill('2010');
			await page.keyboard.press('Enter');
			await page.waitForURL(/year=2010-/);
			await page.getByRole('combobox', { name: 'On the lists' }).selectOption('100,000 people');
			await page.waitForURL(/members=100000/);
			await group(page, 'Order').click();
			await page.getByRole('slider', { name: 'Lesser known titles' }).focus();
			await page.keyboard.press('ArrowRight');
			await page.waitForURL(/niche=10/);
			await group(page, 'Studios').click();
			await page.getByRole('searchbox', { name: 'Search studios' }).fill('kyoto');
			await page.getByRole('button', { name: /^Kyoto Animation/ }).click();
			await page.waitForURL(/studio=Kyoto_Animation/);
			await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(0);
		}));

	it('stay where they are, and so does the page', () =>
		visiting(RATED, async ({ page }) => {
			await rowsOf(page).nth(20).scrollIntoViewIfNeeded();
			const movies = page.getByRole('switch', { name: /^Movies/ });
			const before = await movies.boundingBox();
			const total = await totalOf(page);
			await movies.click();
			await page.waitForURL(/movies=1/);
			await expect.poll(() => totalOf(page)).not.toBe(total);
			expect(await movies.boundingBox()).toEqual(before);
			expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
		}));

	it('are a sheet on a phone', () =>
		visiting(
			RATED,
			async ({ page }) => {
				await page.getByRole('button', { name: /^Filters/ }).click();
				const sheet = page.getByRole('dialog', { name: 'Filters' });
				await group(page, 'Kinds').click();
				await sheet.getByRole('button', { name: /^Movie/ }).click();
				await page.waitForURL(/type=Movie/);
				await sheet.getByRole('button', { name: /^Show [\d,]+ anime/ }).click();
				await sheet.waitFor({ state: 'hidden' });
				await expect.poll(() => rowsOf(page).first().textContent()).toMatch(/Movie/);
				await page.getByRole('button', { name: 'Filters · 1' }).waitFor();
			},
			{ device: 'phone' },
		));

	it.each(
		(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).flatMap((device) =>
			(['light', 'dark'] as const).map((theme) => [device, theme] as const),
		),
	)('are accessible on a %s, %s', (device, theme) =>
		visiting(
			`${RATED}&tag=Action&xg=Horror&year=1990-&open=1575`,
			async ({ page }) => {
				if (device === 'phone') await page.getByRole('button', { name: /^Filters/ }).click();
				for (const name of [
					'Genres',
					'Kinds',
					'Years',
					'Order',
					'Plans and adult',
					'Hidden by you',
				]) {
					await group(page, name).click();
				}
				await page.getByRole('button', { name: /^Comedy/ }).waitFor();
				expect(await findViolations(page)).toEqual([]);
			},
			{ device, theme },
		),
	);
});

describe('keys', () => {
	it('go through the rows, hide one and show it again, and stay out of what is typed', () =>
		visiting(RATED, async ({ page }) => {
			const [first, second = ''] = await titlesOf(page);
			await page.keyboard.press('j');
			await page.keyboard.press('j');
			await page.keyboard.press('k');
			await page.keyboard.press('x');
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(second);
			await page.keyboard.press('u');
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(first);
			await page.keyboard.press('?');
			const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
			await sheet.waitFor();
			expect(await findViolations(page)).toEqual([]);
			await sheet.getByRole('switch', { name: 'Use these keys' }).click();
			await page.keyboard.press('Escape');
			await page.keyboard.press('?');
			expect(await sheet.isVisible()).toBe(false);
			await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
			await sheet.getByRole('switch', { name: 'Use these keys' }).click();
			await page.keyboard.press('Escape');
			await page.keyboard.press('/');
			await page.keyboard.type('x?j');
			await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('x?j');
			await expect.poll(async () => (await titlesOf(page))[0]).toBe(first);
		}));
});
