import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilAtRest, untilHydrated, visiting, WIDTHS } from '#tests/support/browser.ts';
import { listFile } from '#tests/support/list-files.ts';
import { expectSoundPage } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => sites.env());

beforeEach(() => sites.upstreams.reset());

const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const address = (path: string) => running.site.url + path;
const TWO = '/group?with=anilist:mika&with=mal:reader-7';
const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'For all of you' }).getByRole('article');
const titlesOf = async (page: Page) => rowsOf(page).getByRole('heading').allTextContents();
const members = (page: Page) =>
	page.getByRole('list', { name: 'Who takes part' }).getByRole('listitem');

/** Names one more member in the form of the page that is open. */
async function add(page: Page, site: string, name: string): Promise<void> {
	await untilHydrated(page);
	const form = page.getByRole('textbox', { name: 'User name' });
	if (!(await form.isVisible())) await page.getByText('Add somebody').click();
	await page.getByRole('combobox', { name: 'Site' }).selectOption({ label: site });
	await form.fill(name);
	await page.getByRole('button', { name: 'Add', exact: true }).click();
}

const upload = {
	name: 'bo.xml',
	mimeType: 'text/xml',
	buffer: Buffer.from(listFile('myanimelist.xml')),
};

describe('a group', () => {
	it.each(DEVICES)('of two sites is found from the start page, by name, on a %s', (device) =>
		visiting(
			running.browser,
			running.site.url,
			async ({ page }) => {
				await page.getByRole('link', { name: /^Watch together/ }).click();
				await add(page, 'AniList', ' mika ');
				await add(page, 'MyAnimeList', 'reader-7');
				await page.waitForURL(address(TWO));
				await expect.poll(() => members(page).count()).toBe(2);
				await rowsOf(page).first().waitFor();
				const first = rowsOf(page).first();
				const views = first.getByRole('list', { name: 'What it is to each of you' });
				// First come rows for whoever came first.
				await expect
					.poll(() => views.textContent())
					.toMatch(/mika.*match, about \d.*reader-7.*match, about \d/s);
				await expect.poll(() => members(page).first().textContent()).toMatch(/AniList · 16 titles/);
			},
			{ device },
		),
	);

	it('is shown without scripts, and joined by a form', async () => {
		const html = await (await fetch(address(TWO))).text();
		expect(html.match(/<article/g)?.length).toBe(30);
		const joined = await fetch(`${address(TWO)}&site=kitsu&name=ann`, { redirect: 'manual' });
		expect(joined.status).toBe(303);
		expect(joined.headers.get('location')).toBe(`${TWO}&with=kitsu:ann`);
	});

	it('orders anew with the dial and keeps it in the address', () =>
		visiting(running.browser, address(TWO), async ({ page }) => {
			const before = await titlesOf(page);
			await page.getByRole('slider', { name: 'Whose taste counts' }).fill('100');
			await page.waitForURL(/fair=100/);
			await expect.poll(() => titlesOf(page)).not.toEqual(before);
			const fair = await titlesOf(page);
			await page.reload();
			await untilHydrated(page);
			await expect.poll(() => titlesOf(page)).toEqual(fair);
			await page.goBack();
			await expect.poll(() => titlesOf(page)).toEqual(before);
			await page.getByRole('radio', { name: 'All', exact: true }).check();
			await page.waitForURL(/seen=all/);
			await expect.poll(() => rowsOf(page).first().textContent()).toMatch(/has seen it/);
		}));

	it('goes on without a member whose list can’t be had', () =>
		visiting(running.browser, address('/group?with=anilist:mika'), async ({ page }) => {
			await add(page, 'Kitsu', 'nobody');
			await page.getByText('Kitsu does not know this name.').waitFor();
			await rowsOf(page).first().waitFor();
			await page.getByRole('button', { name: 'Take nobody out' }).click();
			await page.waitForURL(address('/group?with=anilist:mika'));
			await expect.poll(() => members(page).count()).toBe(1);
		}));

	it('with a file is ranked in the browser: the file is in no request', () =>
		visiting(running.browser, address('/group?with=anilist:mika'), async ({ page }) => {
			const requests: string[] = [];
			page.on('request', (request) => {
				requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
			});
			await untilAtRest(page);
			await page.locator('input[type=file]').setInputFiles(upload);
			await page.waitForURL(/with=device:1/);
			await expect
				.poll(() => members(page).nth(1).textContent())
				.toMatch(/bo\.xml.*On this device/);
			await expect
				.poll(() => rowsOf(page).first().textContent(), { timeout: 30_000 })
				.toMatch(/bo\.xml.*match/);
			await page.getByRole('slider', { name: 'Whose taste counts' }).fill('0');
			await page.waitForURL(/fair=0/);
			expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
			expect(requests.filter((request) => /malId|bo\.xml/.test(request))).toEqual([]);
			expect(requests.some((request) => request.endsWith('/users/anilist/mika/list '))).toBe(true);
			await page.reload();
			await expect
				.poll(() => rowsOf(page).first().textContent(), { timeout: 30_000 })
				.toMatch(/bo\.xml.*match/);
		}));

	it('takes in what was rated here, and says where a list is on another device', () =>
		visiting(running.browser, address('/rate?r=16498-10_1535-8_5114-9'), async ({ page }) => {
			await page.getByRole('link', { name: 'With others' }).click();
			await page.waitForURL(address('/group?with=device:1'));
			await page.getByText('Rated titles').first().waitFor();
			await rowsOf(page).first().waitFor({ timeout: 30_000 });
			await page.goto(address('/group?with=device:2&with=anilist:mika'));
			await page.getByText('This list is on another device.').waitFor();
		}));

	it.each(DEVICES)('has sound pages on a %s', (device) =>
		visiting(
			running.browser,
			'about:blank',
			async ({ page }) => {
				for (const path of ['/group', TWO, `${TWO}&with=kitsu:nobody&xg=Comedy`]) {
					await expectSoundPage(page, address(path));
				}
				for (const path of ['/compare', '/compare?with=anilist:mika&with=kitsu:hundreds']) {
					await expectSoundPage(page, address(path));
				}
			},
			{ device },
		),
	);

	it('is for nobody’s search engine, and in no log', async () => {
		for (const path of [TWO, TWO.replace('group', 'compare')]) {
			const answer = await fetch(address(path));
			expect(answer.headers.get('x-robots-tag')).toBe('noindex');
			expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
		}
		const log = await running.site.log();
		expect(log).toContain('"/group"');
		for (const name of ['mika', 'reader-7', 'nobody']) expect(log).not.toContain(name);
	});
});

describe('a comparison', () => {
	it('tells how far two lists agree, by which titles, and what to show each other', () =>
		visiting(running.browser, address(TWO), async ({ page }) => {
			await page.getByRole('link', { name: 'Compare your tastes' }).click();
			await page.waitForURL(/\/compare/);
			const main = page.getByRole('main');
			// The two have one title in common.
			await main.getByRole('heading', { name: 'Too few titles to tell' }).waitFor();
			await main.getByRole('heading', { name: 'What mika should show reader-7' }).waitFor();
			await page.goto(address('/compare?with=anilist:mika&with=mal:mika'));
			await main.getByRole('heading', { name: 'You judge very much alike' }).waitFor();
			await expect
				.poll(() => main.textContent())
				.toMatch(/only \d+ titles that you have both scored/);
			await main.getByRole('heading', { name: 'You both love' }).waitFor();
		}));

	it('of a file is made in the browser, and says where too few titles are shared', () =>
		visiting(running.browser, address('/compare'), async ({ page }) => {
			await add(page, 'AniList', 'mika');
			await page.waitForURL(/with=anilist:mika/);
			await page.locator('input[type=file]').setInputFiles(upload);
			await page.waitForURL(/with=device:1/);
			const main = page.getByRole('main');
			await main
				.getByRole('heading', { name: /What mika should show bo\.xml/ })
				.waitFor({ timeout: 30_000 });
			await main
				.getByRole('heading', { name: /Too few titles to tell|You |Your / })
				.first()
				.waitFor();
		}));

	it('goes on where one list can’t be had', () =>
		visiting(
			running.browser,
			address('/compare?with=anilist:mika&with=anilist:private'),
			async ({ page }) => {
				const main = page.getByRole('main');
				await main.getByText('This list is private.').first().waitFor();
				await main.getByRole('heading', { name: 'There is nothing to compare yet' }).waitFor();
			},
		));
});
