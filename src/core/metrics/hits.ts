/** How many of the first k items of a ranking are relevant. */
export function hits(ranking: ArrayLike<number>, relevant: ReadonlySet<number>, k: number): number {
	let count = 0;
	const end = Math.min(k, ranking.length);
	for (let place = 0; place < end; place++) {
		const item = ranking[place];
		if (item !== undefined && relevant.has(item)) count++;
	}
	return count;
}

/** Share of the first k places that hold a relevant item, 0–1; places beyond the ranking's end count as misses. */
export function precision(
	ranking: ArrayLike<number>,
	relevant: ReadonlySet<number>,
	k: number,
): number {
	return hits(ranking, relevant, k) / k;
}

/**
 * Share of the relevant items that could be in the first k places and are, 0–1: hits over
 * min(k, relevant), as Liang et al. 2018 (Mult-VAE) count it, so that a perfect ranking has 1 even
 * where more than k are relevant. 0 where nothing is.
 */
export function recall(
	ranking: ArrayLike<number>,
	relevant: ReadonlySet<number>,
	k: number,
): number {
	const reachable = Math.min(k, relevant.size);
	return reachable === 0 ? 0 : hits(ranking, relevant, k) / reachable;
}
