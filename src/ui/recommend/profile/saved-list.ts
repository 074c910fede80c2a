import type { ListEntry } from '#core/profile/list-entry.ts';
import { listAsJson, listAsTable } from '#files/write-list.ts';
import { dayOf, type SavedFile } from '#ui/shared/save-file.ts';
import type { NamedAnime } from '../search/title-finder.ts';

export type SavedFormat = 'json' | 'csv';

const WRITERS = {
	json: { type: 'application/json', write: listAsJson },
	csv: { type: 'text/csv;charset=utf-8', write: listAsTable },
} as const;

/**
 * Writes a list in Sprout's own format (docs/list-format.md). It names nobody.
 *
 * @param now the day of the visitor's own calendar counts
 */
export function savedList(
	entries: readonly ListEntry[],
	names: ReadonlyMap<number, Pick<NamedAnime, 'title'>>,
	format: SavedFormat,
	now: Date,
): SavedFile {
	const { type, write } = WRITERS[format];
	const named = entries.map((entry) => ({ ...entry, title: names.get(entry.malId)?.title ?? '' }));
	return { name: `sprout-list-${dayOf(now)}.${format}`, type, text: write(named) };
}
