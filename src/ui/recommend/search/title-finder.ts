import type { CatalogueTitle } from '#core/catalogue/catalogue-parts.ts';
import type { RankingRefusal } from '../engine/ranking-engine.ts';

/** The facts by which a visitor recognises a title in a list of names. */
export type NamedAnime = Pick<
	CatalogueTitle,
	'malId' | 'title' | 'english' | 'native' | 'type' | 'year'
>;

/** A title that may be meant, with the name that matched and what of it to mark. */
export interface TitleHit extends NamedAnime {
	readonly name: string;
	/** Start and end in `name`, in UTF-16 units; ascending, apart from each other. */
	readonly marks: readonly (readonly [number, number])[];
}

export type FindResult = { readonly ok: true; readonly hits: readonly TitleHit[] } | RankingRefusal;

/** Finds titles by what a visitor types; the first call may have to fetch the names. */
export interface TitleFinder {
	find(query: string): Promise<FindResult>;
	/** The names of those of these titles that the catalogue has, in the order asked for. */
	name(malIds: readonly number[]): Promise<NameResult>;
	/**
	 * What MyAnimeList calls the titles with these ids of AniList; those that the catalogue lacks are left out.
	 *
	 * @param facts address of the catalogue file that knows the ids
	 */
	malIds(anilistIds: readonly number[], facts: string): Promise<MalIdsResult>;
	/** Starts to fetch the names, so that they are there when the first letter comes. */
	warmUp(): void;
	close(): void;
}

/** Suggestions under the search box: what fits above a phone's keyboard, and some more on scroll. */
export const MAX_HITS = 8;

export type NameResult =
	{ readonly ok: true; readonly titles: readonly NamedAnime[] } | RankingRefusal;

/** AniList's id, and the one or more titles that it is on MyAnimeList. */
export type MalIdsResult =
	{ readonly ok: true; readonly malIds: ReadonlyMap<number, readonly number[]> } | RankingRefusal;

/** What the page asks the search worker; the answer carries the same id. */
export type FinderQuestion = { readonly id: number; readonly titles: string } & FinderTask;

/** An empty query only gets the names ready. */
export type FinderTask =
	| { readonly kind: 'find'; readonly query: string }
	| { readonly kind: 'name'; readonly malIds: readonly number[] }
	| { readonly kind: 'mal-ids'; readonly anilistIds: readonly number[]; readonly facts: string };

export interface FinderAnswer {
	readonly id: number;
	readonly result: FindResult | NameResult | MalIdsResult;
}
