/** Longer words are compared by their first letters only. */
const MAX_LETTERS = 40;

/**
 * Edits (insertion, deletion, substitution, swap of neighbours: the restricted
 * Damerau-Levenshtein distance) between `query` and `word`, or `limit + 1` as soon as it is more.
 * With `prefix` the distance to the nearest beginning of `word`.
 */
export type EditDistance = (query: string, word: string, limit: number, prefix: boolean) => number;

/** An {@link EditDistance} with its own three rows of scratch memory, so that calls allocate nothing. */
export function createEditDistance(): EditDistance {
	let before = new Uint8Array(MAX_LETTERS + 1);
	let above = new Uint8Array(MAX_LETTERS + 1);
	let row = new Uint8Array(MAX_LETTERS + 1);

	return (query, word, limit, prefix) => {
		const height = Math.min(query.length, MAX_LETTERS);
		const width = Math.min(word.length, MAX_LETTERS, height + limit);
		for (let j = 0; j <= width; j++) above[j] = j;
		for (let i = 1; i <= height; i++) {
			const letter = query.charCodeAt(i - 1);
			const previous = i > 1 ? query.charCodeAt(i - 2) : -1;
			let best = (row[0] = i);
			for (let j = 1; j <= width; j++) {
				const other = word.charCodeAt(j - 1);
				const straight = (above[j - 1] ?? 0) + (letter === other ? 0 : 1);
				let cell = Math.min(straight, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
				if (j > 1 && letter === word.charCodeAt(j - 2) && previous === other) {
					cell = Math.min(cell, (before[j - 2] ?? 0) + 1);
				}
				row[j] = cell;
				if (cell < best) best = cell;
			}
			if (best > limit) return limit + 1;
			[before, above, row] = [above, row, before];
		}
		let distance = prefix
			? height
			: (above[width] ?? 0) + Math.min(word.length, MAX_LETTERS) - width;
		if (prefix) for (let j = 0; j <= width; j++) distance = Math.min(distance, above[j] ?? 0);
		return Math.min(distance, limit + 1);
	};
}
