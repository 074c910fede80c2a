import { ANIME_TYPES, type Anime, type AnimeType } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { AtlasFileError } from './atlas-file.ts';
import { genreGroupOf } from './genre-groups.ts';

const VERSION = 1;

/** What a map says of a point. */
export type AtlasTitle = Pick<Anime, 'malId' | 'title' | 'english' | 'native'> & {
	readonly type: AnimeType;
	readonly year: number | null;
	/** Mean score of all members, 1–10. */
	readonly score: number | null;
	readonly members: number;
	/** Position in `GENRE_GROUPS`, or `OTHER_GROUP`. */
	readonly group: number;
	readonly adult: boolean;
};

/** The titles of a map by point, as JSON columns: names repeat nothing, numbers stay short. */
interface AtlasTitlesFile {
	readonly version: number;
	readonly malId: readonly number[];
	readonly title: readonly string[];
	/** Empty where it is the title itself or unknown. */
	readonly english: readonly string[];
	readonly native: readonly string[];
	readonly type: readonly number[];
	/** 0 = unknown. */
	readonly year: readonly number[];
	/** Hundredths; 0 = unknown. */
	readonly score: readonly number[];
	readonly members: readonly number[];
	readonly group: readonly number[];
	readonly adult: readonly number[];
}

/** Writes what a page needs to name and colour the points of a map. @throws RangeError for a title that is unknown */
export function encodeAtlasTitles(catalogue: Catalogue, malIds: Iterable<number>): AtlasTitlesFile {
	const titles = Array.from(malIds, (malId) => {
		const index = catalogue.indexOf(malId);
		if (index === undefined) throw new RangeError(`The catalogue lacks title ${malId}.`);
		return catalogue.anime(index);
	});
	const column = <T>(value: (anime: Anime) => T) => titles.map(value);
	return {
		version: VERSION,
		malId: column(({ malId }) => malId),
		title: column(({ title }) => title),
		english: column(({ title, english }) => (english === title ? '' : (english ?? ''))),
		native: column(({ native }) => native ?? ''),
		type: column(({ type }) => ANIME_TYPES.indexOf(type)),
		year: column(({ year }) => year ?? 0),
		score: column(({ score }) => Math.round((score ?? 0) * 100)),
		members: column(({ members }) => members),
		group: column(genreGroupOf),
		adult: column(({ adult }) => (adult ? 1 : 0)),
	};
}

const TEXT_COLUMNS = ['title', 'english', 'native'] as const;
const NUMBER_COLUMNS = ['malId', 'type', 'year', 'score', 'members', 'group', 'adult'] as const;

/** Reads what {@link encodeAtlasTitles} wrote. @throws AtlasFileError when it is anything else */
export function decodeAtlasTitles(json: unknown): AtlasTitle[] {
	const file = checked(json);
	return file.malId.map((malId, point) => ({
		malId,
		title: file.title[point] ?? '',
		// No name is an empty one: a label is never blank.
		english: file.english[point] || null,
		native: file.native[point] || null,
		type: ANIME_TYPES[file.type[point] ?? -1] ?? 'Unknown',
		year: file.year[point] || null,
		score: (file.score[point] ?? 0) / 100 || null,
		members: file.members[point] ?? 0,
		group: file.group[point] ?? 0,
		adult: file.adult[point] === 1,
	}));
}

function checked(json: unknown): AtlasTitlesFile {
	if (typeof json !== 'object' || json === null) throw new AtlasFileError('It is no object.');
	const file = json as Partial<Record<string, unknown>>; // anything may be missing
	if (file.version !== VERSION) throw new AtlasFileError('The titles are of another version.');
	const length = Array.isArray(file.malId) ? file.malId.length : -1;
	const isColumn = (name: string, type: 'string' | 'number') => {
		const column = file[name];
		return (
			Array.isArray(column) &&
			column.length === length &&
			column.every((value) => typeof value === type)
		);
	};
	const wrong =
		TEXT_COLUMNS.find((name) => !isColumn(name, 'string')) ??
		NUMBER_COLUMNS.find((name) => !isColumn(name, 'number'));
	if (wrong !== undefined) throw new AtlasFileError(`The titles' ${wrong} can't be read.`);
	return file as unknown as AtlasTitlesFile; // every column was checked
}
