import { topK } from '#core/math/top-k.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { toRows } from './affinities.ts';
import type { CoLikes } from './co-likes.ts';
import type { TitleLink } from './neighbourhood.ts';

/** A related pair counts as much as so many votes of lists, a recommended one as its votes. */
const RELATED = 40;
/** So that a pair that one list likes a little is far, not infinitely far. */
const LEAST_LOG = 1.0001;

/** Weights to be divided by: distances of the reference are 1 / log(1 + w). */
export function rawDistance(weight: number): number {
	return 1 / Math.log(weight + LEAST_LOG);
}

/**
 * The graph that the reference lays out: raw co-occurrence, relations and recommendations, and for each title the `k`
 * nearest along shortest paths, as rows of ones. Hubs are near everything in it.
 */
export function referenceGraph(
	coLikes: CoLikes,
	links: readonly TitleLink[],
	k: number,
): SparseRows {
	const { size } = coLikes;
	const added = Array.from({ length: size }, () => new Map<number, number>());
	for (const { a, b, weight, reason } of links) {
		const counted = weight * (reason === 'related' ? RELATED : 1);
		added[a]?.set(b, (added[a]?.get(b) ?? 0) + counted);
		added[b]?.set(a, (added[b]?.get(a) ?? 0) + counted);
	}
	const row = new Float64Array(size);
	// Along a shortest path to one of the k nearest every edge is among the k + 1 shortest of its title.
	const edges = Array.from({ length: size }, (_, title) => {
		coLikes.row(title, row, true);
		for (const [other, weight] of added[title] ?? []) row[other] = (row[other] ?? 0) + weight;
		for (let at = 0; at < size; at++) if (!(row[at] ?? 0)) row[at] = -Infinity;
		const nearest = topK(row, k + 1);
		return {
			nearest,
			lengths: Float64Array.from(nearest, (other) => rawDistance(row[other] ?? 0)),
		};
	});
	return toRows(edges.map((_, title) => nearestByPath(edges, title, k)));
}

type Edges = readonly { readonly nearest: Int32Array; readonly lengths: Float64Array }[];

/** The k titles that are nearest along edges (Dijkstra, with a list for a queue: k is small). */
function nearestByPath(edges: Edges, start: number, k: number): Map<number, number> {
	const found = new Map<number, number>();
	const open = new Map<number, number>([[start, 0]]);
	while (open.size > 0 && found.size <= k) {
		let [title, distance] = [-1, Infinity];
		for (const [candidate, length] of open) {
			if (length < distance || (length === distance && candidate < title)) {
				[title, distance] = [candidate, length];
			}
		}
		open.delete(title);
		found.set(title, 1);
		const { nearest, lengths } = edges[title] ?? { nearest: [], lengths: [] };
		nearest.forEach((other, place) => {
			const length = distance + (lengths[place] ?? Infinity);
			if (!found.has(other) && length < (open.get(other) ?? Infinity)) open.set(other, length);
		});
	}
	found.delete(start);
	return found;
}
