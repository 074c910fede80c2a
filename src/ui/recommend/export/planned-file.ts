import type { PlannedTitle } from '#files/planned-title.ts';
import { plannedAsJson, plannedAsMalXml, plannedAsTable } from '#files/write-planned.ts';
import { dayOf, type SavedFile } from '#ui/shared/save-file.ts';

export type ExportFormat = 'csv' | 'json' | 'xml';

const WRITERS = {
	csv: { type: 'text/csv;charset=utf-8', write: plannedAsTable },
	json: { type: 'application/json', write: plannedAsJson },
	xml: { type: 'application/xml', write: plannedAsMalXml },
} as const;

/**
 * Titles to watch as a file (docs/list-format.md). It names nobody.
 *
 * @param stem what the file is called before the day
 * @param now the day of the visitor's own calendar counts
 */
export function plannedFile(
	stem: string,
	titles: readonly PlannedTitle[],
	format: ExportFormat,
	now: Date,
): SavedFile {
	const { type, write } = WRITERS[format];
	return { name: `${stem}-${dayOf(now)}.${format}`, type, text: write(titles) };
}
