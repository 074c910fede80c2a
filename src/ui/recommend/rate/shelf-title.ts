import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { WellKnownGroup } from '#core/catalogue/well-known.ts';
import type { AnimeCard } from '#core/rank/answer.ts';

/** What a poster on the shelf of well-known titles shows: a third of all facts. */
export type ShelfTitle = Pick<
	AnimeCard,
	| 'malId'
	| 'title'
	| 'english'
	| 'native'
	| 'type'
	| 'year'
	| 'poster'
	| 'genres'
	| 'themes'
	| 'demographics'
>;

/** Drops the facts that the shelf does not show, so that pages stay light. */
function shelfTitle(anime: ShelfTitle): ShelfTitle {
	const { malId, title, english, native, type, year, poster } = anime;
	const { genres, themes, demographics } = anime;
	return { malId, title, english, native, type, year, poster, genres, themes, demographics };
}

/** The titles of one group, as the server answers them. */
export interface ShelfGroup {
	readonly group: string;
	readonly titles: readonly ShelfTitle[];
}

/** The wanted group with the facts of its titles, or the first where there is no such group. */
export function shelfGroup(
	catalogue: Catalogue,
	groups: readonly WellKnownGroup[],
	wanted: string,
): ShelfGroup {
	const group = groups.find(({ id }) => id === wanted) ?? groups[0];
	return {
		group: group?.id ?? '',
		titles: group?.titles.map((index) => shelfTitle(catalogue.anime(index))) ?? [],
	};
}
