import type { Catalogue } from '../../catalogue/catalogue.ts';
import { createRng } from '../../math/rng.ts';
import type { WatchedTitle } from '../watched-titles.ts';

/** Parts that a list is cut into. */
const FOLDS = 5;
const SEED = 1;

/**
 * Cuts a list into parts of about as many franchises each, by chance but always the same way. Franchises stay whole:
 * whoever still sees the first season knows too well that the second was watched.
 *
 * @returns parts with titles, at most five; fewer than two say nothing
 */
export function franchiseFolds(
	catalogue: Pick<Catalogue, 'franchise'>,
	watched: readonly WatchedTitle[],
): WatchedTitle[][] {
	const franchiseOf = ({ anime }: WatchedTitle) => catalogue.franchise[anime.index] ?? -1;
	const franchises = [...new Set(watched.map(franchiseOf))].sort((a, b) => a - b);
	const rng = createRng(SEED);
	for (let at = franchises.length - 1; at > 0; at--) {
		const other = rng.below(at + 1);
		[franchises[at], franchises[other]] = [franchises[other] ?? 0, franchises[at] ?? 0];
	}
	const foldOf = new Map(franchises.map((franchise, at) => [franchise, at % FOLDS]));
	const folds = Array.from(
		{ length: Math.min(FOLDS, franchises.length) },
		(): WatchedTitle[] => [],
	);
	for (const title of watched) folds[foldOf.get(franchiseOf(title)) ?? 0]?.push(title);
	return folds;
}
