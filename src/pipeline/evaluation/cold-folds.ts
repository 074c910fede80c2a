import type { Rng } from '#core/math/rng.ts';
import type { Interactions } from '#learn/interactions.ts';

/** How often a part of the corpus is taken out. */
export const COLD_FOLDS = 5;
/** One title of so many is in a fold: 5 % of the corpus. */
const TITLES_PER_DRAW = 20;

/**
 * Draws disjoint folds of titles, each evenly over popularity: of every twenty titles that follow each
 * other in popularity each fold gets one.
 *
 * @param popularity training users of every item
 * @returns for each fold its item positions, ascending
 */
export function drawColdFolds(popularity: ArrayLike<number>, rng: Rng): Uint16Array[] {
	const order = Array.from({ length: popularity.length }, (_, item) => item).sort(
		(a, b) => (popularity[b] ?? 0) - (popularity[a] ?? 0) || a - b,
	);
	const folds = Array.from({ length: COLD_FOLDS }, (): number[] => []);
	for (let start = 0; start < order.length; start += TITLES_PER_DRAW) {
		const urn = order.slice(start, start + TITLES_PER_DRAW);
		for (const fold of folds) fold.push(...urn.splice(rng.below(Math.max(1, urn.length)), 1));
	}
	return folds.map((fold) => Uint16Array.from(fold).sort());
}

/** The same lists without some items, as though nobody had heard of them. */
export function withoutItems(lists: Interactions, items: ReadonlySet<number>): Interactions {
	const { userCount, itemCount } = lists;
	const offsets = new Uint32Array(userCount + 1);
	const kept: number[] = [];
	for (let user = 0; user < userCount; user++) {
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			if (!items.has(lists.items[at] ?? 0)) kept.push(at);
		}
		offsets[user + 1] = kept.length;
	}
	return {
		userCount,
		itemCount,
		offsets,
		items: Uint16Array.from(kept, (at) => lists.items[at] ?? 0),
		scores: Uint8Array.from(kept, (at) => lists.scores[at] ?? 0),
		statuses: Uint8Array.from(kept, (at) => lists.statuses[at] ?? 0),
	};
}
