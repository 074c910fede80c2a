import type { ListFileLimits } from './limits.ts';
import { broken, stopped } from './reading-stopped.ts';

const LINE_END = /[\r\n]/;
const DELIMITERS = [',', ';', '\t'] as const;

/** Takes the text of a table in pieces of any size. */
export interface TableCells {
	/** @throws ReadingStopped `hostile` for endless cells and rows. */
	write(text: string): void;
	/** @throws ReadingStopped `broken` within a quoted cell. */
	end(): void;
	/** Line that was reached; the first is 1. */
	line(): number;
}

/**
 * Parts a table (RFC 4180) into rows of cells: quoted or not, over any line ends, parted by the comma,
 * semicolon or tab that the first line has most of. Blank lines are no rows. What follows a closing quote is
 * taken as it stands.
 */
export function createTableCells(
	onRow: (cells: readonly string[]) => void,
	limits: Pick<ListFileLimits, 'columns' | 'cellLength'>,
): TableCells {
	const row = createRow(onRow, limits);
	let delimiter: string | null = null;
	/** Text before the delimiter is known. */
	let start = '';
	let state: 'open' | 'quoted' | 'closing' = 'open';
	let line = 1;
	let afterReturn = false;

	function countLine(character: string): void {
		if (character === '\r' || (character === '\n' && !afterReturn)) line++;
		afterReturn = character === '\r';
	}

	/** Of a carriage return and a line feed each ends a row: the one between them is blank and no row. */
	function take(character: string): void {
		countLine(character);
		if (state === 'closing') {
			state = character === '"' ? 'quoted' : 'open';
			if (character === '"') return row.append(character);
		}
		if (state === 'quoted') {
			if (character === '"') state = 'closing';
			else row.append(character);
		} else if (character === delimiter) row.endCell();
		else if (character === '\n' || character === '\r') row.end();
		else if (character === '"' && row.atCellStart()) state = 'quoted';
		else row.append(character);
	}

	return {
		write(text) {
			if (delimiter === null) {
				start += text;
				if (start.length <= limits.cellLength && !LINE_END.test(start)) return;
				delimiter = delimiterOf(start);
				text = start;
			}
			for (const character of text) take(character);
		},
		end() {
			if (delimiter === null) {
				delimiter = delimiterOf(start);
				for (const character of start) take(character);
			}
			if (state === 'quoted') throw broken('table');
			row.end();
		},
		line: () => line,
	};
}

/** Gathers the cells of one row after another, within the limits. */
function createRow(
	onRow: (cells: readonly string[]) => void,
	limits: Pick<ListFileLimits, 'columns' | 'cellLength'>,
) {
	let cells: string[] = [];
	let cell = '';

	function endCell(): void {
		if (cells.length >= limits.columns) throw stopped('hostile', { trick: 'endless-parts' });
		cells.push(cell);
		cell = '';
	}

	return {
		endCell,
		append(character: string): void {
			cell += character;
			if (cell.length > limits.cellLength) throw stopped('hostile', { trick: 'oversized-markup' });
		},
		atCellStart: () => cell === '',
		/** A blank line is no row. */
		end(): void {
			endCell();
			if (cells.length > 1 || cells[0] !== '') onRow(cells);
			cells = [];
		},
	};
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
	const [line = ''] = text.split(LINE_END, 1);
	const counts = DELIMITERS.map((each) => line.split(each).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
