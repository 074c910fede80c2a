import { describe, expect, it } from 'vitest';
import { coLikes, likingOf } from './co-likes.ts';

/** Lists of `[title, score]`. */
function listsOf(itemCount: number, rows: readonly (readonly (readonly [number, number])[])[]) {
	const entries = rows.flat();
	const offsets = new Uint32Array(rows.length + 1);
	rows.forEach((row, user) => (offsets[user + 1] = (offsets[user] ?? 0) + row.length));
	return {
		userCount: rows.length,
		itemCount,
		offsets,
		items: Uint16Array.from(entries, ([title]) => title),
		scores: Uint8Array.from(entries, ([, score]) => score),
	};
}

const ROWS = [
	[
		[0, 100],
		[1, 90],
		[2, 40],
	],
	[
		[0, 80],
		[1, 0],
	],
	[
		[1, 70],
		[3, 60],
	],
] as const;

describe('likingOf', () => {
	it('weighs scores as the reference does, and low ones not at all', () => {
		expect([100, 90, 80, 70, 60, 50, 10].map(likingOf)).toEqual([10.1, 9.1, 6.5, 3.3, 0.5, 0, 0]);
		expect(likingOf(85)).toBe(6.5);
		expect(likingOf(0)).toBeGreaterThan(likingOf(60));
	});
});

describe('coLikes', () => {
	it('sums products of likings, each list damped by its length', () => {
		const { row } = coLikes(listsOf(4, ROWS), 0.5);
		const out = new Float64Array(4);
		row(0, out, true);
		// Both lists like two titles each: 2^−½.
		expect(out[1]).toBeCloseTo((10.1 * 9.1 + 6.5 * 2) / Math.SQRT2, 4);
		expect([out[0], out[2], out[3]]).toEqual([0, 0, 0]);
	});

	it('knows the strength of a title without the pairs, and divides by it', () => {
		const { row, strength, support, size } = coLikes(listsOf(4, ROWS));
		const out = new Float64Array(4);
		for (let title = 0; title < size; title++) {
			row(title, out, true);
			expect(strength[title]).toBeCloseTo(
				out.reduce((a, b) => a + b),
				5,
			);
		}
		row(1, out, true);
		const raw = out[3] ?? 0;
		row(1, out);
		expect(out[3]).toBeCloseTo(raw / Math.sqrt((strength[1] ?? 0) * (strength[3] ?? 0)), 6);
		expect([...support]).toEqual([2, 3, 0, 1]);
	});
});
