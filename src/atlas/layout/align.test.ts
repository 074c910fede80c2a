import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { alignTo, drawnIn, fitToSquare, orient } from './align.ts';

const rng = createRng(5);
const PICTURE = Float64Array.from({ length: 40 }, () => rng.next() - 0.3);
const ALL = Array.from({ length: 20 }, (_, at): [number, number] => [at, at]);

/** Turned, mirrored, scaled and moved. */
const changed = (angle: number, scale: number, mirror: 1 | -1, shift: number) =>
	PICTURE.map((_, at) => {
		const x = PICTURE[at & ~1] ?? 0;
		const y = mirror * (PICTURE[at | 1] ?? 0);
		const turned =
			at % 2 === 0
				? x * Math.cos(angle) - y * Math.sin(angle)
				: x * Math.sin(angle) + y * Math.cos(angle);
		return scale * turned + shift;
	});

describe('alignTo', () => {
	it('undoes any turn, mirror, size and shift', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -4, max: 4, noNaN: true }),
				fc.double({ min: 0.01, max: 90, noNaN: true }),
				fc.constantFrom(1 as const, -1 as const),
				fc.double({ min: -50, max: 50, noNaN: true }),
				(angle, scale, mirror, shift) => {
					const back = alignTo(changed(angle, scale, mirror, shift), PICTURE, ALL);
					back.forEach((value, at) => expect(value).toBeCloseTo(PICTURE[at] ?? 0, 6));
				},
			),
		);
	});

	it('goes by the shared points alone', () => {
		const moved = changed(1, 2, 1, 3);
		moved[0] = 1e3;
		const back = alignTo(moved, PICTURE, ALL.slice(1));
		expect(back[7]).toBeCloseTo(PICTURE[7] ?? 0, 8);
		expect(alignTo(moved, PICTURE, [])).toEqual(moved);
	});
});

describe('orient', () => {
	it('lays the long axis across, and turns the larger values to the right', () => {
		const column = Float64Array.of(0, 0, 0.1, 2, -0.1, 4, 0, 6);
		const laid = orient(column, [4, 3, 2, 1]);
		const xs = [0, 1, 2, 3].map((at) => laid[2 * at] ?? 0);
		expect(xs).toEqual([...xs].sort((a, b) => b - a));
		expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(6, 1);
	});
});

describe('fitToSquare', () => {
	it('lets the longer side span −1 to 1, the shorter one keep its share', () => {
		const fitted = fitToSquare(Float64Array.of(10, 5, 14, 6, 12, 7));
		expect([...fitted]).toEqual([-1, -0.5, 1, 0, 0, 0.5]);
		expect([...fitToSquare(Float64Array.of(3, 3, 3, 3))]).toEqual([0, 0, 0, 0]);
	});
});

describe('drawnIn', () => {
	it('moves only the outermost points, keeps their order and direction, and bounds them', () => {
		const line = Float64Array.from({ length: 400 }, (_, at) =>
			at % 2 === 1 ? 0 : at >= 396 ? 10 * at : at / 2 - 99,
		);
		const drawn = drawnIn(line);
		expect(drawn.subarray(20, 380)).toEqual(line.subarray(20, 380));
		expect(drawn[398]).toBeGreaterThanOrEqual(drawn[396] ?? 0);
		expect(drawn[396]).toBeGreaterThan(drawn[394] ?? 0);
		expect(drawn[398]).toBeLessThan(130);
		expect(drawn[399]).toBe(0);
	});
});
