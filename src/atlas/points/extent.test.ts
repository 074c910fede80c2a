import { expect, it } from 'vitest';
import { extentOf } from './extent.ts';

it('is what the points fill', () => {
	const layout = { x: Float32Array.of(0, -1, 1), y: Float32Array.of(0.5, 0.25, -0.75) };
	expect(extentOf(layout)).toEqual({ left: -1, right: 1, bottom: -0.75, top: 0.5 });
});
