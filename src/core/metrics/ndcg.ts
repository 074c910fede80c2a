/**
 * Normalised discounted cumulative gain of the first k places with binary relevance
 * (Järvelin & Kekäläinen 2002): a hit at place p, from 1, is worth 1 / log₂(p + 1), and the sum is
 * divided by that of a ranking with all relevant items first.
 *
 * `ranking` holds items, best first, each once; shorter than k is allowed. The result lies in 0–1,
 * and is 0 where nothing is relevant.
 */
export function ndcg(ranking: ArrayLike<number>, relevant: ReadonlySet<number>, k: number): number {
	let gain = 0;
	let ideal = 0;
	for (let place = 0; place < k; place++) {
		const discount = 1 / Math.log2(place + 2);
		if (place < relevant.size) ideal += discount;
		const item = ranking[place];
		if (item !== undefined && relevant.has(item)) gain += discount;
	}
	return ideal === 0 ? 0 : gain / ideal;
}

/**
 * What {@link ndcg} gives on average over all orders of `candidates` items of which `relevant` are
 * relevant: every place then holds a relevant item with the same chance.
 */
export function expectedNdcg(candidates: number, relevant: number, k: number): number {
	let gain = 0;
	let ideal = 0;
	for (let place = 0; place < Math.min(k, candidates); place++) {
		const discount = 1 / Math.log2(place + 2);
		if (place < relevant) ideal += discount;
		gain += (relevant / candidates) * discount;
	}
	return ideal === 0 ? 0 : gain / ideal;
}
