import { expect, it } from 'vitest';
import { expectedScores, overlayOf, ownScores } from './overlay-of.ts';

const POINTS = new Map([
	[10, 0],
	[20, 1],
	[30, 2],
	[40, 3],
]);
const OVERLAY = overlayOf(
	[
		{ malId: 20, score: 85, status: 'completed' },
		{ malId: 30, score: null, status: 'dropped' },
		{ malId: 10, score: null, status: 'plan-to-watch' },
		{ malId: 99, score: 100, status: 'completed' },
	],
	[99, 40],
	POINTS,
);

it('puts a list on the map, with the places that recommendations really have', () => {
	expect(OVERLAY).toEqual({
		seen: [
			{ point: 1, score: 8.5 },
			{ point: 2, score: null },
		],
		planned: [0],
		recommended: [{ point: 3, rank: 2 }],
	});
});

it('gives the columns that points are coloured by', () => {
	expect([...ownScores(OVERLAY, 4)]).toEqual([NaN, 8.5, NaN, NaN]);
	const expected = expectedScores(new Map([[20, 75]]), Int32Array.of(10, 20));
	expect([...expected]).toEqual([NaN, 7.5]);
});
