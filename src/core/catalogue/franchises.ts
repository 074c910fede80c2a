import type { RelationKind } from './catalogue.ts';
import type { ResolvedPair } from './related-pairs.ts';

/** Kinds that continue or retell one story, so they merge. */
const MERGING: ReadonlySet<RelationKind> = new Set([
	'sequel',
	'prequel',
	'parent-story',
	'side-story',
	'full-story',
	'summary',
	'alternative-version',
]);

/** Sets that grow by union; the smallest member stands for each. */
export class DisjointSets {
	private readonly parents = new Map<number, number>();

	find(item: number): number {
		let root = item;
		for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
		let at = item;
		while (at !== root) {
			const up = this.parents.get(at) ?? root;
			this.parents.set(at, root);
			at = up;
		}
		return root;
	}

	union(a: number, b: number): void {
		const rootA = this.find(a);
		const rootB = this.find(b);
		if (rootA !== rootB) this.parents.set(Math.max(rootA, rootB), Math.min(rootA, rootB));
	}
}

export function groupFranchises(
	titles: readonly number[],
	pairs: readonly ResolvedPair[],
): number[][] {
	const sets = new DisjointSets();
	for (const { from, to, kind } of pairs) if (MERGING.has(kind)) sets.union(from, to);
	const groups = new Map<number, number[]>();
	for (const title of titles) {
		const root = sets.find(title);
		const group = groups.get(root) ?? [];
		groups.set(root, group);
		group.push(title);
	}
	return [...groups.values()].filter((group) => group.length > 1);
}
