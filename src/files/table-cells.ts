import type { ListFileLimits } from './limits.ts';
import { broken, stopped } from './reading-stopped.ts';

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
	let delimiter: string | null = null;
	/** Text before the delimiter is known. */
	let start = '';
	let cells: string[] = [];
	let cell = '';
	let state: 'open' | 'quoted' | 'closing' = 'open';
	let line = 1;

	function endCell(): void {
		if (cells.length >= limits.columns) throw stopped('hostile', { trick: 'endless-parts' });
		cells.push(cell);
		cell = '';
	}

	function endRow(): void {
		endCell();
		if (cells.length > 1 || cells[0] !== '') onRow(cells);
		cells = [];
	}

	function append(character: string): void {
		cell += character;
		if (cell.length > limits.cellLength) throw stopped('hostile', { trick: 'oversized-markup' });
	}

	/** A carriage return ends a row only with the line feed after it, or at the very end; alone it is dropped. */
	function take(character: string): void {
		if (character === '\n') line++;
		if (state === 'closing') {
			state = character === '"' ? 'quoted' : 'open';
			if (character === '"') return append(character);
		}
		if (state === 'quoted') {
			if (character === '"') state = 'closing';
			else append(character);
		} else if (character === delimiter) endCell();
		else if (character === '\n') endRow();
		else if (character === '"' && cell === '') state = 'quoted';
		else if (character !== '\r') append(character);
	}

	return {
		write(text) {
			if (delimiter === null) {
				start += text;
				if (start.length <= limits.cellLength && !start.includes('\n')) return;
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
			if (cell !== '' || cells.length > 0) endRow();
		},
		line: () => line,
	};
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
	const [line = ''] = text.split('\n', 1);
	const counts = DELIMITERS.map((each) => line.split(each).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
