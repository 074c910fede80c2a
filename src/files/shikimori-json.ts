import type { FileFields } from './file-entry.ts';
import { fieldOf, isJsonObject, textOf } from './json-fields.ts';
import type { JsonList } from './json-list.ts';

/**
 * Finds the list in Shikimori's JSON export: rows of one list, whose ids are MyAnimeList's and whose scores
 * are out of 10. Null where the text is something else. A list of nothing could be of anybody and counts as this.
 */
export function findShikimoriList(json: unknown, textLength: number): JsonList | null {
	if (!Array.isArray(json)) return null;
	const [first]: readonly unknown[] = json;
	const isOurs = isJsonObject(first) && fieldOf(first, 'target_id') !== undefined;
	if (json.length > 0 && !isOurs) return null;
	return {
		format: 'shikimori-json',
		scale: { outOf: 10, basis: 'format' },
		rows: readRows(json, textLength),
	};
}

function* readRows(rows: readonly unknown[], textLength: number): Generator<FileFields | 'manga'> {
	for (const row of rows) {
		const text = (name: string) => (isJsonObject(row) ? textOf(row, name, textLength) : '');
		if (['manga', 'ranobe'].includes(text('target_type').toLowerCase())) yield 'manga';
		else {
			yield {
				site: 'mal',
				id: text('target_id'),
				title: text('target_title'),
				score: text('score'),
				status: text('status'),
			};
		}
	}
}
