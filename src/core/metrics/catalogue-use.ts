/** What the first k places of many users' rankings show of the catalogue. */
export interface CatalogueUse {
	/** Share of all items that at least one ranking shows, 0–1. */
	readonly coverage: number;
	/**
	 * Mean of −log₂(share of training users who know the item) over all shown places, in bits
	 * (Vargas & Castells 2011): 1 bit = half of all users know it, 10 bits = one in a thousand does.
	 */
	readonly novelty: number;
}

/**
 * Coverage and novelty of the first k places.
 *
 * @param popularity training users of each item, length m; unknown items count as known to one.
 * @param userCount training users in all.
 */
export function catalogueUse(
	rankings: readonly ArrayLike<number>[],
	k: number,
	popularity: ArrayLike<number>,
	userCount: number,
): CatalogueUse {
	const shown = new Set<number>();
	let bits = 0;
	let places = 0;
	for (const ranking of rankings) {
		for (let place = 0; place < Math.min(k, ranking.length); place++) {
			const item = ranking[place] ?? 0;
			shown.add(item);
			bits -= Math.log2(Math.max(1, popularity[item] ?? 0) / userCount);
			places++;
		}
	}
	return {
		coverage: popularity.length === 0 ? 0 : shown.size / popularity.length,
		novelty: places === 0 ? 0 : bits / places,
	};
}
