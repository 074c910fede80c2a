import { describe, expect, it } from 'vitest';
import { toRows } from './affinities.ts';
import { groupPoints } from './regions.ts';

/** A chain of points on a line; each is a neighbour of the next. */
function chain(places: readonly number[]) {
	const edges = toRows(
		places.map((_, at) => {
			const near = [at - 1, at + 1].filter((other) => other >= 0 && other < places.length);
			return new Map(near.map((other) => [other, 1]));
		}),
	);
	return { features: { width: 1, values: Float64Array.from(places) }, edges };
}

describe('groupPoints', () => {
	it('joins what is near, and its levels nest', () => {
		const { features, edges } = chain([0, 1, 10, 11, 100, 101, 110, 111]);
		const { counts, of } = groupPoints(features, edges, [2, 4]);
		expect(counts).toEqual([2, 4]);
		expect([...(of[0] ?? [])]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
		expect([...(of[1] ?? [])]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
	});

	it('joins neighbours only: what lies between keeps groups apart', () => {
		const { features, edges } = chain([0, 50, 0.1, 51]);
		const { of } = groupPoints(features, edges, [2]);
		// 0 and 0.1 are alike but not beside each other.
		expect(new Set(of[0]).size).toBe(2);
		expect(of[0]?.[0]).not.toBe(of[0]?.[3]);
	});
});
