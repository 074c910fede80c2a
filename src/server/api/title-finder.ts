import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { searchableTitles } from '#core/catalogue/search/searchable-title.ts';
import { createTitleSearch } from '#core/catalogue/search/title-search.ts';
import { cardOf, type AnimeCard } from '#core/rank/answer.ts';

/** What is asked of the search. */
export interface SearchRequest {
	readonly q: string;
	readonly offset: number;
	readonly limit: number;
}

/** A page of the titles that a name may mean, the likeliest first. */
export interface SearchAnswer {
	readonly total: number;
	readonly offset: number;
	readonly items: readonly { readonly malId: number; readonly matched: string }[];
	readonly anime: readonly AnimeCard[];
}

export type TitleFinder = (request: SearchRequest) => SearchAnswer;

/** Whoever pages further had better ask for something else. */
export const MOST_FOUND = 200;

/** The search of a catalogue by name; indexes it at once, which takes about 50 µs a title. */
export function createTitleFinder(catalogue: Catalogue): TitleFinder {
	const titles = Array.from({ length: catalogue.size }, (_, index) => catalogue.anime(index));
	const search = createTitleSearch(searchableTitles(titles));
	return ({ q, offset, limit }) => {
		// Always as many, so that pages fit together whatever their length.
		const found = search.search(q, MOST_FOUND);
		const items = found.slice(offset, offset + limit).flatMap(({ index, name }) => {
			const malId = titles[index]?.malId;
			return malId === undefined ? [] : [{ malId, matched: name }];
		});
		const anime = items.flatMap(({ malId }) => cardOf(catalogue, malId) ?? []);
		return { total: found.length, offset, items, anime };
	};
}
