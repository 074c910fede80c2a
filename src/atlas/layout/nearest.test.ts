import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { nearestRows } from './nearest.ts';

describe('nearestRows', () => {
	it('is the full sort, for any number of rows', () => {
		const rng = createRng(3);
		for (const size of [2, 5, 64, 67, 131]) {
			const values = Float32Array.from({ length: 3 * size }, () => rng.below(9));
			const k = Math.min(6, size - 1);
			const { rows, squares } = nearestRows({ width: 3, values }, k);
			for (let row = 0; row < size; row++) {
				const square = (other: number) =>
					[0, 1, 2].reduce(
						(sum, at) => sum + ((values[3 * row + at] ?? 0) - (values[3 * other + at] ?? 0)) ** 2,
						0,
					);
				const others = Array.from({ length: size }, (_, other) => other).filter((o) => o !== row);
				const sorted = others.sort((a, b) => square(a) - square(b) || a - b).slice(0, k);
				expect([...rows.subarray(row * k, (row + 1) * k)]).toEqual(sorted);
				expect([...squares.subarray(row * k, (row + 1) * k)]).toEqual(sorted.map(square));
			}
		}
	});
});
