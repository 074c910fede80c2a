import type { ListEntry } from '#core/profile/list-entry.ts';
import type { AnilistEntry, ReadList } from './list-file-result.ts';
import { resolveAnilist } from './resolve-anilist.ts';

/** A title of the file that the catalogue does not have. */
export interface UnknownTitle {
	readonly malId: number;
	/** As the file writes it; may be empty. */
	readonly title: string;
}

/** A list in parts: what the catalogue knows and what it does not. */
export interface MatchedList {
	readonly matched: readonly ListEntry[];
	readonly unknown: readonly UnknownTitle[];
	/** Titles of AniList for which the catalogue has none of MyAnimeList. */
	readonly unresolved: readonly AnilistEntry[];
}

/** The part of the catalogue that tells titles by their ids. */
export interface KnownIds {
	has(malId: number): boolean;
	/** Titles by AniList's id; empty where there is none. */
	malIdsOf(anilistId: number): readonly number[];
}

/**
 * Parts a list that was read into what the catalogue knows and what it does not, each in the file's order.
 * Where a file names a title by both sites' ids, the entry with MyAnimeList's counts.
 */
export function matchEntries(
	list: Pick<ReadList, 'entries' | 'titles' | 'anilist'>,
	known: KnownIds,
): MatchedList {
	const matched: ListEntry[] = [];
	const unknown: UnknownTitle[] = [];
	for (const [i, entry] of list.entries.entries()) {
		if (known.has(entry.malId)) matched.push(entry);
		else unknown.push({ malId: entry.malId, title: list.titles[i] ?? '' });
	}
	const named = new Set(matched.map(({ malId }) => malId));
	const { entries, unresolved } = resolveAnilist(list.anilist, (id) => known.malIdsOf(id));
	matched.push(...entries.filter(({ malId }) => !named.has(malId)));
	return { matched, unknown, unresolved };
}
