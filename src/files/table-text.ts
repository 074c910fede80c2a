import { escapeCell } from './table-formulas.ts';

/** Without it some spreadsheets take UTF-8 for something else. */
export const BYTE_ORDER_MARK = '\u{feff}';

/** A text as a cell of a table: quoted where it must be, and never a formula. */
export function textCell(text: string): string {
	const cell = escapeCell(text);
	return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
