import { describe, expect, it } from 'vitest';
import { calibrate, symmetrise, thinned, toRows } from './affinities.ts';

const entropyOf = (chances: Iterable<number>) => {
	let entropy = 0;
	for (const p of chances) entropy -= p > 0 ? p * Math.log(p) : 0;
	return entropy;
};

describe('calibrate', () => {
	it('reaches the entropy of so many equal neighbours, the nearest first', () => {
		const chances = Float64Array.from({ length: 90 }, (_, place) => 0.1 * place ** 1.3);
		calibrate(chances, 20);
		expect(Math.exp(entropyOf(chances))).toBeCloseTo(20, 3);
		expect(chances.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
		expect([...chances]).toEqual([...chances].sort((a, b) => b - a));
	});

	it('is even where there are fewer neighbours than wanted, or all are alike', () => {
		const few = Float64Array.of(1, 2, 3);
		calibrate(few, 40);
		for (const chance of few) expect(chance).toBeCloseTo(1 / 3, 2);
		const alike = new Float64Array(50).fill(2);
		calibrate(alike, 10);
		for (const chance of alike) expect(chance).toBeCloseTo(1 / 50, 12);
	});
});

describe('symmetrise', () => {
	it('adds both directions and sums to 1', () => {
		const rows = toRows([
			new Map([[1, 1]]),
			new Map([[2, 1]]),
			new Map([
				[1, 0.25],
				[0, 0.75],
			]),
		]);
		const { offsets, columns, values } = symmetrise(rows);
		expect([...offsets]).toEqual([0, 2, 4, 6]);
		expect([...columns]).toEqual([1, 2, 0, 2, 0, 1]);
		// p_01 = (1 + 0) / 6, p_02 = (0 + .75) / 6, p_12 = (1 + .25) / 6
		const expected = [1 / 6, 0.75 / 6, 1 / 6, 1.25 / 6, 0.75 / 6, 1.25 / 6];
		expected.forEach((value, at) => expect(values[at]).toBeCloseTo(value, 7));
	});
});

describe('thinned', () => {
	it('keeps the largest of each row, and what is among the largest of the other', () => {
		const graph = toRows([
			new Map([
				[1, 3],
				[2, 2],
				[3, 1],
			]),
			new Map([[0, 3]]),
			new Map([[0, 2]]),
			new Map([[0, 1]]),
		]);
		const { offsets, columns } = thinned(graph, 1);
		expect([...offsets]).toEqual([0, 3, 4, 5, 6]);
		expect([...columns]).toEqual([1, 2, 3, 0, 0, 0]);
	});
});
