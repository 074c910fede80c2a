import { describe, expect, it } from 'vitest';
import { extentOf } from './extent.ts';

describe('extentOf', () => {
	const layout = { x: Float32Array.of(0, -1, 1), y: Float32Array.of(0.5, 0.25, -0.75) };

	it('is what the points fill', () => {
		expect(extentOf(layout)).toEqual({ left: -1, right: 1, bottom: -0.75, top: 0.5 });
	});

	it('leaves out points that do not count', () => {
		const extent = extentOf(layout, (point) => point !== 2);
		expect(extent).toEqual({ left: -1, right: 0, bottom: 0.25, top: 0.5 });
	});

	it('does not reach out for strays', () => {
		const most = Float32Array.from({ length: 1000 }, (_, at) => (at % 11) / 20 - 0.25);
		most.set([0.75, -1, 1], 500);
		const extent = extentOf({ x: most, y: most });
		expect(extent).toEqual({ left: -0.25, right: 0.25, bottom: -0.25, top: 0.25 });
	});

	it('is everything where nothing counts', () => {
		const extent = extentOf(layout, () => false);
		expect(extent).toEqual({ left: -1, right: 1, bottom: -1, top: 1 });
	});
});
