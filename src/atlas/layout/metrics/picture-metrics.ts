import type { Rng } from '#core/math/rng.ts';

/** The k nearest of every point on a picture or in truth, nearest first. */
export type NeighbourLists = readonly ArrayLike<number>[];

/** Mean share of the true neighbours that are neighbours on the picture as well, 0 to 1. */
export function neighbourRecall(truth: NeighbourLists, picture: NeighbourLists): number {
	let sum = 0;
	truth.forEach((own, point) => {
		const near = new Set(Array.from(picture[point] ?? []));
		let found = 0;
		for (let place = 0; place < own.length; place++) if (near.has(own[place] ?? -1)) found++;
		sum += own.length > 0 ? found / own.length : 1;
	});
	return sum / truth.length;
}

/**
 * Trustworthiness (Venna and Kaski 2001): 1 − what false neighbours on the picture cost, each by how far from being one
 * it truly is. 1 is perfect, about ½ is chance.
 *
 * @param picture k nearest on the picture of the points to be judged
 * @param rankOf true rank of all n others for a point, 1 = nearest: written to the array it is given
 */
export function trustworthiness(
	picture: ReadonlyMap<number, ArrayLike<number>>,
	size: number,
	rankOf: (point: number, ranks: Uint32Array) => void,
): number {
	const ranks = new Uint32Array(size);
	let [cost, k] = [0, 0];
	for (const [point, near] of picture) {
		rankOf(point, ranks);
		k = near.length;
		for (let place = 0; place < k; place++) {
			cost += Math.max(0, (ranks[near[place] ?? 0] ?? 0) - k);
		}
	}
	return 1 - (2 * cost) / (picture.size * k * (2 * size - 3 * k - 1));
}

/** Writes ranks of similarities, largest first, 1 = the largest; equal ones by position, `self` last of all. */
export function ranksOf(similarity: Float64Array, self: number, ranks: Uint32Array): void {
	const order = Uint32Array.from(similarity.keys());
	order.sort((a, b) => (similarity[b] ?? 0) - (similarity[a] ?? 0) || a - b);
	let rank = 0;
	for (const point of order) if (point !== self) ranks[point] = ++rank;
	ranks[self] = ranks.length;
}

/** Share of points that are among nobody's neighbours: 0 is best, much of it means hubs that are near everybody. */
export function neglected(lists: NeighbourLists): number {
	const seen = new Uint8Array(lists.length);
	for (const near of lists) for (let at = 0; at < near.length; at++) seen[near[at] ?? 0] = 1;
	return seen.reduce((sum, one) => sum + (1 - one), 0) / lists.length;
}

/** Mean Jaccard overlap of the tags of points and their neighbours, pairs without tags left out. */
export function tagAgreement(
	lists: NeighbourLists,
	tagsOf: (point: number) => readonly string[],
): number {
	let [sum, pairs] = [0, 0];
	lists.forEach((near, point) => {
		const own = new Set(tagsOf(point));
		for (let at = 0; at < near.length; at++) {
			const other = tagsOf(near[at] ?? 0);
			if (own.size === 0 || other.length === 0) continue;
			const shared = other.filter((tag) => own.has(tag)).length;
			sum += shared / (own.size + other.length - shared);
			pairs++;
		}
	});
	return pairs > 0 ? sum / pairs : 0;
}

/** Draws for each list. */
const DRAWS = 100;

/**
 * The chance that two titles that one person likes lie nearer to each other than one of them and a title that somebody
 * else likes, drawn as often as it is liked.
 *
 * @param liked titles that each held-out person likes
 */
export function coLikeAuc(
	distance: (a: number, b: number) => number,
	liked: readonly (readonly number[])[],
	rng: Rng,
): number {
	const pool = liked.flat();
	let [won, all] = [0, 0];
	for (const own of liked) {
		if (own.length < 2) continue;
		const known = new Set(own);
		for (let draw = 0; draw < DRAWS; draw++) {
			const a = own[rng.below(own.length)] ?? 0;
			const b = own[rng.below(own.length)] ?? 0;
			const stranger = pool[rng.below(pool.length)] ?? 0;
			if (a === b || known.has(stranger)) continue;
			const [near, far] = [distance(a, b), distance(a, stranger)];
			won += near < far ? 1 : near === far ? 0.5 : 0;
			all++;
		}
	}
	return all > 0 ? won / all : 0.5;
}

/** Median distance of the points of two aligned pictures, as a share of the second one's diagonal. */
export function medianMove(before: Float64Array, after: Float64Array): number {
	const size = before.length / 2;
	const moves = Float64Array.from({ length: size }, (_, point) =>
		Math.hypot(
			(before[2 * point] ?? 0) - (after[2 * point] ?? 0),
			(before[2 * point + 1] ?? 0) - (after[2 * point + 1] ?? 0),
		),
	).sort();
	const extent = [0, 1].map((axis) => {
		let [low, high] = [Infinity, -Infinity];
		for (let at = axis; at < after.length; at += 2) {
			low = Math.min(low, after[at] ?? 0);
			high = Math.max(high, after[at] ?? 0);
		}
		return high - low;
	});
	return (moves[size >> 1] ?? 0) / Math.hypot(...extent);
}
