import { describe, expect, it } from 'vitest';
import { smallNeighbours } from '#tests/support/small-atlas.ts';
import { neighbourPairs } from './neighbour-pairs.ts';
import { NEIGHBOURS, type AtlasNeighbours } from './neighbours.ts';

/** Neighbours of five points, as [point, weight of 255]. */
const MAP = neighboursFrom([
	[
		[1, 255],
		[4, 51],
	],
	[
		[2, 255],
		[0, 102],
	],
	[[3, 204]],
	[[4, 255]],
	[],
]);

function neighboursFrom(rows: readonly (readonly (readonly [number, number])[])[]) {
	const size = rows.length * NEIGHBOURS;
	const map: AtlasNeighbours = {
		malIds: Int32Array.from(rows, (_, point) => point + 100),
		points: new Uint16Array(size),
		weights: new Uint8Array(size),
		reasons: new Uint8Array(size),
	};
	rows.forEach((row, point) =>
		row.forEach(([other, weight], place) => {
			map.points[point * NEIGHBOURS + place] = other;
			map.weights[point * NEIGHBOURS + place] = weight;
		}),
	);
	return map;
}

describe('pairs of neighbours among some points', () => {
	it('are found from either side, once each, with the weight of the nearer side', () => {
		expect(neighbourPairs(MAP, [1, 0, 4])).toEqual([
			{ from: 0, to: 1, weight: 1, rank: 0 },
			{ from: 0, to: 4, weight: 0.2, rank: 0 },
		]);
	});

	it('come strongest first, ranked by the end that has fewer nearer ones', () => {
		expect(neighbourPairs(MAP, [0, 1, 2, 3, 4])).toEqual([
			{ from: 0, to: 1, weight: 1, rank: 0 },
			{ from: 1, to: 2, weight: 1, rank: 0 },
			{ from: 3, to: 4, weight: 1, rank: 0 },
			{ from: 2, to: 3, weight: 0.8, rank: 1 },
			{ from: 0, to: 4, weight: 0.2, rank: 1 },
		]);
	});

	it('are so many at most of a point', () => {
		const pairs = neighbourPairs(MAP, [0, 1, 2, 3, 4], 1);
		expect(pairs.map(({ from, to }) => [from, to])).toEqual([
			[0, 1],
			[1, 2],
			[3, 4],
		]);
	});

	it('do not reach beyond the points', () => {
		expect(neighbourPairs(MAP, [0, 2])).toEqual([]);
		expect(neighbourPairs(MAP, [])).toEqual([]);
		// Each of thirty titles has the twenty after it as neighbours, round and round.
		const ring = smallNeighbours(Array.from({ length: 30 }, (_, at) => at + 1));
		expect(neighbourPairs(ring, [28, 1]).map(({ weight }) => weight * 255)).toEqual([235]);
	});

	it('are asked of points that there are', () => {
		expect(() => neighbourPairs(MAP, [5])).toThrow(RangeError);
	});
});
