import { globSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { recommendationAnswerSchema } from '#server/api/docs/answer-schemas.ts';
import { errorSchema } from '#server/api/docs/error-schema.ts';
import { openApiDocument, pathOf, siteOrigin } from '#server/api/docs/openapi.ts';
import type { Operation } from '#server/api/docs/operation.ts';
import { OPERATIONS } from '#server/api/docs/operations.ts';
import { API_ROUTES, openApiHandlers } from '#tests/support/api-handlers.ts';

let ask: Awaited<ReturnType<typeof openApiHandlers>>;

beforeAll(async () => {
	ask = await openApiHandlers();
});

const example = ({ route, method, example: { path, body } }: Operation) =>
	ask({ route, method, path, body: body && JSON.stringify(body) });

describe.each(OPERATIONS)('the example of $id', (operation) => {
	it('is answered as the document says, and with nothing that it does not say', async () => {
		const response = await example(operation);
		expect(response.status).toBe(200);
		const answer: unknown = await response.json();
		expect(v.parse(operation.answer.schema, answer)).toEqual(answer);
	});

	it('can be asked for again with its tag, where the answer may be kept', async () => {
		const response = await example(operation);
		const etag = response.headers.get('etag');
		// What is said of somebody's list is kept nowhere.
		expect(etag === null).toBe(operation.method === 'POST' || operation.readsList === true);
		if (etag === null) return;
		const headers = { 'if-none-match': etag };
		const { route, example: asked } = operation;
		const again = await ask({ route, path: asked.path, headers });
		expect([again.status, await again.text()]).toEqual([304, '']);
		expect(again.headers.get('etag')).toBe(etag);
	});

	it('fails in the one format of errors', async () => {
		const { route, method, query } = operation;
		const path = `${operation.example.path.split('?')[0]}?surely=not`;
		const wrong = query || method === 'GET' ? { path } : { path, body: '{"surely":"not"}' };
		const response = await ask({ route, method, ...wrong });
		expect(response.status).toBe(400);
		const answer: unknown = await response.json();
		expect(v.parse(errorSchema, answer)).toEqual(answer);
		expect(answer).toMatchObject({ error: { code: 'invalid-request' } });
	});
});

describe('calls of the API', () => {
	it('know a title by both ids', async () => {
		const route = '/api/v1/anime/[id]';
		const answers = await Promise.all(
			['1', 'mal:1', 'anilist:1'].map(async (id) =>
				(await ask({ route, path: `/api/v1/anime/${id}` })).json(),
			),
		);
		expect(answers.map(({ malId, title }) => [malId, title])).toEqual(
			Array.from({ length: 3 }, () => [1, 'Cowboy Bebop']),
		);
	});

	it('rank a list by either id, and say which ids of AniList they don’t know', async () => {
		const path = '/api/v1/recommendations';
		const asked = async (entries: object[]) => {
			const body = JSON.stringify({ entries, limit: 3 });
			const response = await ask({ route: path, method: 'POST', path, body });
			const answer = await response.json();
			expect(v.parse(recommendationAnswerSchema, answer)).toEqual(answer);
			return answer.page;
		};
		const byMal = await asked([{ malId: 1535, score: 90 }]);
		const byAnilist = await asked([{ anilistId: 1535, score: 90 }, { anilistId: 9_999_999 }]);
		expect(byAnilist.items).toEqual(byMal.items);
		expect(byAnilist.unknownAnilistIds).toEqual([9_999_999]);
		expect(byMal).not.toHaveProperty('unknownAnilistIds');
	});

	it('tell the franchise in watch order, and where else the title is', async () => {
		const route = '/api/v1/anime/[id]';
		const facts = await (await ask({ route, path: '/api/v1/anime/16498' })).json();
		expect(facts.franchiseMembers[0]).toBe(16498);
		expect(facts.franchiseMembers).toContain(25777);
		expect(facts.links[0].href).toBe('https://myanimelist.net/anime/16498');
	});

	it('give what is found in pages that fit together', async () => {
		const route = '/api/v1/anime';
		const page = async (query: string) =>
			(await ask({ route, path: `/api/v1/anime?q=gundam&${query}` })).json();
		const whole = await page('limit=20');
		const second = await page('limit=10&offset=10');
		expect(whole.total).toBeGreaterThan(20);
		expect(second.items).toEqual(whole.items.slice(10));
		expect(second).toMatchObject({ total: whole.total, offset: 10 });
		expect((await page('offset=200')).items).toEqual([]);
	});

	it.each(['/api/v1/anime/99999999', '/api/v1/anime/anilist:99999999'])(
		'say that there is no title %s',
		async (path) => {
			const response = await ask({ route: '/api/v1/anime/[id]', path });
			expect(response.status).toBe(404);
			expect((await response.json()).error.code).toBe('unknown-title');
		},
	);

	it('tell why a site gave no list', async () => {
		const route = '/api/v1/users/[source=site]/[name]/recommendations';
		const path = '/api/v1/users/anilist/nobody-of-this-name/recommendations';
		const response = await ask({ route, method: 'POST', path, body: '{}' });
		expect(response.status).toBe(404);
		expect((await response.json()).error.code).toBe('no-such-user');
	});
});

describe('calls about several lists', () => {
	const member = { source: 'anilist', name: 'NAME' };
	const nobody = { source: 'kitsu', name: 'nobody-of-this-name' };
	const post = (route: string, body: object) =>
		ask({ route, method: 'POST', path: route, body: JSON.stringify(body) });

	it('go on without a list that its site does not give, and say so as documented', async () => {
		const response = await post('/api/v1/groups', { members: [member, nobody], limit: 2 });
		const answer = await response.json();
		const operation = OPERATIONS.find(({ id }) => id === 'recommendForGroup');
		expect(operation && v.parse(operation.answer.schema, answer)).toEqual(answer);
		expect(answer.items).toHaveLength(2);
		expect(answer.members).toMatchObject([
			{ usedEntries: 4, list: { entries: 4 }, failure: null },
			{ usedEntries: 0, list: null, failure: { reason: 'no-such-user' } },
		]);
	});

	it('compare nothing without one of two', async () => {
		const response = await post('/api/v1/comparisons', { lists: [member, nobody] });
		expect(response.status).toBe(404);
		expect((await response.json()).error.code).toBe('no-such-user');
	});
});

describe('the OpenAPI document', () => {
	const document = openApiDocument('https://sprout.example');
	const routes = globSync('src/routes/api/v1/**/+server.ts').map((file) =>
		file.replace(/^src\/routes(.*)\/\+server\.ts$/, '$1'),
	);

	it('has every call that there is, and no other', () => {
		expect(Object.keys(API_ROUTES).toSorted()).toEqual(routes.toSorted());
		const calls = routes.filter((route) => !route.endsWith('openapi.json'));
		expect(Object.keys(document.paths).toSorted()).toEqual(calls.map(pathOf).toSorted());
	});

	it('is served as it is made', async () => {
		const response = await ask({ route: '/api/v1/openapi.json', path: '/api/v1/openapi.json' });
		expect(await response.json()).toEqual(
			JSON.parse(JSON.stringify(openApiDocument('http://sprout.test'))),
		);
	});

	it('tells where the site is, also on the machine of whoever tries it out', () => {
		expect(siteOrigin(new URL('https://localhost:3000/api'))).toBe('http://localhost:3000');
		expect(siteOrigin(new URL('https://sprout.example/api'))).toBe('https://sprout.example');
		expect(siteOrigin(new URL('http://sprout.example/api'))).toBe('http://sprout.example');
	});

	it('refers to nothing that is not there', () => {
		const text = JSON.stringify(document);
		const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
		expect(named.length).toBeGreaterThan(20);
		expect([...new Set(named)].toSorted()).toEqual(
			Object.keys(document.components.schemas).toSorted(),
		);
	});

	it('writes parameters as they are sent, with defaults of their kind', () => {
		const similar = document.paths['/api/v1/anime/{id}/similar']?.get?.parameters;
		expect(similar).toEqual([
			{
				name: 'id',
				in: 'path',
				required: true,
				description: expect.stringContaining('AniList'),
				schema: { type: 'string', pattern: '^(?:(?:mal|anilist):)?[1-9]\\d{0,7}$' },
			},
			{
				name: 'limit',
				in: 'query',
				required: false,
				description: 'most titles to give',
				schema: { type: 'integer', minimum: 1, maximum: 50, default: 10 },
			},
			{
				name: 'includeFranchise',
				in: 'query',
				required: false,
				description: expect.any(String),
				schema: { type: 'boolean', default: false },
			},
		]);
		const [ids] = document.paths['/api/v1/titles/details']?.get?.parameters ?? [];
		expect(ids).toMatchObject({ required: true, style: 'form', explode: false });
	});

	it('demands of a list what the parser demands', () => {
		const request = document.components.schemas.RecommendationRequest;
		expect(request).toMatchObject({
			required: ['entries'],
			additionalProperties: false,
			properties: {
				entries: { type: 'array', maxItems: 5000, description: expect.any(String) },
				limit: { minimum: 1, maximum: 100, default: 50 },
			},
		});
	});

	it('tells every failure with its codes', () => {
		const call = document.paths['/api/v1/users/{source}/{name}/recommendations']?.post;
		expect(call?.responses).toMatchObject({
			404: { description: 'no-such-user' },
			429: { description: 'too-many-requests, rate-limited' },
			503: { description: 'busy, unavailable' },
		});
	});
});
