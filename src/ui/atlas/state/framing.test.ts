import { expect, it } from 'vitest';
import { allOf, mostOf } from './framing.ts';

it('frames most of many points, and all of a few', () => {
	// 40 points on a line, of which the first two and the last two are left out.
	const x = Float32Array.from({ length: 40 }, (_, point) => point / 8);
	const places = { x, y: new Float32Array(40) };
	const all = Array.from({ length: 40 }, (_, point) => point);
	expect(mostOf(all, places)).toEqual({ left: 2 / 8, right: 37 / 8, bottom: 0, top: 0 });
	expect(allOf([8, 0], places)).toEqual({ left: 0, right: 1, bottom: 0, top: 0 });
});
