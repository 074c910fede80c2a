import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { createGridIndex } from './grid-index.ts';

const random = createRng(7);
const scattered = () => Float32Array.from({ length: 500 }, () => random.next() * 2 - 1);
const [X, Y] = [scattered(), scattered()];
const index = createGridIndex(X, Y);
const all = [...X.keys()];
const distance = (point: number, x: number, y: number) =>
	Math.hypot((X[point] ?? 0) - x, (Y[point] ?? 0) - y);

describe('the grid', () => {
	it('finds the nearest point as looking at all of them does', () => {
		for (let trial = 0; trial < 200; trial++) {
			const [x, y] = [random.next() * 2.4 - 1.2, random.next() * 2.4 - 1.2];
			const near = all.filter((point) => distance(point, x, y) <= 0.1);
			near.sort((a, b) => distance(a, x, y) - distance(b, x, y));
			expect(index.nearest({ x, y }, 0.1)).toBe(near[0] ?? -1);
		}
	});

	it('passes over what is not accepted', () => {
		const first = index.nearest({ x: 0, y: 0 }, 2);
		const second = index.nearest({ x: 0, y: 0 }, 2, (point) => point !== first);
		expect(second).not.toBe(first);
		expect(distance(second, 0, 0)).toBeGreaterThanOrEqual(distance(first, 0, 0));
	});

	it('takes the better known of two in one place', () => {
		const same = new Float32Array([0.5, 0.5]);
		expect(createGridIndex(same, same).nearest({ x: 0.5, y: 0.49 }, 0.1)).toBe(0);
	});

	it('finds what is within bounds, edges of the map included', () => {
		const bounds = { left: -0.4, right: 0.3, bottom: -5, top: 0.1 };
		const expected = all.filter(
			(point) => (X[point] ?? 0) >= -0.4 && (X[point] ?? 0) <= 0.3 && (Y[point] ?? 0) <= 0.1,
		);
		expect(index.within(bounds)).toEqual(expected);
		const corners = new Float32Array([-1, 1]);
		expect(
			createGridIndex(corners, corners).within({ left: -1, right: 1, bottom: -1, top: 1 }),
		).toEqual([0, 1]);
	});

	it('finds what a lasso holds, hollows left out', () => {
		const x = new Float32Array([0, 0.5, -0.5, 0]);
		const y = new Float32Array([-0.5, 0.5, 0.5, 0.5]);
		// A V: its hollow at the top in the middle is outside.
		const lasso = [
			{ x: -0.7, y: 0.7 },
			{ x: -0.3, y: 0.7 },
			{ x: 0, y: 0 },
			{ x: 0.3, y: 0.7 },
			{ x: 0.7, y: 0.7 },
			{ x: 0, y: -0.9 },
		];
		expect(createGridIndex(x, y).inside(lasso)).toEqual([0, 1, 2]);
		expect(index.inside(lasso.slice(0, 2))).toEqual([]);
	});
});
