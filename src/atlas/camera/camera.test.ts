import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fitted,
	fittedWithin,
	held,
	isWithin,
	panned,
	scaleLimits,
	toMap,
	toScreen,
	visibleBounds,
	WHOLE_MAP,
	wayIntoSight,
	zoomedAt,
} from './camera.ts';

const unit = fc.double({ min: -1, max: 1, noNaN: true });
const camera = fc.record({
	x: unit,
	y: unit,
	scale: fc.double({ min: 100, max: 60_000, noNaN: true }),
});
const viewport = fc.record({
	width: fc.integer({ min: 320, max: 4000 }),
	height: fc.integer({ min: 300, max: 3000 }),
});
const pixel = fc.record({
	x: fc.double({ min: 0, max: 4000, noNaN: true }),
	y: fc.double({ min: 0, max: 3000, noNaN: true }),
});

describe('the camera', () => {
	it('puts the middle of the picture on what it looks at, and up is up', () => {
		const looking = { x: 0.5, y: -0.25, scale: 100 };
		const size = { width: 800, height: 600 };
		expect(toScreen(looking, size, { x: 0.5, y: -0.25 })).toEqual({ x: 400, y: 300 });
		expect(toScreen(looking, size, { x: 0.6, y: -0.15 }).x).toBeCloseTo(410);
		expect(toScreen(looking, size, { x: 0.6, y: -0.15 }).y).toBeCloseTo(290);
	});

	it('leads from the picture to the map and back', () => {
		fc.assert(
			fc.property(camera, viewport, pixel, (camera, viewport, pixel) => {
				const back = toScreen(camera, viewport, toMap(camera, viewport, pixel));
				expect(back.x).toBeCloseTo(pixel.x, 6);
				expect(back.y).toBeCloseTo(pixel.y, 6);
			}),
		);
	});

	it('leads from the map to the picture and back', () => {
		fc.assert(
			fc.property(camera, viewport, fc.record({ x: unit, y: unit }), (camera, viewport, place) => {
				const back = toMap(camera, viewport, toScreen(camera, viewport, place));
				expect(back.x).toBeCloseTo(place.x, 9);
				expect(back.y).toBeCloseTo(place.y, 9);
			}),
		);
	});

	it('holds what lies under the pointer, when it pans and when it zooms', () => {
		const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
		fc.assert(
			fc.property(camera, viewport, pixel, factor, (camera, viewport, pixel, factor) => {
				const place = toMap(camera, viewport, pixel);
				const moved = toScreen(panned(camera, 30, -20), viewport, place);
				expect(moved.x).toBeCloseTo(pixel.x + 30, 5);
				expect(moved.y).toBeCloseTo(pixel.y - 20, 5);
				const zoomed = zoomedAt(camera, viewport, pixel, factor, scaleLimits(viewport));
				const stayed = toScreen(zoomed, viewport, place);
				expect(stayed.x).toBeCloseTo(pixel.x, 5);
				expect(stayed.y).toBeCloseTo(pixel.y, 5);
			}),
		);
	});

	it('fits the whole map into every picture, and nothing larger', () => {
		fc.assert(
			fc.property(viewport, (viewport) => {
				const view = fitted(WHOLE_MAP, viewport);
				const { left, right, bottom, top } = visibleBounds(view, viewport);
				expect(Math.min(right - left, top - bottom)).toBeCloseTo(2 / 0.88, 6);
				expect(isWithin(visibleBounds(view, viewport), 1, 1)).toBe(true);
			}),
		);
	});

	it('fits into what is free of the picture', () => {
		const size = { width: 1000, height: 600 };
		const insets = { left: 300, right: 100, top: 0, bottom: 200 };
		const bounds = { left: 0, right: 1, bottom: -0.5, top: 0 };
		const view = fittedWithin(bounds, size, insets);
		// 600 × 400 px are free, of which 528 and 352 are filled.
		expect(view.scale).toBeCloseTo(528, 9);
		const middle = toScreen(view, size, { x: 0.5, y: -0.25 });
		expect(middle.x).toBeCloseTo(600, 9);
		expect(middle.y).toBeCloseTo(200, 9);
	});

	it.each([
		{ at: { x: 500, y: 300 }, way: { x: 0, y: 0 } },
		{ at: { x: 100, y: 590 }, way: { x: 200, y: -190 } },
		{ at: { x: 950, y: -5 }, way: { x: -50, y: 5 } },
	])('tells the way from $at into sight', ({ at, way }) => {
		const insets = { left: 300, right: 100, top: 0, bottom: 200 };
		const found = wayIntoSight(at, { width: 1000, height: 600 }, insets);
		expect([found.x, found.y]).toEqual([way.x, way.y]);
	});

	it('leads into the middle of what is hidden as a whole', () => {
		const insets = { left: 300, right: 300, top: 0, bottom: 0 };
		expect(wayIntoSight({ x: 90, y: 5 }, { width: 400, height: 100 }, insets).x).toBe(110);
	});

	it('is held on the map and within its scales', () => {
		const size = { width: 800, height: 600 };
		expect(held({ x: 3, y: -9, scale: 1 }, size)).toEqual({
			x: 1,
			y: -1,
			scale: 0.7 * ((600 * 0.88) / 2),
		});
		expect(held({ x: 0, y: 0, scale: 1e9 }, size).scale).toBe(60_000);
	});
});
