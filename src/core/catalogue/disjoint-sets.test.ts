import { describe, expect, it } from 'vitest';
import { DisjointSets } from './disjoint-sets.ts';

describe('DisjointSets', () => {
	it('grows sets by union, over chains and repetitions', () => {
		const sets = new DisjointSets();
		sets.union(1, 2);
		sets.union(4, 3);
		sets.union(2, 3);
		sets.union(1, 4);
		expect([...sets.members(4)].sort()).toEqual([1, 2, 3, 4]);
		expect(sets.members(1)).toBe(sets.members(3));
		expect(sets.members(5)).toEqual([5]);
	});

	it('partitions what is asked for, in the order asked', () => {
		const sets = new DisjointSets();
		sets.union(1, 9);
		sets.union(2, 9);
		expect(sets.partition([3, 2, 1])).toEqual([[3], [2, 1]]);
	});
});
