/** Neighbours that are kept of each title. */
export const NEIGHBOURS = 20;

/** Why two titles are neighbours; a byte of {@link AtlasNeighbours} holds the bits `1 << position`. */
export const NEIGHBOUR_REASONS = ['liked-together', 'related', 'recommended', 'model'] as const;
export type NeighbourReason = (typeof NEIGHBOUR_REASONS)[number];

/**
 * True neighbours of the points of a map, from lists, relations, recommendations and the model, never from the picture.
 *
 * Those of point i lie at `i · NEIGHBOURS …`, nearest first; a title of which little is known has fewer, with a
 * weight of 0 in the places left.
 */
export interface AtlasNeighbours {
	/** MyAnimeList ids of the points, as in the map of the same bundle; length n. */
	readonly malIds: Int32Array;
	/** Points, length n · NEIGHBOURS. */
	readonly points: Uint16Array;
	/** 1–255 in proportion to how near they are, 255 for a title's nearest one; 0 = no neighbour. */
	readonly weights: Uint8Array;
	/** Bits by {@link NEIGHBOUR_REASONS}. */
	readonly reasons: Uint8Array;
}

/** One neighbour of a title. */
export interface Neighbour {
	readonly point: number;
	/** 0 to 1. */
	readonly weight: number;
	readonly reasons: readonly NeighbourReason[];
}

/** The neighbours of one point, nearest first. @throws RangeError when there is no such point */
export function neighboursOf(
	{ malIds, points, weights, reasons }: AtlasNeighbours,
	point: number,
): Neighbour[] {
	if (!(point >= 0 && point < malIds.length)) throw new RangeError(`There is no point ${point}.`);
	const found: Neighbour[] = [];
	for (let at = point * NEIGHBOURS; at < (point + 1) * NEIGHBOURS; at++) {
		const weight = weights[at] ?? 0;
		if (weight === 0) break;
		const bits = reasons[at] ?? 0;
		found.push({
			point: points[at] ?? 0,
			weight: weight / 255,
			reasons: NEIGHBOUR_REASONS.filter((_, bit) => ((bits >> bit) & 1) === 1),
		});
	}
	return found;
}
