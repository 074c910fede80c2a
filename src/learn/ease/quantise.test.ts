import { describe, expect, it } from 'vitest';
import { createCodedMatrix, GREATEST_CODE, triangleLength } from '#core/model/coded-matrix.ts';
import { createRng } from '#core/math/rng.ts';
import { createDenseMatrix } from './dense-matrix.ts';
import { quantise } from './quantise.ts';

const SIZE = 60;

/** Many small elements, and a large one in every tenth column of the first row. */
function matrix() {
	const rng = createRng(9);
	const values = new Float32Array(SIZE * SIZE);
	for (let i = 0; i < SIZE; i++) {
		for (let j = 0; j < i; j++) {
			const value = j === 0 && i % 10 === 0 ? i / SIZE : (rng.next() - 0.5) / 1000;
			values[i * SIZE + j] = value;
			values[j * SIZE + i] = value;
		}
	}
	return createDenseMatrix(SIZE, values);
}

function decode(stepInRms: number) {
	const { triangle, magnitudes } = quantise(matrix(), stepInRms);
	return { coded: createCodedMatrix(SIZE, triangle, magnitudes), triangle, magnitudes };
}

describe('quantise', () => {
	it('is off by half a step for small elements and by some percent for large ones', () => {
		const source = matrix();
		const { coded, magnitudes } = decode(0.001);
		const step = magnitudes[1] ?? 0;
		const ratio = (magnitudes[GREATEST_CODE] ?? 0) / (magnitudes[GREATEST_CODE - 1] ?? 1);
		for (let i = 0; i < SIZE; i++) {
			for (let j = 0; j < SIZE; j++) {
				const value = source.at(i, j);
				const error = Math.abs(coded.at(i, j) - value);
				const allowed = Math.max(step / 2, (Math.abs(value) * (ratio - 1)) / 2);
				expect(error).toBeLessThanOrEqual(allowed * 1.02);
			}
		}
	});

	it('reaches the largest element, and never the code that has no negative', () => {
		const { coded, triangle } = decode(0.01);
		expect(coded.at(0, 50)).toBeCloseTo(50 / SIZE, 4);
		expect(Math.min(...triangle)).toBeGreaterThanOrEqual(-GREATEST_CODE);
	});

	it('survives a matrix of zeros and one of a single item', () => {
		const zero = quantise(createDenseMatrix(3, new Float32Array(9)));
		expect([...zero.triangle]).toEqual([0, 0, 0]);
		expect(zero.magnitudes.every((magnitude) => magnitude === 0)).toBe(true);
		expect(quantise(createDenseMatrix(1, new Float32Array(1))).triangle).toHaveLength(
			triangleLength(1),
		);
	});
});
