import { describe, expect, it } from 'vitest';
import {
	answering,
	first,
	hanging,
	scriptedHttp,
	type ScriptedHttpOptions,
	type Transport,
} from '#tests/support/scripted-http.ts';
import type { HttpRequest } from './http-exchange.ts';

const URL_OF_SITE = new URL('https://site.test/lists');
const fine = answering(200, '{"fine":true}');
const FINE = { ok: true, status: 200, json: { fine: true } };
const DOWN = { ok: false, reason: 'source-down' };
const down = answering(500, '');
const rateLimited = (retryAfterS: number) => ({ ok: false, reason: 'rate-limited', retryAfterS });

/** A client over a transport; `send` also tells how long it took. */
function client(transport: Transport, options: ScriptedHttpOptions = {}) {
	const { http, clock, requests } = scriptedHttp(transport, options);
	const send = async (request: Partial<HttpRequest> = {}) => {
		const start = clock.now();
		const signal = new AbortController().signal;
		const outcome = await clock.run(http.send({ url: URL_OF_SITE, ...request }, signal));
		return { outcome, tookMs: clock.now() - start };
	};
	return { http, clock, requests, send };
}

describe('http client', () => {
	it('gets JSON, and posts it', async () => {
		const { requests, send } = client(fine);
		expect(await send({ headers: { 'x-key': 'k' } })).toEqual({ outcome: FINE, tookMs: 0 });
		expect((await send({ body: { a: 1 } })).outcome).toEqual(FINE);
		expect(requests.map(({ method, redirect }) => [method, redirect])).toEqual([
			['GET', 'manual'],
			['POST', 'manual'],
		]);
		expect(requests[0]?.headers.get('x-key')).toBe('k');
		expect(requests[1]?.headers.get('content-type')).toBe('application/json');
		expect(await requests[1]?.json()).toEqual({ a: 1 });
	});

	it('leaves refusals to whoever knows the site', async () => {
		const refusal = { ok: true, status: 404, json: { error: 'unknown' } };
		expect((await client(answering(404, '{"error":"unknown"}')).send()).outcome).toEqual(refusal);
		const page = { ok: true, status: 403, json: undefined };
		expect((await client(answering(403, '<html>')).send()).outcome).toEqual(page);
	});

	it('takes three attempts with growing pauses', async () => {
		const { requests, send } = client(down);
		// Half a second, then a whole one, each less a quarter by the dice.
		expect(await send()).toEqual({ outcome: DOWN, tookMs: 375 + 750 });
		expect(requests).toHaveLength(3);
	});

	it('ends attempts that take too long, and all of them when the whole does', async () => {
		const limits = { attemptTimeoutMs: 4000, totalTimeoutMs: 10_000, pauseMs: 0 };
		const { requests, send } = client(hanging, { limits });
		expect(await send()).toEqual({ outcome: DOWN, tookMs: 4000 + 4000 + 2000 });
		expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
	});

	it('does not wait for a transport that ignores being called off', async () => {
		const { send } = client(() => new Promise<Response>(() => {}));
		expect(await send()).toEqual({ outcome: DOWN, tookMs: 20_000 });
	});

	it('waits as long as it is told to, if that is short', async () => {
		const pause = answering(429, '', { 'retry-after': '3' });
		expect(await client(first([pause], fine)).send()).toEqual({ outcome: FINE, tookMs: 3000 });
		const busy = answering(503, '', { 'retry-after': '4' });
		expect(await client(first([busy], fine)).send()).toEqual({ outcome: FINE, tookMs: 4000 });
	});

	it('says how long to wait, if that is long', async () => {
		const pause = answering(429, '', { 'retry-after': '21' });
		const { requests, send } = client(first([pause], fine));
		expect(await send()).toEqual({ outcome: rateLimited(21), tookMs: 0 });
		expect(requests).toHaveLength(1);
	});

	it('leaves a site alone that does not say for how long', async () => {
		const { clock, requests, send } = client(answering(429, ''));
		expect((await send()).outcome).toEqual(rateLimited(30));
		await clock.advance(5000);
		expect((await send()).outcome).toEqual(rateLimited(25));
		expect(requests).toHaveLength(3);
	});

	it('shares its tokens among all requests', async () => {
		const { requests, send } = client(fine, { rateLimit: { requests: 2, windowMs: 60_000 } });
		await send();
		await send();
		expect((await send()).outcome).toEqual(rateLimited(60));
		expect(requests).toHaveLength(2);
	});

	it('pays for each attempt', async () => {
		const { requests, send } = client(down, { rateLimit: { requests: 2, windowMs: 60_000 } });
		// The second failure leaves nothing to try a third time with.
		expect((await send()).outcome).toEqual(rateLimited(59));
		expect(requests).toHaveLength(2);
	});

	it('stops asking when a site says that nothing is left', async () => {
		const last = answering(200, '{"fine":true}', { 'x-ratelimit-remaining': '0' });
		const { send } = client(last);
		expect((await send()).outcome).toEqual(FINE);
		expect((await send()).outcome).toEqual(rateLimited(60));
	});

	it('takes an announced length at its word', async () => {
		const large = answering(200, '{"fine":true}', { 'content-length': '5000000000' });
		expect((await client(large).send()).outcome).toEqual({ ok: false, reason: 'source-changed' });
	});

	it('takes the status that a body speaks of for the status', async () => {
		const statusOf = (_: number, json: unknown) => Object(json).status ?? 200;
		const { requests, send } = client(answering(200, '{"status":500}'));
		expect((await send({ statusOf })).outcome).toEqual(DOWN);
		expect(requests).toHaveLength(3);
	});
});
