import type { EntryCollector } from './entry-collector.ts';
import { readEntry, type FileFields } from './file-entry.ts';
import type { ListFileLimits } from './limits.ts';
import type { ListReader } from './list-reader.ts';
import { stopped } from './reading-stopped.ts';
import { findScale, type ScoreScale } from './score-scale.ts';
import { SPROUT_COLUMNS } from './sprout-format.ts';
import { createTableCells } from './table-cells.ts';
import { unescapeCell } from './table-formulas.ts';

type Column = 'malId' | 'anilistId' | 'title' | 'score' | 'status';
type Header = ReadonlyMap<Column, number>;

/** What columns are called, by letters and digits alone. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
	['malid', 'malId'],
	['myanimelistid', 'malId'],
	['seriesanimedbid', 'malId'],
	['anilistid', 'anilistId'],
	['title', 'title'],
	['name', 'title'],
	['seriestitle', 'title'],
	['score', 'score'],
	['rating', 'score'],
	['myscore', 'score'],
	['status', 'status'],
	['mystatus', 'status'],
]);

/**
 * Reads a list out of a table with a line of headings, whatever their order (docs/list-format.md). Rows are
 * gathered, within the limit, as the scale of the scores shows only at the end.
 */
export function createTableReader(collector: EntryCollector, limits: ListFileLimits): ListReader {
	let header: Header | null = null;
	let isOwn = false;
	const rows: FileFields[] = [];

	const table = createTableCells((cells) => {
		if (header === null) {
			if (/^sep=/i.test(cells[0] ?? '')) return;
			header = readHeader(cells);
			isOwn = SPROUT_COLUMNS.every((name, i) => cells[i] === name);
			return;
		}
		if (rows.length >= limits.entries) {
			throw stopped('too-many-entries', { limit: limits.entries });
		}
		rows.push(readRow(cells, header, limits.textLength));
	}, limits);

	return {
		write: (text) => table.write(text),
		end() {
			table.end();
			// Nothing but blank lines is told as an empty file before.
			if (header === null) throw stopped('not-a-list', { content: 'text' });
			const scale: ScoreScale = isOwn
				? { outOf: 100, basis: 'format' }
				: findScale(
						rows.map(({ score }) => score),
						null,
					);
			for (const row of rows) collector.add(readEntry(row, scale.outOf), row.title);
			return { format: 'table', scale };
		},
		line: () => table.line(),
	};
}

/** @throws ReadingStopped `not-a-list` where no column holds ids. */
function readHeader(cells: readonly string[]): Header {
	const header = new Map<Column, number>();
	for (const [i, cell] of cells.entries()) {
		const column = COLUMNS.get(cell.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
		if (column !== undefined && !header.has(column)) header.set(column, i);
	}
	if (!header.has('malId') && !header.has('anilistId')) {
		throw stopped('not-a-list', { content: 'text' });
	}
	return header;
}

function readRow(cells: readonly string[], header: Header, textLength: number): FileFields {
	const text = (column: Column) =>
		(cells[header.get(column) ?? -1] ?? '').slice(0, textLength).trim();
	const malId = text('malId');
	const site = malId === '' && text('anilistId') !== '' ? 'anilist' : 'mal';
	return {
		site,
		id: site === 'mal' ? malId : text('anilistId'),
		title: unescapeCell(text('title')),
		// Where the semicolon parts cells, the comma parts fractions.
		score: text('score').replace(',', '.'),
		// A table without statuses is one of what somebody has seen.
		status: header.has('status') ? text('status') : 'completed',
	};
}
