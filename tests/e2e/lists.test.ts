import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { LIST_SITES, SITE_NAMES, type ListSite } from '#core/profile/site-list.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilHydrated, visit, visiting, WIDTHS } from '#tests/support/browser.ts';
import { expectSoundPage } from '#tests/support/sound-page.ts';
import { startSite } from '#tests/support/site.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

// How often a site may be asked is the client's business here; its own limit holds as it does in use.
const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => sites.env());

beforeEach(() => sites.upstreams.reset());

const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const address = (site: ListSite, name: string) =>
	`${running.site.url}/user/${site}/${encodeURIComponent(name)}`;
const rowsOf = (page: Page) =>
	page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');

const titlesFetched = (count: number) => new RegExp(`\\b${count}\\s+titles, fetched`);

/** Chooses a site, types a name and sends it, on the page that is open. */
async function askFor(page: Page, site: ListSite, name: string): Promise<void> {
	// Before scripts run the form is sent as a whole page, and Chromium complains of the status of an error page.
	await untilHydrated(page);
	await page.getByRole('radio', { name: SITE_NAMES[site] }).check();
	await page.getByRole('textbox', { name: 'User name' }).fill(name);
	await page.getByRole('button', { name: 'Get recommendations' }).click();
}

/** What each site shows of the ordinary list, and where its pages are. */
const SHOWN: Record<ListSite, { titles: number; profile: string; title: RegExp }> = {
	mal: {
		titles: 17,
		profile: 'https://myanimelist.net/profile/mika',
		title: /^https:\/\/myanimelist\.net\/anime\/\d+$/,
	},
	anilist: {
		titles: 16,
		profile: 'https://anilist.co/user/mika',
		title: /^https:\/\/anilist\.co\/anime\/\d+$/,
	},
	kitsu: {
		titles: 15,
		profile: 'https://kitsu.app/users/mika',
		title: /^https:\/\/kitsu\.app\/anime\/\d+$/,
	},
};

describe('a list by user name', () => {
	it.each(LIST_SITES.flatMap((site) => DEVICES.map((device) => [site, device] as const)))(
		'of %s ends in recommendations, on a %s',
		(site, device) =>
			visiting(
				running.browser,
				running.site.url,
				async ({ page }) => {
					await askFor(page, site, ' mika ');
					await page.waitForURL(address(site, 'mika'));
					const rows = rowsOf(page);
					await rows.first().waitFor();
					await expect.poll(() => rows.count()).toBeGreaterThan(10);
					const main = page.getByRole('main');
					await expect.poll(() => main.textContent()).toMatch(titlesFetched(SHOWN[site].titles));
					await expect.poll(() => rows.first().textContent()).toMatch(/Because you/);
					const profile = main.getByRole('link', {
						name: new RegExp(`^${SITE_NAMES[site]} ?profile`),
					});
					await expect.poll(() => profile.getAttribute('href')).toBe(SHOWN[site].profile);
					await rows.first().getByRole('heading').getByRole('button').click();
					const title = rows.first().getByRole('link', { name: SITE_NAMES[site] }).first();
					await expect.poll(() => title.getAttribute('href')).toMatch(SHOWN[site].title);
				},
				{ device },
			),
	);

	it('may have a name of any letters, and keeps its filters in the address', () =>
		visiting(running.browser, running.site.url, async ({ page }) => {
			await askFor(page, 'anilist', 'Zoë ミカ');
			await page.waitForURL(address('anilist', 'Zoë ミカ'));
			await expect
				.poll(() => page.getByRole('heading', { level: 1 }).textContent())
				.toBe('Zoë ミカ');
			await rowsOf(page).first().waitFor();
			await page.getByRole('switch', { name: /^Movies/ }).click();
			await page.waitForURL(/movies=1/);
			await page.reload();
			await rowsOf(page).first().waitFor();
			expect(page.url()).toContain('movies=1');
			// All of that is one list.
			expect(sites.upstreams.counts('anilist').lists).toBe(1);
		}));

	it('is shown without scripts', async () => {
		const html = await (await fetch(address('mal', 'mika'))).text();
		expect(html).toMatch(titlesFetched(17));
		expect(html.match(/<article/g)?.length).toBeGreaterThan(10);
	});

	it('tells more of a title whose row is opened, from AniList, with checked links', () =>
		visiting(running.browser, address('anilist', 'mika'), async ({ page }) => {
			const row = rowsOf(page).first();
			await row.getByRole('heading').getByRole('button').click();
			const about = row.getByRole('region', { name: 'About this title' });
			await about.getByText('begins on an ordinary day').waitFor();
			const links = await about.getByRole('link').all();
			const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
			expect(hrefs).toHaveLength(2);
			for (const href of hrefs) expect(href).toMatch(/^https:/);
			// All rows of the page in one query, unless other tests have looked at them already.
			expect(sites.upstreams.counts('anilist').titles).toBeLessThanOrEqual(1);
		}));

	it.each(DEVICES)('has sound pages on a %s', (device) =>
		visiting(
			running.browser,
			'about:blank',
			async ({ page, complaints }) => {
				for (const path of ['', '/profile', '/atlas', '?open=16498']) {
					await expectSoundPage(page, address('mal', 'mika') + path);
				}
				await expectSoundPage(page, address('mal', 'nobody'));
				forgive(complaints, 404);
				await expectSoundPage(page, address('kitsu', 'empty'));
				forgive(complaints, 422);
			},
			{ device },
		),
	);

	it('is asked for with what was typed before the page could run', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
			await page.route(/\.js$/, async (route) => {
				await arrival;
				await route.continue();
			});
			await page.goto(running.site.url, { waitUntil: 'commit' });
			await page.getByRole('radio', { name: 'Kitsu' }).check();
			await page.getByRole('textbox', { name: 'User name' }).fill('mika');
			arrive();
			await untilHydrated(page);
			await expect.poll(() => page.getByRole('radio', { name: 'Kitsu' }).isChecked()).toBe(true);
			await expect
				.poll(() => page.getByRole('textbox', { name: 'User name' }).inputValue())
				.toBe('mika');
		}));

	it('is for nobody’s search engine', async () => {
		for (const path of ['', '/profile', '/atlas']) {
			const answer = await fetch(address('mal', 'mika') + path);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('x-robots-tag')).toBe('noindex');
			expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
		}
	});

	it.each([
		['/user/mika/recommendations?source=anilist', '/user/anilist/mika'],
		['/user/mika/recommendations', '/user/mal/mika'],
		['/user/Zo%C3%AB/recommendations?source=mal', '/user/mal/Zo%C3%AB'],
	])('has moved from %s', async (path, moved) => {
		const answer = await fetch(running.site.url + path, { redirect: 'manual' });
		expect(answer.status).toBe(308);
		expect(answer.headers.get('location')).toBe(moved);
	});

	it('is fetched anew once a minute', () =>
		visiting(running.browser, address('kitsu', 'reader-7'), async ({ page }) => {
			const lists = () => sites.upstreams.counts('kitsu').lists;
			const main = page.getByRole('main');
			const refresh = () => page.getByRole('button', { name: 'Refresh' }).click();
			await rowsOf(page).first().waitFor();
			await refresh();
			await main.getByText('This list came less than a minute ago').waitFor();
			expect(lists()).toBe(1);
			// As if a minute had passed.
			const database = new DatabaseSync(join(sites.dataDir, 'sprout.db'));
			database.exec('update cached_list set fetched_at = fetched_at - 61000');
			database.close();
			await page.reload();
			await main.getByText('fetched 1 minute ago').waitFor();
			await refresh();
			await main.getByText('fetched just now').waitFor();
			expect(lists()).toBe(2);
		}));

	it('is not fetched on when the visitor leaves', async () => {
		const { page, context } = await visit(running.browser);
		const gone = page.goto(address('mal', 'slow')).catch(() => null);
		await expect.poll(() => sites.upstreams.counts('mal').lists).toBe(1);
		await context.close();
		await gone;
		await expect.poll(() => sites.upstreams.counts('mal').abandoned).toBe(1);
	});
});

/** Chromium itself reports the status of a page that is an error; nothing else may be wrong. */
function forgive(complaints: string[], status: number): void {
	expect(complaints.filter((complaint) => !complaint.includes(`status of ${status}`))).toEqual([]);
	complaints.length = 0;
}

describe('a list that cannot be had', () => {
	it.each([
		['mal', 'nobody', 404, 'MyAnimeList does not know this name'],
		['anilist', 'nobody', 404, 'AniList does not know this name'],
		['kitsu', 'nobody', 404, 'Kitsu does not know this name'],
		['mal', 'private', 403, 'This list is private'],
		['anilist', 'private', 403, 'This list is private'],
		['anilist', 'private-in-200', 403, 'This list is private'],
		['mal', 'empty', 422, 'This list is empty'],
		['kitsu', 'empty', 422, 'This list is empty'],
		['mal', 'down', 502, 'MyAnimeList does not answer'],
		['kitsu', 'reset', 502, 'Kitsu does not answer'],
		['mal', 'truncated', 502, 'MyAnimeList does not answer'],
		['kitsu', 'html-error', 502, 'Kitsu answered in a way that Sprout does not understand'],
		['anilist', 'changed-shape', 502, 'AniList answered in a way that Sprout does not understand'],
	] as const)('of %s, %s: says so, keeps what was typed, leads on', (site, name, status, heading) =>
		visiting(running.browser, running.site.url, async ({ page }) => {
			await askFor(page, site, name);
			await page.getByRole('heading', { level: 1, name: heading }).waitFor();
			await expect
				.poll(() => page.getByRole('textbox', { name: 'User name' }).inputValue())
				.toBe(name);
			await expect
				.poll(() => page.getByRole('radio', { name: SITE_NAMES[site] }).isChecked())
				.toBe(true);
			const ways = page.getByRole('main');
			await expect
				.poll(() => ways.getByRole('link', { name: 'Import a list file' }).count())
				.toBe(1);
			await expect
				.poll(() => ways.getByRole('link', { name: 'Rate a few titles' }).count())
				.toBe(1);
			// The same without scripts, under its own status.
			const answer = await page.request.get(address(site, name));
			expect(answer.status()).toBe(status);
			expect(await answer.text()).toContain(heading);
			await askFor(page, site, 'mika');
			await rowsOf(page).first().waitFor();
		}),
	);

	it('because this installation has no client id: the other sites are offered', async () => {
		const site = await startSite({ ...sites.env(), MAL_CLIENT_ID: '' });
		try {
			await visiting(running.browser, site.url, async ({ page }) => {
				expect(await page.getByRole('radio', { name: 'MyAnimeList' }).isDisabled()).toBe(true);
				expect(await page.getByRole('radio', { name: 'AniList' }).isEnabled()).toBe(true);
				const answer = await page.request.get(`${site.url}/user/mal/mika`);
				expect(answer.status()).toBe(501);
				expect(await answer.text()).toContain('MyAnimeList is not set up here');
				expect(sites.upstreams.counts('mal').requests).toBe(0);
			});
		} finally {
			await site.stop();
		}
	});

	// The site waits for itself up to twenty seconds, so this takes one more; it comes last, for Kitsu rests meanwhile.
	it('because its site asks for a pause: tells for how long, and tries again by itself', () =>
		visiting(running.browser, running.site.url, async ({ page }) => {
			await askFor(page, 'kitsu', 'rate-limited-briefly');
			await page.getByRole('heading', { level: 1, name: 'Kitsu asks for a pause' }).waitFor();
			await expect.poll(() => page.getByRole('main').textContent()).toMatch(/(20|21) seconds/);
			await page.getByRole('button', { name: 'Retry automatically' }).click();
			await rowsOf(page).first().waitFor({ timeout: 40_000 });
			expect(sites.upstreams.counts('kitsu').lists).toBe(2);
		}));
});

describe('the log', () => {
	it('knows which pages were asked for, and of nobody', async () => {
		const log = await running.site.log();
		expect(log).toContain('/user/[source=site]/[name]');
		expect(log).not.toContain('"level":50');
		for (const name of ['mika', 'Zoë', 'Zo%C3%AB', 'ミカ', 'reader-7', 'rate-limited-briefly']) {
			expect(log).not.toContain(name);
		}
	});
});
