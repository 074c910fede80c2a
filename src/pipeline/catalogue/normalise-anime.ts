import type { AnimeFacts } from '#core/catalogue/catalogue-parts.ts';
import { parseDate, parseStatus, resolveAiring } from './airing.ts';
import type { AnimeRow } from './anime-row.ts';
import { cleanName, cleanNames, cleanText } from './clean-text.ts';
import {
	parseAgeRating,
	parseLength,
	parsePoster,
	parseSource,
	parseType,
} from './facts-vocabulary.ts';
import { createStudioCleaner } from './studios.ts';
import { sortTags } from './tags.ts';

/** The newest day on which a title had started by the sources' own words: when the data was collected. */
export function collectionDay(rows: readonly AnimeRow[]): string {
	let newest = '1970-01-01';
	for (const { start_date, status } of rows) {
		const date = parseDate(start_date);
		const started = parseStatus(status) === 'finished' || parseStatus(status) === 'airing';
		if (started && date?.length === 10 && date > newest) newest = date;
	}
	return newest;
}

/**
 * Brings rows of many sources into one spelling and free of contradictions.
 *
 * @param rows all rows at once: studios' spellings and the day of collection come from the whole
 * @param otherTypes types that another source states, for titles without one
 */
export function normaliseAnime(
	rows: readonly AnimeRow[],
	otherTypes: ReadonlyMap<number, string> = new Map(),
): AnimeFacts[] {
	const today = collectionDay(rows);
	const cleanStudios = createStudioCleaner(rows.map(({ studios }) => studios ?? []));
	return rows.map((row) => {
		const title = cleanText(row.title);
		const english = cleanName(row.title_english);
		const native = cleanName(row.title_japanese);
		const ageRating = parseAgeRating(row.rating);
		const tags = sortTags(row);
		const episodes = row.episodes || null;
		const type = parseType(row.type ?? otherTypes.get(row.mal_id));
		return {
			malId: row.mal_id,
			anilistId: row.anilist_id ?? null,
			kitsuId: row.kitsu_id ?? null,
			anidbId: row.anidb_id ?? null,
			title,
			english,
			native,
			synonyms: cleanNames(row.synonyms, [title, english, native]),
			type,
			episodes,
			minutes: parseLength(row.duration, type),
			...resolveAiring(
				{
					status: row.status,
					season: row.season,
					startDate: row.start_date,
					endDate: row.end_date,
					episodes,
				},
				today,
			),
			source: parseSource(row.source),
			ageRating,
			adult: row.nsfw || ageRating === 'Rx' || tags.genres.includes('Hentai'),
			...tags,
			studios: cleanStudios(row.studios ?? []),
			score: row.score !== undefined && row.score >= 1 ? row.score : null,
			members: row.members ?? 0,
			poster: parsePoster(row.image),
		};
	});
}
