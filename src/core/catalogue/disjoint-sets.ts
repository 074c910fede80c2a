/** Sets of numbers that only ever grow together; the smallest member stands for its set. */
export class DisjointSets {
	private readonly parents = new Map<number, number>();

	/** The member that stands for the set of `item`; the same for all of them. */
	find(item: number): number {
		let root = item;
		for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
		// The way is cut short for later questions.
		for (let at = item; at !== root;) {
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

	/** Every set that holds one of `items`, with those of its members that are among them, in their order. */
	partition(items: Iterable<number>): number[][] {
		const groups = new Map<number, number[]>();
		for (const item of items) {
			const root = this.find(item);
			const group = groups.get(root) ?? [];
			groups.set(root, group);
			group.push(item);
		}
		return [...groups.values()];
	}
}
