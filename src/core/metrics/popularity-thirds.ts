export const POPULARITY_THIRDS = ['head', 'mid', 'tail'] as const;
export type PopularityThird = (typeof POPULARITY_THIRDS)[number];

/**
 * Divides items, most popular first, into groups that each hold a third of all interactions: few
 * titles in the head, most of the catalogue in the tail.
 *
 * @param popularity interactions of each item, length m.
 * @returns for each item the position of its group in {@link POPULARITY_THIRDS}.
 */
export function popularityThirds(popularity: ArrayLike<number>): Uint8Array {
	const order = Array.from({ length: popularity.length }, (_, item) => item).sort(
		(a, b) => (popularity[b] ?? 0) - (popularity[a] ?? 0) || a - b,
	);
	const total = order.reduce((sum, item) => sum + (popularity[item] ?? 0), 0);
	const thirds = new Uint8Array(popularity.length);
	let before = 0;
	for (const item of order) {
		// An item belongs where its first interaction falls.
		thirds[item] = total === 0 ? 2 : Math.min(2, Math.floor((before / total) * 3));
		before += popularity[item] ?? 0;
	}
	return thirds;
}
