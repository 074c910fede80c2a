import { NEIGHBOURS, type AtlasNeighbours } from './neighbours.ts';

/** Two of some points that are neighbours of each other, on whichever side that is known. */
export interface NeighbourPair {
	/** The one that comes first on the map. */
	readonly from: number;
	readonly to: number;
	/** 0 to 1; that of the side to which the other is nearer. */
	readonly weight: number;
	/** How many of the points are nearer, to the end for which they are fewer; 0 for the nearest of a point. */
	readonly rank: number;
}

/**
 * The pairs of true neighbours among some points, each once, the strongest first.
 *
 * @param most pairs of higher rank are left out, so that what is crowded stays legible
 * @throws RangeError for a point that the map lacks
 */
export function neighbourPairs(
	{ malIds, points, weights }: AtlasNeighbours,
	among: Iterable<number>,
	most = NEIGHBOURS,
): NeighbourPair[] {
	const count = malIds.length;
	const chosen = new Set(among);
	/** By both ends, as one number. */
	const codes = new Map<number, number>();
	for (const point of chosen) {
		if (!(point >= 0 && point < count)) throw new RangeError(`There is no point ${point}.`);
		for (let at = point * NEIGHBOURS; at < (point + 1) * NEIGHBOURS; at++) {
			const [other, weight] = [points[at] ?? 0, weights[at] ?? 0];
			if (weight === 0) break;
			if (!chosen.has(other)) continue;
			const key = Math.min(point, other) * count + Math.max(point, other);
			codes.set(key, Math.max(weight, codes.get(key) ?? 0));
		}
	}
	const pairs = Array.from(codes, ([key, code]) => ({ key, code }));
	pairs.sort((a, b) => b.code - a.code || a.key - b.key);
	return ranked(
		pairs.map(({ key, code }) => ({
			from: Math.floor(key / count),
			to: key % count,
			weight: code / 255,
		})),
		most,
	);
}

/** Counts at both ends of each pair how many stronger ones there are. */
function ranked(pairs: readonly Omit<NeighbourPair, 'rank'>[], most: number): NeighbourPair[] {
	const stronger = new Map<number, number>();
	return pairs.flatMap((pair) => {
		const ends = [pair.from, pair.to].map((end) => stronger.get(end) ?? 0);
		const rank = Math.min(...ends);
		stronger.set(pair.from, (ends[0] ?? 0) + 1);
		stronger.set(pair.to, (ends[1] ?? 0) + 1);
		return rank < most ? [{ ...pair, rank }] : [];
	});
}
