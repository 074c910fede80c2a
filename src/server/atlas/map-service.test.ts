import { describe, expect, it } from 'vitest';
import { smallAtlas, smallNeighbours } from '#tests/support/small-atlas.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createMapService } from './map-service.ts';

const CATALOGUE = smallCatalogue([
	{ malId: 7, title: 'A', genres: ['Mystery'] },
	{ malId: 8, title: 'B', genres: ['Mystery', 'Drama'] },
	{ malId: 9, title: 'C' },
	{ malId: 10, title: 'Off the map' },
]);
const MAP = { data: smallAtlas([7, 8, 9]), neighbours: smallNeighbours([7, 8, 9]) };

describe('the map of the server', () => {
	it('names the neighbours of every title, the first one included, and why they are', () => {
		const answer = createMapService(CATALOGUE, MAP).neighboursOf(7);
		expect(answer).toEqual({
			malId: 7,
			neighbours: [
				{
					malId: 8,
					title: 'B',
					weight: 255 / 255,
					reasons: ['liked-together'],
					shared: [{ kind: 'subject', name: 'Mystery' }],
				},
				{ malId: 9, title: 'C', weight: 245 / 255, reasons: ['related'], shared: [] },
			],
		});
	});

	it('has none for a title that is not on it, or in a bundle without a map', () => {
		expect(createMapService(CATALOGUE, MAP).neighboursOf(10)).toEqual({
			malId: 10,
			neighbours: [],
		});
		expect(createMapService(CATALOGUE, null).neighboursOf(7)).toEqual({ malId: 7, neighbours: [] });
	});

	it('leads from title to title over neighbours, and says why at every step', () => {
		const steps = createMapService(CATALOGUE, MAP).routeOf(7, 9).steps;
		expect(steps.map(({ malId, reasons }) => [malId, reasons])).toEqual([[9, ['liked-together']]]);
		expect(createMapService(CATALOGUE, MAP).routeOf(7, 10)).toEqual({
			malId: 7,
			to: 10,
			steps: [],
		});
		expect(createMapService(CATALOGUE, null).routeOf(7, 9).steps).toEqual([]);
	});

	it('leads over titles for adults only from or to one', () => {
		const ids = [1, 2, 3];
		const titles = ids.map((malId) => ({ malId, adult: malId === 2 }));
		// 1 and 3 are neighbours of 2 alone.
		const apart = smallNeighbours(ids);
		const neighbours = { ...apart, points: apart.points.map(() => 1) };
		const stepsOf = (malId: number, to: number) =>
			createMapService(smallCatalogue(titles), { data: smallAtlas(ids), neighbours })
				.routeOf(malId, to)
				.steps.map((step) => step.malId);
		expect([stepsOf(1, 3), stepsOf(1, 2), stepsOf(2, 3)]).toEqual([[], [2], [3]]);
	});

	it('knows nothing of what the catalogue lacks', () => {
		expect(createMapService(CATALOGUE, MAP).neighboursOf(11)).toBeUndefined();
	});
});
