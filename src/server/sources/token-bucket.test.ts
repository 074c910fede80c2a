import { describe, expect, it } from 'vitest';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { TokenBucket } from './token-bucket.ts';

const WINDOW_MS = 60_000;

function bucketOf(requests: number) {
	const clock = new VirtualClock();
	const start = clock.now();
	const bucket = new TokenBucket({ requests, windowMs: WINDOW_MS }, clock);
	const stays = new AbortController().signal;
	/** When a turn came, or how it was refused. */
	const take = async (withinMs = Infinity, signal = stays) => {
		const turn = await bucket.take(clock.now() + withinMs, signal);
		return turn.ok ? clock.now() - start : turn;
	};
	return { bucket, clock, take };
}

const tooLong = (waitMs: number) => ({ ok: false, reason: 'too-long', waitMs });
const cancelled = { ok: false, reason: 'cancelled' };

describe('token bucket', () => {
	it('lets no window see more requests than there are tokens', async () => {
		const { clock, take } = bucketOf(2);
		expect(await take()).toBe(0);
		await clock.advance(50_000);
		const turns = [take(), take(), take(), take()];
		expect(await clock.run(Promise.all(turns))).toEqual([50_000, 60_000, 110_000, 120_000]);
	});

	it('gives spare tokens only beside a reserve', async () => {
		const { bucket, clock, take } = bucketOf(3);
		expect([bucket.takeSpare(1), bucket.takeSpare(1), bucket.takeSpare(1)]).toEqual([
			true,
			true,
			false,
		]);
		expect(await take()).toBe(0);
		await clock.advance(WINDOW_MS);
		expect(bucket.takeSpare(2)).toBe(true);
		bucket.closeUntil(clock.now() + 1);
		expect(bucket.takeSpare(0)).toBe(false);
	});

	it('refuses at once whose turn would come too late, counting those before', async () => {
		const { clock, take } = bucketOf(1);
		await take();
		const next = take(60_000);
		expect(await take(60_000)).toEqual(tooLong(120_000));
		expect(await take(119_999)).toEqual(tooLong(120_000));
		expect(await clock.run(next)).toBe(60_000);
	});

	it('gives the turn of somebody who left to the next', async () => {
		const { clock, take } = bucketOf(1);
		await take();
		const leaving = new AbortController();
		const left = take(Infinity, leaving.signal);
		const next = take();
		await clock.settle();
		leaving.abort();
		expect(await left).toEqual(cancelled);
		expect(await clock.run(next)).toBe(60_000);
		expect(await take(Infinity, leaving.signal)).toEqual(cancelled);
	});

	it('keeps the order of those who wait when one in their middle leaves', async () => {
		const { clock, take } = bucketOf(1);
		await take();
		const leaving = new AbortController();
		const turns = [take(), take(Infinity, leaving.signal), take()];
		await clock.settle();
		leaving.abort();
		expect(await clock.run(Promise.all(turns))).toEqual([60_000, cancelled, 120_000]);
	});

	it('stays closed as long as the site says, for those who wait already as well', async () => {
		const { bucket, clock, take } = bucketOf(1);
		await take();
		const turns = [take(), take(130_000)];
		await clock.settle();
		bucket.closeUntil(clock.now() + 90_000);
		bucket.closeUntil(clock.now() + 10_000);
		expect(await take(1000)).toEqual(tooLong(90_000 + 2 * WINDOW_MS));
		expect(await clock.run(Promise.all(turns))).toEqual([90_000, tooLong(60_000)]);
	});

	it('believes a site that has counted further', async () => {
		const { bucket, clock, take } = bucketOf(5);
		bucket.leave(9);
		bucket.leave(2);
		const turns = [take(), take(), take()];
		expect(await clock.run(Promise.all(turns))).toEqual([0, 0, 60_000]);
	});
});
