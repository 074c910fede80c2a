import { expect, it } from 'vitest';
import { createGridIndex } from '#atlas/points/grid-index.ts';
import { smallAtlas } from '#tests/support/small-atlas.ts';
import { inView } from './in-view.ts';

const MAP = smallAtlas(Array.from({ length: 100 }, (_, at) => at + 1)).lenses.local;
const GRID = createGridIndex(MAP.x, MAP.y);
const SIZE = { width: 100, height: 100 };

it('names what lies in the picture, the best known first, and how much there is', () => {
	// Ten by ten points, two ninths apart: at this scale a corner holds the first four.
	const corner = inView(MAP, GRID, { x: -0.9, y: -0.9, scale: 300 }, SIZE, () => true);
	expect(corner).toEqual({ points: [0, 1, 10, 11], total: 4, regions: [] });
	const all = inView(MAP, GRID, { x: 0, y: 0, scale: 50 }, SIZE, () => true);
	expect([all.points.length, all.points[0], all.total]).toEqual([40, 0, 100]);
});

it('leaves out what the filter does', () => {
	const odd = inView(MAP, GRID, { x: -0.9, y: -0.9, scale: 300 }, SIZE, (at) => at % 2 === 1);
	expect(odd.points).toEqual([1, 11]);
});

it('names the regions of the level that the map names', () => {
	const { regions } = inView(
		MAP,
		GRID,
		{ x: 0, y: 0, scale: 100 },
		{ width: 900, height: 900 },
		() => true,
	);
	expect(regions.map(({ name }) => name)).toEqual(['Wide 0', 'Wide 1']);
});
