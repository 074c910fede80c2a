import { describe, expect, it } from 'vitest';
import { densityField, FIELD_SIDE } from './density-field.ts';

const at = (field: Uint8Array, column: number, row: number) => [
	...field.subarray((row * FIELD_SIDE + column) * 4, (row * FIELD_SIDE + column) * 4 + 4),
];
const HALF = FIELD_SIDE / 2;

describe('the density of the map', () => {
	const x = Float32Array.of(0, 0, 0.5);
	const y = Float32Array.of(0, 0, 0.5);
	const colours = Uint8Array.of(200, 0, 0, 0, 0, 100, 0, 250, 0);
	const field = densityField(x, y, () => 1, colours);

	it('is highest where most points are, and nothing far away', () => {
		expect(at(field, HALF, HALF)[3]).toBe(255);
		const quarter = Math.floor((0.5 / 2.4 + 0.5) * FIELD_SIDE);
		// Half the points, and the root of that; the most is measured a little below the top.
		const half = at(field, quarter, quarter)[3] ?? 0;
		expect(half / 255).toBeGreaterThan(Math.SQRT1_2 - 0.01);
		expect(half / 255).toBeLessThan(0.8);
		expect(at(field, 5, 5)).toEqual([0, 0, 0, 0]);
	});

	it('has the mean colour of what is around', () => {
		expect(at(field, HALF, HALF).slice(0, 3)).toEqual([100, 0, 50]);
	});

	it('falls off evenly to all sides', () => {
		expect(at(field, HALF + 6, HALF)).toEqual(at(field, HALF, HALF + 6));
		expect(at(field, HALF + 6, HALF)[3]).toBe(at(field, HALF - 6, HALF)[3]);
		expect(at(field, HALF + 6, HALF)[3]).toBeLessThan(255);
	});

	it('leaves out what has no weight', () => {
		const alone = densityField(x, y, (point) => (point === 2 ? 1 : 0), colours);
		expect(at(alone, HALF, HALF)[3]).toBe(0);
	});
});
