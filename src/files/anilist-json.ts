import type { FileFields } from './file-entry.ts';
import { fieldOf, isJsonObject, textOf, type JsonObject } from './json-fields.ts';
import type { JsonList } from './json-list.ts';
import { findScale, type ScaleTop } from './score-scale.ts';

/** AniList's statuses by number, in the words that all readers know. */
const STATUS_WORDS = ['current', 'planning', 'completed', 'dropped', 'paused', 'repeating'];

/** The names that AniList's API has for its formats, and the numbers of its first API. */
const FORMATS: ReadonlyMap<unknown, ScaleTop> = new Map<unknown, ScaleTop>([
	['POINT_100', 100],
	['POINT_10_DECIMAL', 10],
	['POINT_10', 10],
	['POINT_5', 5],
	['POINT_3', 3],
	[0, 10],
	[1, 100],
	[2, 5],
	[3, 3],
	[4, 10],
]);
const FORMAT_FIELDS = ['scoring_system', 'score_type', 'score_format', 'scoreFormat'];

const MANGA = '1';

/**
 * Finds the list in AniList's export of one's own data (`gdpr_data.json`): `lists` holds anime and manga
 * by AniList's ids. Null where the text is something else.
 *
 * Scores are what AniList keeps, points of 100 whatever format their owner sees. Files are about in which
 * none is above 10, though, be it from other hands or times; what those are out of is found by `findScale`.
 */
export function findAnilistList(json: unknown, textLength: number): JsonList | null {
	if (!isJsonObject(json)) return null;
	const lists = fieldOf(json, 'lists');
	if (!Array.isArray(lists) || !isAnilistRows(lists)) return null;
	const rows = lists.map((row: unknown) => (isJsonObject(row) ? row : {}));
	const scores = rows.map((row) => textOf(row, 'score', textLength));
	return {
		format: 'anilist-json',
		scale: findScale(scores, statedScale(fieldOf(json, 'user'))),
		rows: readRows(rows, textLength),
	};
}

function isAnilistRows(rows: readonly unknown[]): boolean {
	const [first] = rows;
	return rows.length === 0 || (isJsonObject(first) && fieldOf(first, 'series_id') !== undefined);
}

function statedScale(user: unknown): ScaleTop | null {
	if (!isJsonObject(user)) return null;
	for (const name of FORMAT_FIELDS) {
		const scale = FORMATS.get(fieldOf(user, name));
		if (scale !== undefined) return scale;
	}
	return null;
}

function* readRows(
	rows: readonly JsonObject[],
	textLength: number,
): Generator<FileFields | 'manga'> {
	for (const row of rows) {
		const text = (name: string) => textOf(row, name, textLength);
		if (text('series_type') === MANGA) yield 'manga';
		else {
			const status = text('status');
			yield {
				site: 'anilist',
				id: text('series_id'),
				title: '',
				score: text('score'),
				// A number of MyAnimeList would mean something else: only AniList's own are taken.
				status: STATUS_WORDS[/^\d$/.test(status) ? Number(status) : -1] ?? '',
			};
		}
	}
}
