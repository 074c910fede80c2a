import { describe, expect, it } from 'vitest';
import { growRegions } from './grow-regions.ts';

const line = (...values: number[]) => ({
	width: 1,
	values: Float32Array.from(values),
	weights: new Float64Array(values.length).fill(1),
});

describe('growRegions', () => {
	it('cuts where most is gained, and joins what was parted last first', () => {
		// Two far heaps, one of which comes apart again.
		const { leafOf, left, right } = growRegions(line(0, 0, 100, 110, 100), 3, 1);
		expect(leafOf[0]).toBe(leafOf[1]);
		expect(leafOf[2]).toBe(leafOf[4]);
		expect(new Set(leafOf).size).toBe(3);
		expect([left.length, right.length]).toEqual([2, 2]);
		// Node 3 joins the two near leaves, node 4 is the root.
		expect(new Set([left[0], right[0]])).toEqual(new Set([leafOf[2], leafOf[3]]));
		expect(new Set([left[1], right[1]])).toEqual(new Set([leafOf[0], 3]));
	});

	it('stops where nothing is left to cut', () => {
		expect(growRegions(line(5, 5, 5), 4, 1)).toMatchObject({ left: [], right: [] });
		expect(growRegions(line(0, 1, 2, 3), 4, 2).left).toHaveLength(1);
		expect([...growRegions(line(7), 4, 1).leafOf]).toEqual([0]);
	});

	it('makes the same tree of the same points', () => {
		const given = () => line(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9);
		expect(growRegions(given(), 6, 1)).toEqual(growRegions(given(), 6, 1));
	});
});
