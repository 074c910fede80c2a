import { AIRING_STATUSES, ANIME_TYPES, SEASONS, type Anime } from './anime.ts';
import type { CatalogueTitle } from './catalogue-parts.ts';
import type { Catalogue } from './catalogue.ts';
import { checkHead, readColumns } from './columns.ts';
import { decodeFranchises, decodeRelations } from './decode-graph.ts';
import { CATALOGUE_FORMAT } from './format.ts';
import { countOrNull, dates, named, posters, tags, type RowReader } from './row-readers.ts';

const NEVER_SYNONYMS: readonly string[] = [];

/**
 * Reads `titles.json`: what the title search and the pickers need, in catalogue order.
 *
 * @param titles the parsed file, of which nothing is assumed
 * @throws CatalogueFormatError that says which column is wrong
 */
export function decodeTitles(titles: unknown): readonly CatalogueTitle[] {
	checkHead(titles, 'titles', CATALOGUE_FORMAT);
	const columns = readColumns(titles, 'titles');
	const malIds = columns.numbers('malIds', { least: 1 });
	const length = malIds.length;
	const names = columns.texts('titles', length);
	const english = columns.nullableTexts('english', length);
	const native = columns.nullableTexts('native', length);
	const synonyms = columns.texts('synonyms', length);
	const members = columns.numbers('members', { length });
	const types = columns.numbers('types', { length, most: ANIME_TYPES.length - 1 });
	const years = columns.numbers('years', { length });
	return malIds.map((malId, index) => ({
		index,
		malId,
		title: names[index] ?? '',
		english: english[index] ?? null,
		native: native[index] ?? null,
		synonyms: synonyms[index] ? synonyms[index].split('\n') : NEVER_SYNONYMS,
		members: members[index] ?? 0,
		type: ANIME_TYPES[types[index] ?? 0] ?? 'Unknown',
		year: years[index] || null,
	}));
}

function decodeFacts(facts: unknown, titles: readonly CatalogueTitle[]): RowReader<Anime> {
	const columns = readColumns(facts, 'facts');
	const length = titles.length;
	const anilistId = countOrNull(columns, 'anilistIds', length);
	const kitsuId = countOrNull(columns, 'kitsuIds', length);
	const anidbId = countOrNull(columns, 'anidbIds', length);
	const episodes = countOrNull(columns, 'episodes', length);
	const minutes = countOrNull(columns, 'minutes', length);
	const status = named(columns, 'statuses', length, AIRING_STATUSES);
	const season = named(columns, 'seasons', length, SEASONS);
	const startDate = dates(columns, 'startDates', length);
	const endDate = dates(columns, 'endDates', length);
	const source = named(columns, 'sources', length, columns.texts('sourceNames'));
	const ageRating = named(columns, 'ageRatings', length, columns.texts('ageRatingNames'));
	const adult = columns.numbers('adult', { length, most: 1 });
	const genres = tags(columns, 'genres', length);
	const themes = tags(columns, 'themes', length);
	const demographics = tags(columns, 'demographics', length);
	const studios = tags(columns, 'studios', length);
	const scores = columns.numbers('scores', { length, most: 1000 });
	const poster = posters(columns, length);
	return (index) => {
		const title = titles[index];
		if (!title) throw new RangeError(`The catalogue has no title ${index}.`);
		return {
			...title,
			anilistId: anilistId(index),
			kitsuId: kitsuId(index),
			anidbId: anidbId(index),
			episodes: episodes(index),
			minutes: minutes(index),
			status: status(index),
			season: season(index),
			startDate: startDate(index),
			endDate: endDate(index),
			source: source(index),
			ageRating: ageRating(index),
			adult: adult[index] === 1,
			genres: genres(index),
			themes: themes(index),
			demographics: demographics(index),
			studios: studios(index),
			score: scores[index] ? scores[index] / 100 : null,
			poster: poster(index),
		};
	};
}

/**
 * Reads the two catalogue files of the bundle.
 *
 * Structure is checked at once; the facts of a title are put together when they are first asked for.
 *
 * @param titles the parsed `titles.json`
 * @param facts the parsed `facts.json` of the same bundle
 * @throws CatalogueFormatError that says which column is wrong
 */
export function decodeCatalogue(titles: unknown, facts: unknown): Catalogue {
	const rows = decodeTitles(titles);
	checkHead(facts, 'facts', CATALOGUE_FORMAT);
	const columns = readColumns(facts, 'facts');
	const readAnime = decodeFacts(facts, rows);
	const relations = decodeRelations(columns.group('relations'), rows.length);
	const franchises = decodeFranchises(columns.group('franchises'), rows.length);
	const places = new Map(rows.map(({ malId, index }) => [malId, index]));
	if (places.size !== rows.length) columns.fail('malIds', 'an id stands twice');
	// Bounded by the catalogue itself.
	const made: (Anime | undefined)[] = Array.from({ length: rows.length });
	return {
		size: rows.length,
		anime: (index) => (made[index] ??= readAnime(index)),
		indexOf: (malId) => places.get(malId),
		...franchises,
		relations: (index) => relations[index] ?? outside(index),
	};
}

function outside(index: number): never {
	throw new RangeError(`The catalogue has no title ${index}.`);
}
