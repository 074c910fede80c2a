import { describe, expect, it } from 'vitest';
import { MOST_RETRIES, RetryCountdown } from './retry-countdown.svelte.ts';

/** A countdown whose clock moves when the test says so. */
function countdown() {
	let nowMs = 0;
	const ticks = new Set<() => void>();
	const retries: number[] = [];
	const retrying = new RetryCountdown({
		waitS: 9,
		retry: () => void retries.push(nowMs / 1_000),
		now: () => nowMs,
		everySecond(tick) {
			ticks.add(tick);
			return () => ticks.delete(tick);
		},
	});
	const pass = (seconds: number) => {
		for (let second = 0; second < seconds; second++) {
			nowMs += 1_000;
			for (const tick of ticks) tick();
		}
	};
	return { retrying, retries, pass, ticking: () => ticks.size };
}

describe('countdown to another try', () => {
	it('shows the wait before it counts', () => {
		expect(countdown().retrying.leftS).toBe(9);
	});

	it('counts, stops at zero and does nothing by itself', () => {
		const { retrying, retries, pass, ticking } = countdown();
		retrying.start(3);
		expect(retrying.leftS).toBe(3);
		pass(2);
		expect(retrying.leftS).toBe(1);
		pass(5);
		expect(retrying.leftS).toBe(0);
		expect(retries).toEqual([]);
		expect(ticking()).toBe(0);
	});

	it('tries again once it may when the visitor agreed', () => {
		const { retrying, retries, pass } = countdown();
		retrying.start(3);
		retrying.agree(true);
		expect(retrying.automatic).toBe(true);
		pass(2);
		expect(retries).toEqual([]);
		pass(1);
		expect(retries).toEqual([3]);
	});

	it('tries once when the visitor says so after the wait', () => {
		const { retrying, retries, pass } = countdown();
		retrying.start(1);
		pass(4);
		retrying.retryNow();
		retrying.start(1);
		pass(4);
		expect(retries).toEqual([4]);
	});

	it('can be stopped', () => {
		const { retrying, retries, pass } = countdown();
		retrying.start(2);
		retrying.agree(true);
		retrying.agree(false);
		pass(3);
		expect(retries).toEqual([]);
	});

	it('leaves a site alone that goes on refusing, until the visitor agrees anew', () => {
		const { retrying, retries, pass } = countdown();
		retrying.start(1);
		retrying.agree(true);
		for (let turn = 0; turn < 2 * MOST_RETRIES; turn++) {
			pass(1);
			retrying.start(1);
		}
		expect(retries).toHaveLength(MOST_RETRIES);
		expect(retrying.exhausted).toBe(true);
		retrying.agree(true);
		pass(1);
		expect(retries).toHaveLength(MOST_RETRIES + 1);
	});
});
