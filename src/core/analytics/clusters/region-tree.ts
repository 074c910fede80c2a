/**
 * Regions of the model's item space, and how they lie together: a binary tree whose leaves 0 … L − 1 are the regions.
 * Inner node L + i has the children `left[i]` and `right[i]`, which come before it; the last node is the root.
 */
export interface RegionTree {
	/** L − 1 children each; both empty where there is one region. */
	readonly left: readonly number[];
	readonly right: readonly number[];
}

/** Regions of a tree. */
export function regionCount({ left }: RegionTree): number {
	return left.length + 1;
}
