import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecommendationAnswer, SimilarAnswer } from '#core/rank/answer.ts';
import { startSite, type Site } from '#tests/support/site.ts';

const DEATH_NOTE = 1535;
const STEINS_GATE = 9253;
const ENTRIES = [
	{ malId: DEATH_NOTE, score: 90 },
	{ malId: STEINS_GATE, score: 100 },
];

describe('the API of the built site', () => {
	let site: Site;

	beforeAll(async () => {
		site = await startSite();
	});
	afterAll(() => site.stop());

	const post = (body: string, type = 'application/json') =>
		fetch(`${site.url}/api/v1/recommendations`, {
			method: 'POST',
			headers: { 'content-type': type },
			body,
		});
	const ask = async (request: object): Promise<RecommendationAnswer> => {
		const response = await post(JSON.stringify(request));
		expect(response.status).toBe(200);
		return response.json();
	};

	it('ranks and explains, with the facts of every title it mentions', async () => {
		const { page, anime } = await ask({ entries: ENTRIES, limit: 20 });
		expect(page.items).toHaveLength(20);
		expect(page).toMatchObject({ usedEntries: 2, rough: true, unknownEntries: [] });
		const named = new Set(anime.map(({ malId }) => malId));
		for (const { malId, contributions, place, match, predictedScore, cold } of page.items) {
			expect(named).toContain(malId);
			expect(ENTRIES.map((entry) => entry.malId)).not.toContain(malId);
			expect(contributions.length).toBeGreaterThan(0);
			expect(place).toBeGreaterThan(0);
			expect(match).toBeGreaterThan(0);
			expect(predictedScore).toBeGreaterThanOrEqual(1);
			expect(predictedScore).toBeLessThanOrEqual(100);
			expect(typeof cold).toBe('boolean');
		}
	});

	it('recommends the kin of a title to whoever liked it, and not to whoever did not', async () => {
		const kinOfOnline = [11757, 17265, 15583, 19815, 9919, 6702];
		const best = async (score: number) => {
			const { page } = await ask({ entries: [{ malId: 11757, score }], limit: 10 });
			return page.items.filter(({ malId }) => kinOfOnline.includes(malId)).length;
		};
		expect(await best(100)).toBeGreaterThan(await best(10));
	});

	it('gives the same list in pages as at once', async () => {
		const whole = await ask({ entries: ENTRIES, limit: 30 });
		const second = await ask({ entries: ENTRIES, limit: 10, offset: 10 });
		expect(second.page.items).toEqual(whole.page.items.slice(10, 20));
	});

	it('always fills a page while candidates exist, whatever is filtered out', async () => {
		const excludedGenres = ['Action', 'Comedy', 'Drama', 'Fantasy'];
		const { page, anime } = await ask({ entries: ENTRIES, excludedGenres, limit: 50 });
		expect(page.items).toHaveLength(50);
		const shown = new Set(page.items.map(({ malId }) => malId));
		const genres = anime.filter(({ malId }) => shown.has(malId)).flatMap((one) => one.genres);
		expect(genres.filter((genre) => excludedGenres.includes(genre))).toEqual([]);
	});

	it('knows what is like a title, and in what', async () => {
		const address = `${site.url}/api/v1/anime/${DEATH_NOTE}/similar?limit=6`;
		const response = await fetch(address);
		expect(response.headers.get('cache-control')).toContain('max-age');
		const { malId, items, anime }: SimilarAnswer = await response.json();
		expect([malId, items.length]).toEqual([DEATH_NOTE, 6]);
		const named = new Set(anime.map((card) => card.malId));
		for (const item of items) {
			expect(named).toContain(item.malId);
			expect(item.reasons.length + item.shared.length).toBeGreaterThan(0);
		}
		expect(new Set(items.map((item) => item.malId)).size).toBe(6);
		const likeness = items.map((item) => item.likeness);
		expect(likeness).toEqual(likeness.toSorted((a, b) => b - a));
	});

	it.each([
		['a name', 'naruto', 400, 'invalid-request'],
		['too long a list', `${DEATH_NOTE}?limit=51`, 400, 'invalid-request'],
		['a title that does not exist', '9999999', 404, 'unknown-title'],
	])('answers %s with an error of its own', async (_name, asked, status, code) => {
		const [malId, query = ''] = asked.split('?');
		const response = await fetch(`${site.url}/api/v1/anime/${malId}/similar?${query}`);
		expect(response.status).toBe(status);
		expect((await response.json()).error.code).toBe(code);
	});

	it.each([
		['broken JSON', '{"entries":', 'application/json', 400, 'invalid-json'],
		['another shape', '{"entries":7}', 'application/json', 400, 'invalid-request'],
		['another type', '<list/>', 'application/xml', 415, 'unsupported-media-type'],
		['far too much', `"${'x'.repeat(600_000)}"`, 'application/json', 413, 'too-large'],
	])('answers %s with its own error', async (_name, body, type, status, code) => {
		const response = await post(body, type);
		expect(response.status).toBe(status);
		expect((await response.json()).error.code).toBe(code);
	});

	it.each([
		[
			'another method',
			'GET',
			'/api/v1/recommendations',
			405,
			'method-not-allowed',
			'POST, OPTIONS',
		],
		[
			'a method that changes things',
			'DELETE',
			'/api/v1/anime/1/similar',
			405,
			'method-not-allowed',
			'GET, HEAD, OPTIONS',
		],
		['another address', 'GET', '/api/v1/nothing', 404, 'not-found', null],
		['a bundle of yesterday', 'GET', '/bundle/0/titles.json', 404, 'not-found', null],
	])('answers %s with an error of the API', async (_name, method, path, status, code, allow) => {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(site.url + path, { method, headers });
		expect(response.status).toBe(status);
		expect((await response.json()).error.code).toBe(code);
		expect(response.headers.get('allow')).toBe(allow);
	});

	it('takes no form and no plain text, which other sites could make a visitor send', async () => {
		for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
			expect((await post('entries=1', type)).status).toBe(403);
		}
	});

	it('serves the bundle under its hash, immutable, and nothing else', async () => {
		const html = await (await fetch(`${site.url}/rate`)).text();
		const [path] = /\/bundle\/[0-9a-f]+\/titles\.json/.exec(html) ?? [];
		const response = await fetch(`${site.url}${path}`);
		expect(response.headers.get('cache-control')).toContain('immutable');
		expect(await response.json()).toHaveProperty('format');
		const stale = await fetch(`${site.url}${path?.replace(/bundle\/..../, 'bundle/0000')}`);
		expect(stale.status).toBe(404);
		const outside = await fetch(`${site.url}/bundle/x/..%2f..%2fpackage.json`);
		expect(outside.status).toBe(404);
	});

	it('serves the neighbours on the map likewise, as bytes', async () => {
		const html = await (await fetch(`${site.url}/atlas`)).text();
		const [path] = /\/bundle\/[0-9a-f]+\/atlas-neighbours\.safetensors/.exec(html) ?? [];
		const { status, headers } = await fetch(`${site.url}${path}`);
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('application/octet-stream');
		expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
	});

	it('sends strict headers with every page', async () => {
		const { headers } = await fetch(site.url);
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
		expect(headers.get('cache-control')).toBe('private, no-cache');
	});

	it.each([
		'/',
		'/favicon.svg',
		'/healthz',
		'/no-such-page',
		'/rate/',
		'/api/v1/recommendations',
		'/rate?r=%',
		'/%',
	])('sends its headers with whatever answers %s', async (path) => {
		const { headers } = await fetch(site.url + path, { redirect: 'manual' });
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('same-origin');
	});

	it('takes a visitor who hangs up for no fault of its own', async () => {
		const refused = () => site.output().split('"status":400').length;
		// Lines of earlier requests may still be on their way.
		let before = -1;
		const isQuiet = () => {
			const last = before;
			before = refused();
			return before === last;
		};
		await expect.poll(isQuiet, { interval: 300 }).toBe(true);
		const { hostname, port } = new URL(site.url);
		const socket = connect(Number(port), hostname);
		const head = 'POST /api/v1/recommendations HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n';
		socket.write(`${head}content-type: application/json\r\n\r\n{"entries":[`, () =>
			socket.destroy(),
		);
		await expect.poll(refused).toBe(before + 1);
		expect(await site.log()).not.toContain('"level":50');
	});

	it('never writes a list, an address with ratings or a title id to its log', async () => {
		await ask({ entries: ENTRIES });
		await fetch(`${site.url}/rate?r=${DEATH_NOTE}-9_${STEINS_GATE}-10`);
		const log = await site.log();
		expect(log).toContain('/api/v1/recommendations');
		expect(log).not.toMatch(new RegExp(`${STEINS_GATE}|[?]r=`));
	});

	it('answers garbage in addresses without an error', async () => {
		for (const query of ['r=1-999', 'r=abc', 'r=%00%ff', `r=${'1-5_'.repeat(3000)}`, 'x=NaN']) {
			expect((await fetch(`${site.url}/rate?${query}`)).status, query.slice(0, 20)).toBe(200);
		}
	});
});

describe('a site with a damaged bundle', () => {
	it('does not start, and says what to do', async () => {
		await expect(startSite({ BUNDLE_DIR: 'tests/fixtures/no-such-bundle' })).rejects.toThrow(
			/sprout -- bundle/,
		);
	});

	it('refuses a setting that it does not know', async () => {
		await expect(startSite({ LOG_LEVEL: 'loud' })).rejects.toThrow(/LOG_LEVEL/);
	});
});
