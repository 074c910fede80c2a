import { describe, expect, it } from 'vitest';
import { subtractLocalMeans } from './subtract-local-means.ts';

const points = (...values: number[]) => ({
	width: 1,
	values: Float32Array.from(values),
	weights: new Float64Array(values.length).fill(1),
});

describe('subtractLocalMeans', () => {
	it('takes away the mean of those at the same position', () => {
		const given = points(1, 3, 100, 110);
		subtractLocalMeans(given, [0, 0, 50, 50], 2);
		expect([...given.values]).toEqual([-1, 1, -5, 5]);
	});

	it('counts near points less than those at the position', () => {
		const given = points(0, 12);
		subtractLocalMeans(given, [0, 1], 2);
		// One step of two away counts half: (0 + 12 · ½) / 1½ = 4 and (0 · ½ + 12) / 1½ = 8.
		expect([...given.values]).toEqual([-4, 4]);
	});

	it('follows a bent path and leaves what it does not explain', () => {
		const positions = Array.from({ length: 201 }, (_, at) => at / 20);
		const bent = positions.map((x, at) => 30 * Math.sin(x) + (at % 2 === 0 ? 1 : -1));
		const given = points(...bent);
		subtractLocalMeans(given, positions, 0.5);
		const inner = Array.from(given.values).slice(20, -20);
		inner.forEach((value, at) =>
			expect(Math.abs(value - (at % 2 === 0 ? 1 : -1))).toBeLessThan(1.1),
		);
	});

	it('leaves nothing of a single point, and does nothing without any', () => {
		const [one, none] = [points(5), points()];
		subtractLocalMeans(one, [3], 1);
		subtractLocalMeans(none, [], 1);
		expect([...one.values, ...none.values]).toEqual([0]);
	});
});
