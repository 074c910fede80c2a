import type { FileFields } from './file-entry.ts';
import { fieldOf, isJsonObject, textOf } from './json-fields.ts';
import type { JsonList } from './json-list.ts';
import { stopped } from './reading-stopped.ts';
import { SPROUT_FORMAT, SPROUT_VERSION } from './sprout-format.ts';

/**
 * Finds the list in Sprout's own format (docs/list-format.md). Null where the text is something else.
 *
 * @throws ReadingStopped `newer-format` for a version that this reader cannot know
 */
export function findSproutList(json: unknown, textLength: number): JsonList | null {
	if (!isJsonObject(json) || fieldOf(json, 'format') !== SPROUT_FORMAT) return null;
	const version = fieldOf(json, 'version');
	if (typeof version === 'number' && version > SPROUT_VERSION) {
		throw stopped('newer-format', { version });
	}
	const entries = fieldOf(json, 'entries');
	if (!Array.isArray(entries)) return null;
	return {
		format: 'sprout-json',
		scale: { outOf: 100, basis: 'format' },
		rows: readRows(entries, textLength),
	};
}

function* readRows(rows: readonly unknown[], textLength: number): Generator<FileFields> {
	for (const row of rows) {
		const text = (name: string) => (isJsonObject(row) ? textOf(row, name, textLength) : '');
		const malId = text('malId');
		const site = malId === '' && text('anilistId') !== '' ? 'anilist' : 'mal';
		yield {
			site,
			id: site === 'mal' ? malId : text('anilistId'),
			title: text('title'),
			score: text('score'),
			status: text('status'),
		};
	}
}
