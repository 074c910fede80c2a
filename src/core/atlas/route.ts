import { NEIGHBOURS, type AtlasNeighbours } from './neighbours.ts';

/** What a step costs beside how weak it is: a way of a few steps is better than one of many small ones. */
const STEP_COST = 0.25;

/**
 * The way from one point to another over true neighbours, both ends included: few steps, and strong ones. Neighbourhood
 * counts both ways here. After Dijkstra (1959).
 *
 * @param passes whether the way may lead over a point; the ends are always allowed
 * @returns undefined where none leads there
 */
export function findRoute(
	neighbours: AtlasNeighbours,
	from: number,
	to: number,
	passes: (point: number) => boolean = () => true,
): readonly number[] | undefined {
	const count = neighbours.malIds.length;
	const edges = bothWays(neighbours);
	const costs = new Float64Array(count).fill(Infinity);
	const before = new Int32Array(count).fill(-1);
	const open = new CheapestFirst();
	costs[from] = 0;
	open.push(from, 0);
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const { point, cost } = next;
		if (point === to) return wayBack(before, to);
		// It was reached for less meanwhile.
		if (cost > (costs[point] ?? 0)) continue;
		for (const { point: other, weight } of edges(point)) {
			if (other !== to && !passes(other)) continue;
			const total = cost + STEP_COST + 1 - weight;
			if (total >= (costs[other] ?? 0)) continue;
			costs[other] = total;
			before[other] = point;
			open.push(other, total);
		}
	}
	return undefined;
}

/** Neighbours of a point and points whose neighbour it is, with weights of 0 to 1. */
function bothWays({ points, weights, malIds }: AtlasNeighbours) {
	const incoming = Array.from(malIds, (): number[] => []);
	points.forEach((point, at) => {
		if ((weights[at] ?? 0) > 0) incoming[point]?.push(at);
	});
	return (point: number) => {
		const outgoing = Array.from({ length: NEIGHBOURS }, (_, place) => point * NEIGHBOURS + place);
		const weightOf = (at: number) => (weights[at] ?? 0) / 255;
		return [
			...outgoing
				.filter((at) => (weights[at] ?? 0) > 0)
				.map((at) => ({ point: points[at] ?? 0, weight: weightOf(at) })),
			...(incoming[point] ?? []).map((at) => ({
				point: Math.floor(at / NEIGHBOURS),
				weight: weightOf(at),
			})),
		];
	};
}

function wayBack(before: Int32Array, to: number): number[] {
	const way = [to];
	for (let point = before[to] ?? -1; point >= 0; point = before[point] ?? -1) way.push(point);
	return way.toReversed();
}

interface Reached {
	readonly point: number;
	readonly cost: number;
}

/** A binary heap: the parent of `at` is at (at − 1) / 2 and never costs more. */
class CheapestFirst {
	readonly #heap: Reached[] = [];

	push(point: number, cost: number): void {
		const heap = this.#heap;
		let at = heap.push({ point, cost }) - 1;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if ((heap[parent]?.cost ?? 0) <= cost) break;
			this.#swap(at, parent);
			at = parent;
		}
	}

	pop(): Reached | undefined {
		const heap = this.#heap;
		const [first] = heap;
		const last = heap.pop();
		if (last === undefined || heap.length === 0) return first;
		heap[0] = last;
		for (let at = 0; ;) {
			const [left, right] = [2 * at + 1, 2 * at + 2];
			const costAt = (place: number) => heap[place]?.cost ?? Infinity;
			const child = costAt(left) <= costAt(right) ? left : right;
			if (costAt(child) >= costAt(at)) return first;
			this.#swap(at, child);
			at = child;
		}
	}

	#swap(a: number, b: number): void {
		const [one, other] = [this.#heap[a], this.#heap[b]];
		if (one === undefined || other === undefined) return;
		[this.#heap[a], this.#heap[b]] = [other, one];
	}
}
