import { describe, expect, it } from 'vitest';
import { groupList } from './group-list.ts';

/** Regions 0 … 3: node 4 joins 0 and 1, node 5 joins 2 and 3, node 6 is the root. */
const tree = { left: [0, 2, 4], right: [1, 3, 5] };
const list = (...counts: number[]) =>
	counts.flatMap((count, region) => Array.from({ length: count }, () => region));

describe('groupList', () => {
	it('makes groups of full regions, and of what is left over near by', () => {
		// Ten titles: a group needs three.
		const { count, groupOf } = groupList(tree, list(4, 2, 2, 2));
		expect(count).toBe(2);
		// Region 0 by itself; 2 and 3 together at node 5; the two of region 1 find nobody.
		expect([...groupOf]).toEqual([0, -1, 1, 1]);
	});

	it('carries what is left over up to the root', () => {
		const { count, groupOf } = groupList(tree, list(2, 0, 2, 0));
		expect(count).toBe(1);
		expect([...groupOf]).toEqual([0, 0, 0, 0]);
	});

	it('keeps a full region apart from what its neighbours make together', () => {
		const { groupOf } = groupList(tree, list(5, 2, 1, 1));
		expect([...groupOf]).toEqual([0, 1, 1, 1]);
	});

	it('has no group of too few', () => {
		expect(groupList(tree, list(1, 0, 1, 0))).toMatchObject({ count: 0 });
		expect(groupList(tree, [])).toMatchObject({ count: 0 });
		expect([...groupList({ left: [], right: [] }, [0, 0, 0]).groupOf]).toEqual([0]);
	});
});
