import { expect, it } from 'vitest';
import { smallAtlas } from '#tests/support/small-atlas.ts';
import { LensPoints } from './lens-points.ts';

// Corners of the square, by point.
const MAP = smallAtlas([1, 2, 3, 4]);

it('finds points, and what those fill that are on the map, as long as that holds', () => {
	const away = new Set<number>();
	const points = new LensPoints(MAP, (point) => !away.has(point));
	const place = points.placeOf('local', 2);
	expect(points.grid('local').nearest(place, 0.1)).toBe(2);
	expect(points.extent('local')).toEqual({ left: -1, right: 1, bottom: -1, top: 1 });
	for (const point of [1, 2, 3]) away.add(point);
	expect(points.extent('local')).toEqual({ left: -1, right: 1, bottom: -1, top: 1 });
	points.changed();
	const { x, y } = points.placeOf('local', 0);
	expect(points.extent('local')).toEqual({ left: x, right: x, bottom: y, top: y });
});
