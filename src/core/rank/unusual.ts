/** How unusual a match is, least first. */
export const UNUSUAL_LEVELS = ['unusual', 'very-unusual'] as const;
export type UnusualLevel = (typeof UNUSUAL_LEVELS)[number];

/** A match that few other lists would find. */
export interface UnusualMatch {
	readonly level: UnusualLevel;
	/** Place among everything unseen by number of members, from 1: where it stands for everyone. */
	readonly popularPlace: number;
}

/**
 * Least place for everyone, and least ratio of it to the place for the list, of each level, highest first. What
 * stands among the thousand best-known titles is no discovery, however well it fits.
 */
const LEVELS: readonly (readonly [place: number, ratio: number, level: UnusualLevel])[] = [
	[2_000, 100, 'very-unusual'],
	[1_000, 25, 'unusual'],
];

/**
 * How unusual a match is: the place for this list held against the place for everyone; null where there is nothing
 * to tell.
 *
 * @param predictedPlace place among everything unseen for this list, from 1
 * @param popularPlace place among the same titles by members, from 1
 */
export function unusualMatch(predictedPlace: number, popularPlace: number): UnusualMatch | null {
	const found = LEVELS.find(
		([place, ratio]) => popularPlace >= place && popularPlace >= ratio * predictedPlace,
	);
	return found === undefined ? null : { level: found[2], popularPlace };
}

/**
 * Place of every title by members, from 1 for the best-known; of equals the earlier one is first.
 *
 * @param members by catalogue index
 */
export function placesByMembers(members: ArrayLike<number>): Int32Array {
	const order = Int32Array.from({ length: members.length }, (_, index) => index).sort(
		(a, b) => (members[b] ?? 0) - (members[a] ?? 0) || a - b,
	);
	const places = new Int32Array(members.length);
	order.forEach((index, position) => (places[index] = position + 1));
	return places;
}

/**
 * Places by members among what is not seen.
 *
 * @param places of all titles, see {@link placesByMembers}
 * @param seen catalogue indices
 * @returns the place of a title by its catalogue index
 */
export function placesAmongUnseen(
	places: Int32Array,
	seen: Iterable<number>,
): (index: number) => number {
	const taken = Int32Array.from(seen, (index) => places[index] ?? 0).sort();
	return (index) => {
		const place = places[index] ?? 0;
		let [low, high] = [0, taken.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((taken[middle] ?? 0) < place) low = middle + 1;
			else high = middle;
		}
		return place - low;
	};
}
