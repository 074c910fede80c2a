import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { easeInOut, flight } from './flight.ts';

const SIZE = { width: 1000, height: 800 };
const unit = fc.double({ min: -1, max: 1, noNaN: true });
const camera = fc.record({
	x: unit,
	y: unit,
	scale: fc.double({ min: 200, max: 40_000, noNaN: true }),
});

it('begins where it begins and ends exactly where it ends', () => {
	fc.assert(
		fc.property(camera, camera, (from, to) => {
			const way = flight(from, to, SIZE);
			const first = way.at(0);
			expect(first.x).toBeCloseTo(from.x, 6);
			expect(first.y).toBeCloseTo(from.y, 6);
			expect(first.scale / from.scale).toBeCloseTo(1, 6);
			expect(way.at(1)).toEqual(to);
			const nearly = way.at(1 - 1e-9);
			expect(nearly.x).toBeCloseTo(to.x, 4);
			expect(nearly.scale / to.scale).toBeCloseTo(1, 4);
		}),
	);
});

it('rises on a long way, so that what is seen passes evenly', () => {
	const way = flight({ x: -0.9, y: 0, scale: 8000 }, { x: 0.9, y: 0, scale: 8000 }, SIZE);
	expect(way.at(0.5).scale).toBeLessThan(1500);
	expect(way.at(0.5).x).toBeCloseTo(0, 6);
});

it('only zooms where there is no way to go', () => {
	const way = flight({ x: 0.2, y: 0.3, scale: 400 }, { x: 0.2, y: 0.3, scale: 1600 }, SIZE);
	expect(way.at(0.5)).toEqual({ x: 0.2, y: 0.3, scale: 800 });
	expect(way.length).toBeCloseTo(Math.log(4) / 1.42);
});

it('goes slowly at both ends', () => {
	expect([0, 0.25, 0.5, 0.75, 1].map(easeInOut)).toEqual([0, 4 / 64, 0.5, 1 - 4 / 64, 1]);
});
