/** The `fields` parameter of MyAnimeList: names, each with the names in its braces. */
export interface Fields extends Map<string, Fields> {}

/** Reads `a,b{c,d{e}}`; what cannot be read is passed over, as MyAnimeList does. */
export function parseFields(text: string): Fields {
	const root: Fields = new Map<string, Fields>();
	const outer: Fields[] = [];
	let current = root;
	let last = root;
	for (const [token] of text.matchAll(/[a-z_0-9]+|[{}]/g)) {
		if (token === '{') {
			outer.push(current);
			current = last;
		} else if (token === '}') {
			current = outer.pop() ?? root;
		} else {
			last = new Map<string, Fields>();
			current.set(token, last);
		}
	}
	return root;
}
