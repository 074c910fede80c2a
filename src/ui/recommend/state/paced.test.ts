import { describe, expect, it } from 'vitest';
import { createPaced } from './paced.ts';

/** Something to do that ends when the test says so, and a timer that rings likewise. */
function paced(waitMs: number) {
	const ends: (() => void)[] = [];
	const timers = new Set<() => void>();
	const want = createPaced(() => new Promise((resolve) => void ends.push(resolve)), {
		waitMs,
		after: (_ms, run) => {
			timers.add(run);
			return () => void timers.delete(run);
		},
	});
	const end = async (at: number) => {
		ends[at]?.();
		await Promise.resolve();
		await Promise.resolve();
	};
	const ring = () => {
		for (const run of timers) run();
		timers.clear();
	};
	return { want, ends, end, ring };
}

describe('what is asked for again and again', () => {
	it('is done at once, and once more after whatever came meanwhile', async () => {
		const { want, ends, end } = paced(0);
		want();
		want();
		want();
		expect(ends).toHaveLength(1);
		await end(0);
		expect(ends).toHaveLength(2);
		await end(1);
		expect(ends).toHaveLength(2);
		want();
		expect(ends).toHaveLength(3);
	});

	it('waits for rest where it has to travel', () => {
		const { want, ends, ring } = paced(150);
		want();
		want();
		expect(ends).toHaveLength(0);
		ring();
		expect(ends).toHaveLength(1);
		want();
		ring();
		expect(ends).toHaveLength(2);
	});
});
