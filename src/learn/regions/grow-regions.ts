import type { RegionTree } from '#core/analytics/clusters/region-tree.ts';
import { splitInTwo, type WeightedPoints } from './split-in-two.ts';

/** A {@link RegionTree} over points. */
export interface GrownRegions extends RegionTree {
	/** Leaf of each point. */
	readonly leafOf: Int32Array;
}

/** A node while the tree grows. */
interface Branch {
	readonly members: Int32Array;
	/** How to cut it; null where that makes nothing of two parts. */
	readonly cut: ReturnType<typeof splitInTwo>;
	children?: readonly [Branch, Branch];
}

/**
 * Cuts a set of points in two, again and again, always where that takes most from the sum of squared distances to
 * the centroids (bisecting k-means, Steinbach et al. 2000), until there are `leafCount` parts or nothing is left to cut.
 * Without chance: the same points give the same tree.
 *
 * @param leastWeight least weight of a part
 */
export function growRegions(
	points: WeightedPoints,
	leafCount: number,
	leastWeight: number,
): GrownRegions {
	const branch = (members: Int32Array): Branch => ({
		members,
		cut: splitInTwo(points, members, leastWeight),
	});
	const root = branch(Int32Array.from(points.weights.keys()));
	const leaves = [root];
	while (leaves.length < leafCount) {
		const next = leaves.reduce((best, leaf) =>
			(leaf.cut?.gain ?? 0) > (best.cut?.gain ?? 0) ? leaf : best,
		);
		if (!next.cut) break;
		next.children = [branch(next.cut.parts[0]), branch(next.cut.parts[1])];
		leaves.splice(leaves.indexOf(next), 1, ...next.children);
	}
	return numbered(root, leaves, points.weights.length);
}

function numbered(root: Branch, leaves: readonly Branch[], size: number): GrownRegions {
	const leafOf = new Int32Array(size);
	leaves.forEach(({ members }, leaf) => {
		for (const point of members) leafOf[point] = leaf;
	});
	const left: number[] = [];
	const right: number[] = [];
	const visit = (branch: Branch): number => {
		if (!branch.children) return leaves.indexOf(branch);
		const [a, b] = [visit(branch.children[0]), visit(branch.children[1])];
		left.push(a);
		right.push(b);
		return leaves.length + left.length - 1;
	};
	visit(root);
	return { leafOf, left, right };
}
