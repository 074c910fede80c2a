import type { FacetCount } from '#core/rank/recommendation.ts';

/** The values that were known, in their order, and behind them those that are new. */
export function grownValues(
	known: readonly string[],
	facets: readonly FacetCount[],
): readonly string[] {
	const before = new Set(known);
	const added = facets.flatMap(({ value }) => (before.has(value) ? [] : [value]));
	return added.length === 0 ? known : [...known, ...added];
}

export interface ValuesToShow {
	readonly known: readonly string[];
	/** Always shown while nothing is searched for; in front where they are not known. */
	readonly chosen: readonly string[];
	readonly query: string;
	/** Values to show without being searched for; chosen ones come on top of that. */
	readonly most: number;
	readonly textOf: (value: string) => string;
}

/** The values of a group that are to be seen, and how many more there are. */
export function shownValues({ known, chosen, query, most, textOf }: ValuesToShow): {
	readonly values: readonly string[];
	readonly more: number;
} {
	const all = [...new Set([...chosen.filter((value) => !known.includes(value)), ...known])];
	const wanted = query.trim().toLowerCase();
	if (wanted !== '') {
		const values = all.filter((value) => textOf(value).toLowerCase().includes(wanted));
		return { values: values.slice(0, MOST_FOUND), more: 0 };
	}
	const first = new Set(known.slice(0, most));
	const values = all.filter((value) => first.has(value) || chosen.includes(value));
	return { values, more: all.length - values.length };
}

/** Who searches types one more letter rather than reading on. */
const MOST_FOUND = 40;
