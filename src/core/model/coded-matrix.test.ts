import { describe, expect, it } from 'vitest';
import { createRng } from '../math/rng.ts';
import { createCodedMatrix, GREATEST_CODE, triangleLength } from './coded-matrix.ts';

/** Value of code c: c² / 4. */
const MAGNITUDES = Float32Array.from({ length: GREATEST_CODE + 1 }, (_, code) => code ** 2 / 4);
const valueOf = (code: number) => (Math.sign(code) * code ** 2) / 4;

describe('createCodedMatrix', () => {
	it('mirrors the triangle and keeps the diagonal zero', () => {
		const matrix = createCodedMatrix(3, Int8Array.of(1, -2, 127), MAGNITUDES);
		const rows = [0, 1, 2].map((row) => [0, 1, 2].map((column) => matrix.at(row, column)));
		expect(rows).toEqual([
			[0, 1 / 4, -1],
			[1 / 4, 0, 127 ** 2 / 4],
			[-1, 127 ** 2 / 4, 0],
		]);
	});

	// 150 rows: more than one tile of 64, the last of them cut. 1 to 9 rows: with and without a rest of 4.
	it.each([1, 4, 7, 9])('adds %i rows as the plain sum does', (count) => {
		const size = 150;
		const rng = createRng(count);
		const codes = Int8Array.from({ length: triangleLength(size) }, () => rng.below(255) - 127);
		const dense = Array.from({ length: size }, () => new Float64Array(size));
		let at = 0;
		for (let i = 0; i < size; i++) {
			for (let j = i + 1; j < size; j++) {
				const value = valueOf(codes[at++] ?? 0);
				(dense[i] ?? [])[j] = value;
				(dense[j] ?? [])[i] = value;
			}
		}
		const rows = Int32Array.from({ length: count }, (_, k) => k * 16);
		const weights = Float32Array.from(rows, () => rng.next() - 0.3);
		const out = new Float32Array(size).fill(2);
		createCodedMatrix(size, codes, MAGNITUDES).addRows(rows, weights, out);
		out.forEach((sum, j) => {
			const parts = Array.from(rows, (row, k) => (weights[k] ?? 0) * (dense[row]?.[j] ?? 0));
			expect(sum / 1000).toBeCloseTo(parts.reduce((total, part) => total + part, 2) / 1000, 3);
		});
	});
});
