import { describe, expect, it } from 'vitest';
import { allowanceHeaders, createRequestLimiter } from './request-limiter.ts';

function setUp(mostClients = 100) {
	let now = 0;
	const limiter = createRequestLimiter({ mostClients, now: () => now });
	return { limiter, pass: (ms: number) => void (now += ms) };
}

describe('the limit of requests', () => {
	it('lets the requests of a minute through at once, and then one for every part of it', () => {
		const { limiter, pass } = setUp();
		expect(limiter('a', 3)).toEqual({
			ok: true,
			limit: 3,
			remaining: 2,
			resetS: 20,
			retryAfterS: 0,
		});
		expect([limiter('a', 3).ok, limiter('a', 3).ok]).toEqual([true, true]);
		expect(limiter('a', 3)).toEqual({
			ok: false,
			limit: 3,
			remaining: 0,
			resetS: 60,
			retryAfterS: 20,
		});
		pass(19_000);
		expect(limiter('a', 3)).toMatchObject({ ok: false, retryAfterS: 1 });
		pass(1_000);
		expect([limiter('a', 3).ok, limiter('a', 3).ok]).toEqual([true, false]);
	});

	it('saves up no more than a minute', () => {
		const { limiter, pass } = setUp();
		limiter('a', 3);
		pass(3_600_000);
		expect(limiter('a', 3).remaining).toBe(2);
	});

	it('counts every client alone', () => {
		const { limiter } = setUp();
		limiter('a', 1);
		expect([limiter('a', 1).ok, limiter('b', 1).ok]).toEqual([false, true]);
	});

	it('remembers no more clients than it may, and forgets the one it heard of longest ago', () => {
		const { limiter } = setUp(2);
		limiter('a', 1);
		limiter('b', 1);
		limiter('a', 1);
		limiter('c', 1);
		expect(limiter('a', 1).ok).toBe(false);
		expect(limiter('b', 1).ok).toBe(true);
	});

	it('is told in headers', () => {
		const { limiter } = setUp();
		expect(allowanceHeaders(limiter('a', 1))).toEqual({
			'ratelimit-limit': '1',
			'ratelimit-remaining': '0',
			'ratelimit-reset': '60',
		});
		expect(allowanceHeaders(limiter('a', 1))).toHaveProperty('retry-after', '60');
	});
});
