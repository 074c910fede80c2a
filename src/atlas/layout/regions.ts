import type { SparseRows } from '#core/model/sprout/parts.ts';

/** Groups of points by level, widest first: `of[level][point]` is the group. */
export interface Grouping {
	readonly counts: readonly number[];
	readonly of: readonly Uint16Array[];
}

/** A merge to be tried; those of groups that have changed since are stale. */
interface Candidate {
	readonly cost: number;
	readonly a: number;
	readonly b: number;
}

/**
 * Joins points that are neighbours on the picture, those first whose joining adds least to the spread within groups
 * (Ward's method along edges), and stops at each of the wanted numbers of groups: levels nest, and every group is one
 * piece of the picture.
 *
 * @param features rows of `width` numbers that groups shall agree in: the position, and what titles are about
 * @param edges which points are neighbours; all of them must hang together for few groups to be reached
 * @param counts wanted groups by level, ascending
 */
export function groupPoints(
	features: { readonly width: number; readonly values: Float64Array },
	edges: SparseRows,
	counts: readonly number[],
): Grouping {
	const { width } = features;
	const size = features.values.length / width;
	// Groups made by joining get numbers of their own: a number never changes what it stands for.
	const means = Array.from({ length: size }, (_, at) =>
		features.values.slice(at * width, (at + 1) * width),
	);
	const masses = Array.from({ length: size }, () => 1);
	const near = Array.from({ length: size }, (): Set<number> | null => new Set());
	const joinedTo: number[] = [];
	const cost = (a: number, b: number) => {
		const [x, y] = [means[a] ?? [], means[b] ?? []];
		let square = 0;
		for (let at = 0; at < width; at++) square += ((x[at] ?? 0) - (y[at] ?? 0)) ** 2;
		const [p, q] = [masses[a] ?? 1, masses[b] ?? 1];
		return (square * p * q) / (p + q);
	};
	const heap = createHeap();
	for (let a = 0; a < size; a++) {
		for (let at = edges.offsets[a] ?? 0; at < (edges.offsets[a + 1] ?? 0); at++) {
			const b = edges.columns[at] ?? 0;
			near[a]?.add(b);
			near[b]?.add(a);
			if (a < b) heap.push({ cost: cost(a, b), a, b });
		}
	}
	const levels = new Map<number, Uint16Array>();
	let groups = size;
	const note = () => {
		if (counts.includes(groups)) levels.set(groups, numberGroups(size, joinedTo));
	};
	note();
	const least = Math.min(...counts);
	for (let next = heap.pop(); next && groups > least; next = heap.pop()) {
		const { a, b } = next;
		if (joinedTo[a] !== undefined || joinedTo[b] !== undefined) continue;
		const group = means.length;
		const [p, q] = [masses[a] ?? 1, masses[b] ?? 1];
		const [x, y] = [means[a] ?? new Float64Array(width), means[b] ?? new Float64Array(width)];
		means.push(x.map((value, at) => (p * value + q * (y[at] ?? 0)) / (p + q)));
		masses.push(p + q);
		[joinedTo[a], joinedTo[b]] = [group, group];
		near.push(join(near, a, b, group));
		for (const other of near[group] ?? [])
			heap.push({ cost: cost(other, group), a: other, b: group });
		groups--;
		note();
	}
	return gather(counts, levels, size);
}

/** The neighbours of both, who now have the new group for a neighbour instead. */
function join(near: (Set<number> | null)[], a: number, b: number, group: number): Set<number> {
	const all = new Set([...(near[a] ?? []), ...(near[b] ?? [])]);
	all.delete(a);
	all.delete(b);
	for (const other of all) {
		near[other]?.delete(a);
		near[other]?.delete(b);
		near[other]?.add(group);
	}
	near[a] = null;
	near[b] = null;
	return all;
}

/** The group of every point, numbered in order of first appearance. */
function numberGroups(size: number, joinedTo: readonly (number | undefined)[]): Uint16Array {
	const numbers = new Map<number, number>();
	return Uint16Array.from({ length: size }, (_, point) => {
		let group = point;
		for (let to = joinedTo[group]; to !== undefined; to = joinedTo[group]) group = to;
		const number = numbers.get(group) ?? numbers.size;
		numbers.set(group, number);
		return number;
	});
}

/** A level that was never reached (points that don't hang together, or too few) is the nearest that was. */
function gather(
	counts: readonly number[],
	levels: Map<number, Uint16Array>,
	size: number,
): Grouping {
	const single = Uint16Array.from({ length: size }, (_, point) => point);
	const reached = counts.map((count) => levels.get(count) ?? [...levels.values()].at(-1) ?? single);
	return {
		counts: reached.map((groups) => 1 + groups.reduce((a, b) => Math.max(a, b), -1)),
		of: reached,
	};
}

/** Least cost first; equal costs by numbers, so that the same input gives the same groups. */
function createHeap() {
	const items: Candidate[] = [];
	const before = (x: Candidate, y: Candidate) =>
		x.cost < y.cost || (x.cost === y.cost && (x.a < y.a || (x.a === y.a && x.b < y.b)));
	const swapIfBefore = (child: number, parent: number) => {
		const [x, y] = [items[child], items[parent]];
		if (!x || !y || !before(x, y)) return false;
		[items[child], items[parent]] = [y, x];
		return true;
	};
	return {
		push(item: Candidate) {
			items.push(item);
			for (let at = items.length - 1; at > 0; at = (at - 1) >> 1) {
				if (!swapIfBefore(at, (at - 1) >> 1)) break;
			}
		},
		pop(): Candidate | undefined {
			const top = items[0];
			const last = items.pop();
			if (items.length === 0 || !last) return top;
			items[0] = last;
			for (let at = 0; ;) {
				const [left, right] = [items[2 * at + 1], items[2 * at + 2]];
				if (!left) break;
				const child = right && before(right, left) ? 2 * at + 2 : 2 * at + 1;
				if (!swapIfBefore(child, at)) break;
				at = child;
			}
			return top;
		},
	};
}
