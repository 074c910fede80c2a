import { describe, expect, it } from 'vitest';
import { createApiGate, type ApiCall } from './gate.ts';
import { createRequestLimiter } from './request-limiter.ts';

const ROUTE = '/api/v1/anime/[id]';
const ADDRESS = 'http://sprout.test/api/v1/anime/1';

function setUp(requestsPerMinute = 100) {
	const asked: string[] = [];
	const gate = createApiGate({
		limiter: createRequestLimiter({ mostClients: 10, now: () => 0 }),
		requestsPerMinute,
		bundleHash: 'b1',
	});
	const ask = (
		init: RequestInit = {},
		response: Response = kept('{}'),
		more: Partial<ApiCall> = {},
	) => {
		const call: ApiCall = {
			request: new Request(ADDRESS, init),
			url: new URL(ADDRESS),
			routeId: ROUTE,
			address: () => '192.0.2.7',
			...more,
		};
		return gate(call, async () => {
			asked.push(call.request.method);
			return response;
		});
	};
	return { ask, asked };
}

function kept(body: string): Response {
	return new Response(body, {
		headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=60' },
	});
}

describe('the gate of the API', () => {
	it('lets pages of every site read answers and errors, without cookies', async () => {
		const { ask } = setUp();
		for (const response of [await ask(), await ask({ method: 'DELETE' })]) {
			expect(response.headers.get('access-control-allow-origin')).toBe('*');
			expect(response.headers.has('access-control-allow-credentials')).toBe(false);
			expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
		}
	});

	it('answers preflights itself, and does not count them', async () => {
		const { ask, asked } = setUp(1);
		await ask({ method: 'OPTIONS' });
		const response = await ask({ method: 'OPTIONS' });
		expect(response.status).toBe(204);
		expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
		expect(response.headers.get('access-control-allow-headers')).toContain('Content-Type');
		expect(asked).toEqual([]);
	});

	it.each([
		['POST', ROUTE, 'GET, HEAD, OPTIONS'],
		['HEAD', '/api/v1/recommendations', 'POST, OPTIONS'],
		['DELETE', '/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
	])('refuses %s for %s and says what it takes', async (method, routeId, allow) => {
		const { ask, asked } = setUp();
		const response = await ask({ method }, undefined, { routeId });
		expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
		expect(asked).toEqual([]);
	});

	it('tags what anybody may keep, and sends no more than the tag to whoever has it', async () => {
		const { ask } = setUp();
		const etag = (await ask()).headers.get('etag') ?? '';
		expect(etag).toMatch(/^"b1-/);
		const again = await ask({ headers: { 'if-none-match': `"x", ${etag}` } });
		expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
		expect(again.headers.get('cache-control')).toBe('public, max-age=60');
		const changed = await ask({ headers: { 'if-none-match': etag } }, kept('{"a":1}'));
		expect([changed.status, await changed.text()]).toEqual([200, '{"a":1}']);
	});

	it('does not tag what is made for one', async () => {
		const { ask } = setUp();
		const response = await ask({}, Response.json({}, { headers: { 'cache-control': 'no-store' } }));
		expect(response.headers.has('etag')).toBe(false);
	});

	it('refuses who asks too often, in the one format of errors', async () => {
		const { ask, asked } = setUp(2);
		const first = await ask();
		expect(first.headers.get('ratelimit-limit')).toBe('2');
		expect(first.headers.get('ratelimit-remaining')).toBe('1');
		expect((await ask()).status).toBe(200);
		const refused = await ask();
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('30');
		expect(refused.headers.get('access-control-allow-origin')).toBe('*');
		expect((await refused.json()).error.code).toBe('too-many-requests');
		expect(asked).toHaveLength(2);
		expect((await ask({}, kept('{}'), { address: () => '192.0.2.8' })).status).toBe(200);
	});

	it.each([
		['what browsers say', { 'sec-fetch-site': 'same-origin' }],
		['the page that older ones name', { referer: 'http://sprout.test/rate?r=1' }],
	])('gives pages of the site itself an allowance of their own, by %s', async (_by, headers) => {
		const { ask } = setUp(1);
		expect([(await ask()).status, (await ask()).status]).toEqual([200, 429]);
		const own = await ask({ headers });
		expect([own.status, own.headers.get('ratelimit-limit')]).toEqual([200, '4']);
	});

	it.each([
		[{ 'sec-fetch-site': 'cross-site', referer: 'http://sprout.test/' }],
		[{ referer: 'http://elsewhere.test/' }],
		[{ referer: 'nonsense' }],
	])('takes %j for somebody else', async (headers) => {
		const { ask } = setUp(1);
		expect((await ask({ headers })).headers.get('ratelimit-limit')).toBe('1');
	});

	it('counts nobody where there is no limit, and does not ask who it is', async () => {
		const { ask } = setUp(0);
		const address = () => {
			throw new Error('asked');
		};
		const response = await ask({}, kept('{}'), { address });
		expect([response.status, response.headers.has('ratelimit-limit')]).toEqual([200, false]);
	});

	it('gives a fault of our own the shape of every error', async () => {
		const { ask } = setUp();
		const response = await ask({}, new Response('<h1>oops</h1>', { status: 500 }));
		expect((await response.json()).error.code).toBe('unexpected');
	});

	it('leaves an address that is none to the route that says so', async () => {
		const { ask, asked } = setUp();
		await ask({ method: 'PUT' }, undefined, { routeId: '/api/[...path]' });
		expect(asked).toEqual(['PUT']);
	});
});
