import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitInTwo, type WeightedPoints } from './split-in-two.ts';

function points(rows: readonly (readonly number[])[], weights = rows.map(() => 1)): WeightedPoints {
	return {
		width: rows[0]?.length ?? 0,
		values: Float32Array.from(rows.flat()),
		weights: Float64Array.from(weights),
	};
}

const all = ({ weights }: WeightedPoints) => Int32Array.from(weights.keys());

describe('splitInTwo', () => {
	it('parts two heaps, whatever their order', () => {
		const given = points([
			[0, 0],
			[9, 9],
			[0, 1],
			[9, 8],
			[1, 0],
		]);
		const cut = splitInTwo(given, all(given), 1);
		const parts = cut?.parts.map((part) => [...part]).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
		expect(parts).toEqual([
			[0, 2, 4],
			[1, 3],
		]);
	});

	it('tells what it takes from the squared distances', () => {
		const given = points([[0], [10]], [1, 3]);
		// (1 · 3) / (1 + 3) · 10²
		expect(splitInTwo(given, all(given), 1)?.gain).toBeCloseTo((3 / 4) * 100);
	});

	it('cuts nothing that is too light, alone or all the same', () => {
		const heaps = points([[0], [0], [0], [9]]);
		expect(
			splitInTwo(heaps, all(heaps), 1)
				?.parts.map(({ length }) => length)
				.sort(),
		).toEqual([1, 3]);
		expect(splitInTwo(heaps, all(heaps), 2)).toBeNull();
		expect(splitInTwo(heaps, Int32Array.of(3), 0)).toBeNull();
		expect(splitInTwo(heaps, Int32Array.of(0, 1, 2), 0)).toBeNull();
	});

	it('leaves every point nearer to its own centroid', () => {
		const row = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
		fc.assert(
			fc.property(fc.array(row, { minLength: 3, maxLength: 30 }), (rows) => {
				const given = points(rows);
				const cut = splitInTwo(given, all(given), 1);
				const means = (cut?.parts ?? []).map((part) =>
					[0, 1].map((k) => part.reduce((sum, at) => sum + (rows[at]?.[k] ?? 0), 0) / part.length),
				);
				const distance = (at: number, mean: readonly number[] = []) =>
					mean.reduce((sum, value, k) => sum + (value - (rows[at]?.[k] ?? 0)) ** 2, 0);
				cut?.parts.forEach((part, side) => {
					for (const at of part) {
						expect(distance(at, means[side])).toBeLessThanOrEqual(
							distance(at, means[1 - side]) + 1e-6,
						);
					}
				});
				expect((cut?.parts ?? [all(given)]).flatMap((part) => [...part]).length).toBe(rows.length);
			}),
		);
	});
});
