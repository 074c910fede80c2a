import { findAnilistList } from './anilist-json.ts';
import type { EntryCollector } from './entry-collector.ts';
import { readEntry } from './file-entry.ts';
import { createJsonGuard } from './json-guard.ts';
import type { JsonList } from './json-list.ts';
import type { ListFileLimits } from './limits.ts';
import type { ListReader } from './list-reader.ts';
import { broken, stopped } from './reading-stopped.ts';
import { findShikimoriList } from './shikimori-json.ts';
import { findSproutList } from './sprout-json.ts';

const FORMATS = [findSproutList, findAnilistList, findShikimoriList] as const;

/**
 * Reads a list out of JSON text: AniList's, Shikimori's or Sprout's own. The text is gathered, within bounds,
 * and parsed at its end. Of two fields of one name the parser keeps the later.
 */
export function createJsonReader(collector: EntryCollector, limits: ListFileLimits): ListReader {
	const guard = createJsonGuard(limits);
	const pieces: string[] = [];
	return {
		write(text) {
			guard(text);
			pieces.push(text);
		},
		end() {
			const { format, scale, rows } = findList(parse(pieces.join('')), limits.textLength);
			for (const row of rows) {
				if (row === 'manga') collector.add({ skip: 'manga' }, '');
				else collector.add(readEntry(row, scale.outOf), row.title);
			}
			return { format, scale };
		},
		line: () => null,
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw broken('json', cause);
	}
}

function findList(json: unknown, textLength: number): JsonList {
	for (const find of FORMATS) {
		const list = find(json, textLength);
		if (list !== null) return list;
	}
	throw stopped('not-a-list', { content: 'json' });
}
