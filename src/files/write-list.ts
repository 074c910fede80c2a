import type { ListEntry } from '#core/profile/list-entry.ts';
import { SPROUT_COLUMNS, SPROUT_FORMAT, SPROUT_VERSION } from './sprout-format.ts';
import { BYTE_ORDER_MARK, textCell } from './table-text.ts';

/** An entry with what people call it; '' where that is not known. */
export interface NamedEntry extends ListEntry {
	readonly title: string;
}

/** A list in Sprout's own JSON (docs/list-format.md), one entry a line. */
export function listAsJson(entries: readonly NamedEntry[]): string {
	const rows = entries.map(({ malId, title, score, status }) =>
		JSON.stringify({ malId, title, score, status }),
	);
	const head = `"format":"${SPROUT_FORMAT}","version":${SPROUT_VERSION}`;
	return `{${head},"entries":[\n${rows.join(',\n')}\n]}\n`;
}

/**
 * A list as a table for spreadsheets: comma, CRLF, and a byte order mark, without which some of them take
 * UTF-8 for something else. No title can act as a formula.
 */
export function listAsTable(entries: readonly NamedEntry[]): string {
	const rows = entries.map(({ malId, title, score, status }) =>
		[String(malId), textCell(title), score === null ? '' : String(score), status].join(','),
	);
	return `${BYTE_ORDER_MARK}${[SPROUT_COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}
