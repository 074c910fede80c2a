/** Share of the elements of two sets that only one of them has, 0–1: 1 − Jaccard; 1 for two empty sets. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let both = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		const [left, right] = [a[i] ?? 0, b[j] ?? 0];
		if (left === right) both++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	const either = a.length + b.length - both;
	return either === 0 ? 1 : 1 - both / either;
}

/**
 * Intra-list diversity of the first k places (Ziegler et al. 2005): mean distance of all pairs, where
 * the distance of two items is 1 − Jaccard of their tags. 0 for fewer than two places.
 *
 * @param tags tags of every item, ascending, each once
 */
export function intraListDiversity(
	ranking: ArrayLike<number>,
	k: number,
	tags: readonly ArrayLike<number>[],
): number {
	const shown = Array.from({ length: Math.min(k, ranking.length) }, (_, place) => {
		const item = ranking[place] ?? 0;
		return tags[item] ?? [];
	});
	let sum = 0;
	let pairs = 0;
	for (const [place, first] of shown.entries()) {
		for (const second of shown.slice(place + 1)) {
			sum += distance(first, second);
			pairs++;
		}
	}
	return pairs === 0 ? 0 : sum / pairs;
}
