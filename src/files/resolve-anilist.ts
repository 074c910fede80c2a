import type { ListEntry } from '#core/profile/list-entry.ts';
import type { AnilistEntry } from './list-file-result.ts';

/** Entries by AniList's ids as entries by MyAnimeList's. */
export interface ResolvedEntries {
	readonly entries: readonly ListEntry[];
	/** In the file's order; the catalogue has no title with their id. */
	readonly unresolved: readonly AnilistEntry[];
}

/**
 * Turns AniList's ids into MyAnimeList's. The sites cut titles differently, so one entry may become several,
 * each with its score, and several may meet in one: of those the later counts, but what was seen counts
 * more than what is planned.
 *
 * @param malIdsOf titles of the catalogue by AniList's id; empty where it has none
 */
export function resolveAnilist(
	anilist: readonly AnilistEntry[],
	malIdsOf: (anilistId: number) => readonly number[],
): ResolvedEntries {
	const found = new Map<number, ListEntry>();
	const unresolved: AnilistEntry[] = [];
	for (const entry of anilist) {
		const malIds = malIdsOf(entry.anilistId);
		if (malIds.length === 0) unresolved.push(entry);
		for (const malId of malIds) {
			const { score, status } = entry;
			if (status !== 'plan-to-watch' || !found.has(malId))
				found.set(malId, { malId, score, status });
		}
	}
	return { entries: [...found.values()], unresolved };
}
