import { describe, expect, it } from 'vitest';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { obeyRateHeaders, requestedWaitMs } from './rate-headers.ts';
import { TokenBucket } from './token-bucket.ts';

const NOW = Date.UTC(2026, 10, 1, 12, 0, 0);
const seconds = (ms: number) => `${ms / 1000}`;

describe('headers about rates', () => {
	it.each([
		[{ 'retry-after': '30' }, 30_000],
		[{ 'retry-after': 'Sun, 01 Nov 2026 12:00:45 GMT' }, 45_000],
		[{ 'retry-after': 'Sun, 01 Nov 2026 11:00:00 GMT' }, 0],
		[{ 'retry-after': '0' }, 0],
		[{ 'x-ratelimit-reset': seconds(NOW + 20_000) }, 20_000],
		[{ 'retry-after': '10', 'x-ratelimit-reset': seconds(NOW + 20_000) }, 10_000],
		[{ 'retry-after': 'soon', 'x-ratelimit-reset': seconds(NOW + 20_000) }, 20_000],
		[{ 'retry-after': '99999999999' }, 3_600_000],
		[{}, null],
	])('reads %j', (headers, waitMs) => {
		expect(requestedWaitMs(new Headers(headers), NOW)).toBe(waitMs);
	});

	it.each([
		[{ 'x-ratelimit-remaining': '1' }, [0, 60_000]],
		[{ 'x-ratelimit-remaining': '0' }, [60_000, 60_000]],
		[{ 'x-ratelimit-remaining': '5' }, [0, 0]],
		[{ 'x-ratelimit-remaining': 'many' }, [0, 0]],
		[{}, [0, 0]],
	])('obeys %j', async (headers, turns) => {
		const clock = new VirtualClock();
		const start = clock.now();
		const bucket = new TokenBucket({ requests: 2, windowMs: 60_000 }, clock);
		obeyRateHeaders(new Headers(headers), bucket, start);
		const take = async () => {
			await bucket.take(Infinity, new AbortController().signal);
			return clock.now() - start;
		};
		expect(await clock.run(Promise.all([take(), take()]))).toEqual(turns);
	});

	it('waits for the reset when nothing is left until then', async () => {
		const clock = new VirtualClock();
		const bucket = new TokenBucket({ requests: 2, windowMs: 60_000 }, clock);
		const reset = seconds(clock.now() + 7000);
		const headers = new Headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
		obeyRateHeaders(headers, bucket, clock.now());
		const turn = await bucket.take(clock.now() + 1000, new AbortController().signal);
		expect(turn).toEqual({ ok: false, reason: 'too-long', waitMs: 7000 });
	});
});
