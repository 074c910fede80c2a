import { describe, expect, it } from 'vitest';
import type { CoLikes } from './co-likes.ts';
import { rawDistance, referenceGraph } from './reference-graph.ts';

/** Raw counts of pairs; the other parts are not asked for. */
function counted(size: number, pairs: readonly (readonly [number, number, number])[]): CoLikes {
	return {
		size,
		support: new Uint32Array(size),
		strength: new Float64Array(size),
		row(title, out) {
			out.fill(0);
			for (const [a, b, weight] of pairs) {
				if (a === title) out[b] = weight;
				if (b === title) out[a] = weight;
			}
		},
	};
}

describe('referenceGraph', () => {
	const rowOf = ({ offsets, columns }: ReturnType<typeof referenceGraph>, row: number) => [
		...columns.subarray(offsets[row], offsets[row + 1]),
	];

	it('finds the nearest along paths, not only along edges', () => {
		// 0 – 1 – 2 are close in a chain, 3 is far from 0 but joined to it.
		const graph = referenceGraph(
			counted(4, [
				[0, 1, 1000],
				[1, 2, 1000],
				[0, 3, 0.5],
			]),
			[],
			2,
		);
		expect(2 * rawDistance(1000)).toBeLessThan(rawDistance(0.5));
		expect(rowOf(graph, 0)).toEqual([1, 2]);
		expect(rowOf(graph, 2)).toEqual([0, 1]);
	});

	it('counts a relation as forty', () => {
		const pairs = [
			[0, 1, 30],
			[0, 2, 1],
		] as const;
		const related = { a: 0, b: 2, weight: 1, reason: 'related' as const };
		expect(rowOf(referenceGraph(counted(3, pairs), [], 1), 0)).toEqual([1]);
		expect(rowOf(referenceGraph(counted(3, pairs), [related], 1), 0)).toEqual([2]);
	});
});
