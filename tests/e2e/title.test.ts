import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchOrder } from '#core/rank/watch-order.ts';
import { useSiteAndBrowser } from '#tests/support/browser-suite.ts';
import { untilAtRest, visiting, WIDTHS } from '#tests/support/browser.ts';
import { gzip, listFile } from '#tests/support/list-files.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { expectSoundPage } from '#tests/support/sound-page.ts';
import { useUpstreams } from '#tests/support/upstreams/upstream-suite.ts';

const STEINS_GATE = '/anime/9253/steins-gate';
/** For adults only. */
const ADULT = 40750;
const GUNDAM = 80;

const sites = useUpstreams({ perMinute: { anilist: Infinity } });
const running = useSiteAndBrowser(() => ({ ...sites.env(), LOG_LEVEL: 'debug' }));

const DEVICES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const CASES = [STEINS_GATE, `/anime/${GUNDAM}`, `/anime/${ADULT}`, '/anime/19/monster'].flatMap(
	(path) =>
		DEVICES.flatMap((device) =>
			(['light', 'dark'] as const).map((theme) => [path, device, theme] as const),
		),
);

const get = (path: string) => fetch(running.site.url + path, { redirect: 'manual' });
const textOf = async (path: string) => (await get(path)).text();

describe('the page of a title', () => {
	it.each(CASES)('%s is sound on a %s, %s', (path, device, theme) =>
		visiting(
			running.browser,
			'about:blank',
			async ({ page }) => expectSoundPage(page, running.site.url + path),
			{ device, theme },
		),
	);

	it('leads to its place on the map', () =>
		visiting(running.browser, running.site.url + STEINS_GATE, async ({ page }) => {
			await page.getByRole('link', { name: 'On the map' }).click();
			// It went there: the address says where that is.
			await page.waitForURL(/\/atlas\?(?=.*at=)(?=.*title=9253)/);
			await page.getByRole('heading', { name: 'Steins;Gate' }).waitFor();
		}));

	it('says what it is before any script runs', async () => {
		const html = await textOf(STEINS_GATE);
		const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
		const facts = ['TV · 2011 · 24 episodes', 'Spring 2011', 'White Fox', 'Visual novel', 'PG-13'];
		const sections = ['Watch order', 'Start here', 'Similar titles', 'Who likes it', 'Finished'];
		for (const words of [...facts, ...sections, 'Sci-Fi', 'of 10', 'Time Travel']) {
			expect(text).toContain(words);
		}
		expect(text).toMatch(/Continues +Steins;Gate/);
		expect(text).toMatch(/people who also have/);
		expect(text).toMatch(/watched by the same people/);
		for (const href of [
			'https://myanimelist.net/anime/9253',
			'https://anilist.co/anime/9253',
			'https://kitsu.app/anime/',
			'/rate?r=9253',
		]) {
			expect(html).toContain(`href="${href}`);
		}
	});

	it('tells search engines and previews of itself', async () => {
		const html = await textOf(STEINS_GATE);
		// Sites are reached by https, unless a proxy says otherwise.
		const url = running.site.url.replace('http:', 'https:');
		expect(html).toContain(`<link rel="canonical" href="${url}${STEINS_GATE}"`);
		expect(html).toContain(`<meta property="og:url" content="${url}${STEINS_GATE}"`);
		expect(html).toContain('<meta property="og:title" content="Steins;Gate"');
		expect(html).toContain(`content="${url}/anime/9253/preview.svg"`);
		expect(html).toMatch(/<meta name="twitter:card" content="summary/);
		expect(html).not.toContain('noindex');
	});

	it.each(['/anime/9253', '/anime/9253/steins', '/anime/9253/Steins;Gate'])(
		'is where %s leads for good, the query along',
		async (path) => {
			const response = await get(`${path}?titles=native`);
			expect([response.status, response.headers.get('location')]).toEqual([
				308,
				`${STEINS_GATE}?titles=native`,
			]);
		},
	);

	it('of an adult title is blurred until asked for, and not for search engines', async () => {
		const { headers } = await fetch(`${running.site.url}/anime/${ADULT}`);
		expect(headers.get('x-robots-tag')).toBe('noindex');
		await visiting(running.browser, `${running.site.url}/anime/${ADULT}`, async ({ page }) => {
			const robots = page.locator('meta[name=robots]');
			await expect.poll(() => robots.getAttribute('content')).toBe('noindex');
			const image = await page.locator('meta[property="og:image"]').first().getAttribute('content');
			expect(image).toMatch(/preview\.svg$/);
			const poster = page.getByRole('banner').or(page.locator('header')).locator('.blurred');
			await expect.poll(() => poster.count()).toBe(1);
			await page.getByRole('button', { name: 'Show poster' }).click();
			await expect.poll(() => poster.count()).toBe(0);
		});
	});

	it('draws its preview', async () => {
		const response = await get('/anime/9253/preview.svg');
		expect(response.headers.get('content-type')).toContain('image/svg+xml');
		expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
		expect(await response.text()).toMatch(/^<svg[^>]*width="1200" height="630".*Steins;Gate/);
		expect((await get('/anime/9999999/preview.svg')).status).toBe(404);
	});

	it.each(['/anime/9999999', '/anime/naruto', '/anime/0/x'])(
		'that does not exist (%s) leads to others by search',
		(path) =>
			visiting(running.browser, 'about:blank', async ({ page, complaints }) => {
				const answer = await page.goto(running.site.url + path);
				expect(answer?.status()).toBe(404);
				await untilAtRest(page);
				await page.getByRole('combobox', { name: 'Search for an anime' }).fill('monster');
				await page.getByRole('option').first().click();
				await page.waitForURL(/\/anime\/\d+\/[a-z]/);
				await page.getByRole('heading', { level: 1, name: /Monster/ }).waitFor();
				// Chromium reports the status itself.
				expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
				complaints.length = 0;
			}),
	);

	it('is reached from a list in the address, which grows by a click', () =>
		visiting(running.browser, `${running.site.url}/rate?r=16498-10&open=1535`, async ({ page }) => {
			await page.getByRole('link', { name: 'All about it' }).first().click();
			await page.waitForURL(/\/anime\/\d+\//);
			const [, first = ''] = /anime\/(\d+)/.exec(page.url()) ?? [];
			// On from there to another title and its rating.
			await page.getByRole('region', { name: 'Similar titles' }).getByRole('link').first().click();
			await page.waitForURL((url) => !url.pathname.startsWith(`/anime/${first}/`));
			const [, second] = /anime\/(\d+)/.exec(page.url()) ?? [];
			await page.getByRole('link', { name: 'Rate it' }).click();
			await page.waitForURL(new RegExp(`r=16498-10_${second}`));
		}));

	it('unfolds a long franchise', () =>
		visiting(running.browser, `${running.site.url}/anime/${GUNDAM}`, async ({ page }) => {
			const order = page.getByRole('region', { name: 'Watch order' });
			const rows = order.getByRole('listitem');
			const before = await rows.count();
			expect(before).toBeLessThanOrEqual(14);
			await order.getByRole('button', { name: /^Show all/ }).click();
			await expect.poll(() => rows.count()).toBeGreaterThan(100);
			await expect.poll(() => order.getByText('Start here').count()).toBe(1);
		}));
});

describe('synopsis and where to watch', () => {
	const upstream = createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const { ids } = JSON.parse(body).variables;
		const media = ids.map((id: number) => ({
			id,
			description: `What ${id} is about.`,
			externalLinks: [{ site: 'Elsewhere', url: 'https://example.org/', type: 'STREAMING' }],
		}));
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ data: { Page: { media } } }));
	});
	let site: Site;

	beforeAll(async () => {
		await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
		const { port } = upstream.address() as AddressInfo;
		site = await startSite({ TITLE_DETAILS: 'on', ANILIST_API_URL: `http://127.0.0.1:${port}` });
	});
	afterAll(async () => {
		await site.stop();
		upstream.close();
	});

	it('are in the page itself when there is network', () =>
		visiting(running.browser, 'about:blank', async ({ page }) => {
			await expectSoundPage(page, site.url + STEINS_GATE);
			await page.getByText('What 9253 is about.').waitFor();
			await page.getByRole('link', { name: /^Elsewhere/ }).waitFor();
			expect(await (await fetch(site.url + STEINS_GATE)).text()).toContain('What 9253 is about.');
		}));
});

describe('the watch order of a franchise', () => {
	it('comes over the API', async () => {
		const response = await get('/api/v1/anime/10863/franchise');
		expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
		const order: WatchOrder = await response.json();
		expect([order.malId, order.start]).toEqual([10863, 9253]);
		expect(order.items.slice(0, 2)).toEqual([
			{ malId: 9253, role: 'start', relation: null, entry: null },
			{ malId: 10863, role: 'part', relation: { kind: 'sequel', malId: 9253 }, entry: null },
		]);
		expect(order.anime.map(({ malId }) => malId)).toEqual(order.items.map(({ malId }) => malId));
	});

	it.each([
		['a name', 'GET', '/api/v1/anime/naruto/franchise', 400, 'invalid-request'],
		['a parameter', 'GET', '/api/v1/anime/1/franchise?limit=1', 400, 'invalid-request'],
		['an unknown title', 'GET', '/api/v1/anime/9999999/franchise', 404, 'unknown-title'],
		['another method', 'PUT', '/api/v1/anime/1/franchise', 405, 'method-not-allowed'],
		[
			'an unknown user',
			'GET',
			'/api/v1/users/anilist/no-such-user/anime/1/franchise',
			404,
			'no-such-user',
		],
	])('refuses %s', async (_name, method, path, status, code) => {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(running.site.url + path, { method, headers });
		expect([response.status, (await response.json()).error.code]).toEqual([status, code]);
	});

	it('unfolds in a row with what was rated, and follows a new rating', () =>
		visiting(
			running.browser,
			`${running.site.url}/rate?r=11757-9_20-8&exs=1`,
			async ({ page }) => {
				const row = page
					.getByRole('article')
					.filter({ has: page.getByRole('heading', { name: /^Sword Art Online/ }) })
					.first();
				await row.getByRole('heading').getByRole('button').click();
				await row.getByText('Watch order').click();
				await row.getByText('Seen · 9').waitFor();
				await expect.poll(() => row.getByText(/^1 of \d+ seen$/).count()).toBe(1);
				await expect.poll(() => row.getByText('Next', { exact: true }).count()).toBe(1);
			},
			{ device: 'phone' },
		));

	it('says what somebody’s list on another site says', async () => {
		const path = '/api/v1/users/anilist/mika';
		const answer = await fetch(`${running.site.url}${path}/recommendations`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{"limit":1}',
		});
		const { page } = await answer.json();
		const seen: number = page.items[0].contributions[0].malId;
		const response = await get(`${path}/anime/${seen}/franchise`);
		expect(response.headers.get('cache-control')).toBe('no-store');
		const order: WatchOrder = await response.json();
		const own = order.items.find(({ malId }) => malId === seen);
		expect(own?.entry?.status).toMatch(/^(completed|watching|on-hold|dropped)$/);
		expect(await running.site.log()).not.toContain('mika');
	});

	it('of an imported list is worked out on the device', () =>
		visiting(running.browser, `${running.site.url}/import`, async ({ page }) => {
			await page.locator('input[type=file]').setInputFiles({
				name: 'animelist.xml.gz',
				mimeType: 'application/octet-stream',
				buffer: Buffer.from(gzip(listFile('myanimelist.xml'))),
			});
			await page.getByRole('link', { name: 'See your recommendations' }).click();
			const rows = page.getByRole('region', { name: 'Recommended for you' }).getByRole('article');
			await rows.first().waitFor();
			const requests: string[] = [];
			page.on('request', (request) => void requests.push(request.url()));
			const row = rows.filter({ hasText: /First of \d+/ }).first();
			await row.getByRole('heading').getByRole('button').click();
			await row.getByText('Watch order').click();
			const link = row.getByRole('group').getByRole('link').first();
			await link.waitFor();
			await link.hover();
			expect(requests.filter((url) => /\/api\/|\/anime\//.test(url))).toEqual([]);
		}));
});
