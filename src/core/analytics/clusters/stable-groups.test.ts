import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { adjustedRandIndex } from '#tests/support/adjusted-rand-index.ts';
import { groupList } from './group-list.ts';
import type { RegionTree } from './region-tree.ts';

const REGIONS = 20;

/** Joins two loose nodes at a time, by chance, until one is left. */
function randomTree(seed: number): RegionTree {
	const rng = createRng(seed);
	const loose = Array.from({ length: REGIONS }, (_, region) => region);
	const left: number[] = [];
	const right: number[] = [];
	while (loose.length > 1) {
		left.push(...loose.splice(rng.below(loose.length), 1));
		right.push(...loose.splice(rng.below(loose.length), 1));
		loose.push(REGIONS + left.length - 1);
	}
	return { left, right };
}

/** Regions of a list of somebody who likes a few of them: region k of an own order is k + 1 times rarer than the first. */
function randomList(seed: number, length: number): number[] {
	const rng = createRng(seed);
	const order = Array.from({ length: REGIONS }, (_, region) => ({ region, at: rng.next() }))
		.sort((a, b) => a.at - b.at)
		.map(({ region }) => region);
	const weights = order.map((_, rank) => 1 / (rank + 1));
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	return Array.from({ length }, () => {
		let left = rng.next() * whole;
		const rank = weights.findIndex((weight) => (left -= weight) < 0);
		return order[Math.max(0, rank)] ?? 0;
	});
}

describe('groups of a list', () => {
	it('stay alike when any 5 % of the list are gone', () => {
		fc.assert(
			fc.property(fc.nat(10_000), fc.integer({ min: 40, max: 600 }), (seed, length) => {
				const tree = randomTree(seed);
				const list = randomList(seed, length);
				const rng = createRng(seed + 1);
				const removed = new Set<number>();
				while (removed.size < Math.ceil(0.05 * length)) removed.add(rng.below(length));
				const rest = list.filter((_, at) => !removed.has(at));
				const [before, after] = [groupList(tree, list), groupList(tree, rest)];
				const groups = ({ groupOf }: typeof before) => rest.map((region) => groupOf[region] ?? -1);
				expect(adjustedRandIndex(groups(before), groups(after))).toBeGreaterThanOrEqual(0.8);
			}),
			{ numRuns: 500 },
		);
	});

	it('are the same whatever the order of the list', () => {
		const tree = randomTree(5);
		const list = randomList(5, 200);
		expect(groupList(tree, list.toReversed())).toEqual(groupList(tree, list));
	});
});

describe('the index that compares them', () => {
	it('is 1 for the same groups under other names, and the worked value for others', () => {
		expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2])).toBe(1);
		// One pair in common of two and two; by chance 2 · 2 / 6.
		expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo((1 - 2 / 6) / (1.5 - 2 / 6));
	});
});
