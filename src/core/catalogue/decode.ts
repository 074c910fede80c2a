import { AIRING_STATUSES, ANIME_TYPES, SEASONS, type Anime } from './anime.ts';
import type { CatalogueTitle } from './catalogue-parts.ts';
import type { Catalogue } from './catalogue.ts';
import { checkHead, readColumns, type ColumnReader } from './columns.ts';
import { decodeFranchises, decodeRelations } from './decode-graph.ts';
import { CATALOGUE_FORMAT } from './format.ts';

const NEVER_SYNONYMS: readonly string[] = [];

type RowReader<T> = (index: number) => T;

/** Position `place - 1` in a list of names; 0 = unknown. */
function named<T extends string>(
	columns: ColumnReader,
	name: string,
	length: number,
	names: readonly T[],
): RowReader<T | null> {
	const places = columns.numbers(name, { length, most: names.length });
	return (index) => names[(places[index] ?? 0) - 1] ?? null;
}

function countOrNull(
	columns: ColumnReader,
	name: string,
	length: number,
): RowReader<number | null> {
	const values = columns.numbers(name, { length });
	return (index) => values[index] || null;
}

function dates(columns: ColumnReader, name: string, length: number): RowReader<string | null> {
	const values = columns.numbers(name, { length, most: 99_991_231 });
	return (index) => {
		const value = values[index] ?? 0;
		if (value === 0) return null;
		const digits = String(value).padStart(8, '0');
		const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
		return parts.filter((part) => part !== '00').join('-');
	};
}

function tags(columns: ColumnReader, name: string, length: number): RowReader<readonly string[]> {
	const group = columns.group(name);
	const names = group.texts('names');
	const counts = group.numbers('counts', { length });
	const offsets = startsOf(counts);
	const total = offsets[length] ?? 0;
	const values = group.numbers('values', { length: total, most: names.length - 1 });
	return (index) =>
		values
			.slice(offsets[index], offsets[index + 1])
			.map((place) => names[place])
			.filter((tag) => tag !== undefined);
}

/** Where the values of each row start; one longer than `counts`, the last is the sum. */
function startsOf(counts: readonly number[]): Uint32Array {
	const starts = new Uint32Array(counts.length + 1);
	counts.forEach((count, row) => {
		starts[row + 1] = (starts[row] ?? 0) + count;
	});
	return starts;
}

function posters(columns: ColumnReader, length: number): RowReader<string | null> {
	const prefixes = columns.texts('posterPrefixes');
	const suffixes = columns.texts('posterSuffixes');
	const forms = columns.numbers('posterForms', { length, most: prefixes.length * suffixes.length });
	const names = columns.texts('posters', length);
	return (index) => {
		const form = (forms[index] ?? 0) - 1;
		if (form < 0) return null;
		const prefix = prefixes[form % prefixes.length];
		return `${prefix}${names[index]}${suffixes[Math.floor(form / prefixes.length)]}`;
	};
}

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
