import type { Anime } from './anime.ts';
import { checkHead, readColumns } from './columns.ts';
import { CATALOGUE_FORMAT } from './format.ts';

/** MyAnimeList's ids by AniList's: the sites cut titles differently, so that one may be several. */
export type AnilistIds = ReadonlyMap<number, readonly number[]>;

/** The ids of the titles that both sites have, in the order of the titles. */
export function anilistIds(titles: Iterable<Pick<Anime, 'malId' | 'anilistId'>>): AnilistIds {
	const malIds = new Map<number, number[]>();
	for (const { malId, anilistId } of titles) {
		if (anilistId === null) continue;
		const found = malIds.get(anilistId);
		if (found) found.push(malId);
		else malIds.set(anilistId, [malId]);
	}
	return malIds;
}

/**
 * Reads {@link anilistIds} alone out of `facts.json`.
 *
 * @param facts the parsed file, of which nothing is assumed
 * @param titles the titles of the same bundle, in catalogue order
 * @throws CatalogueFormatError that says what is wrong
 */
export function decodeAnilistIds(
	facts: unknown,
	titles: readonly Pick<Anime, 'malId'>[],
): AnilistIds {
	checkHead(facts, 'facts', CATALOGUE_FORMAT);
	const column = readColumns(facts, 'facts').numbers('anilistIds', { length: titles.length });
	// 0 stands for unknown.
	return anilistIds(titles.map(({ malId }, i) => ({ malId, anilistId: column[i] || null })));
}
