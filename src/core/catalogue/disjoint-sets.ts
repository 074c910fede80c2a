/** Sets of numbers that only ever grow together. */
export class DisjointSets {
	// All members of a set share one list; who is in no list is alone.
	private readonly sets = new Map<number, number[]>();

	/** Everything in the set of `item`, itself included; the same list for all of them. */
	members(item: number): readonly number[] {
		const known = this.sets.get(item);
		if (known) return known;
		const alone = [item];
		this.sets.set(item, alone);
		return alone;
	}

	union(a: number, b: number): void {
		const [setA, setB] = [this.members(a), this.members(b)];
		if (setA === setB) return;
		// The smaller list moves, so that no item moves more than log n times.
		const [large, small] = setA.length >= setB.length ? [setA, setB] : [setB, setA];
		const merged = large as number[]; // made by this class, which alone may change it
		for (const item of small) {
			merged.push(item);
			this.sets.set(item, merged);
		}
	}

	/** Every set that holds one of `items`, with those of its members that are among them, in their order. */
	partition(items: Iterable<number>): number[][] {
		const groups = new Map<readonly number[], number[]>();
		for (const item of items) {
			const set = this.members(item);
			const group = groups.get(set) ?? [];
			groups.set(set, group);
			group.push(item);
		}
		return [...groups.values()];
	}
}
