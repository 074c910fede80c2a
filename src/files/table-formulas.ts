/** Spreadsheets take a cell that begins so for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r'＝＋－＠]/u;

/** A text that no spreadsheet runs: an apostrophe before it says that it is text. */
export function escapeCell(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

/** The inverse of {@link escapeCell}; leaves an apostrophe that belongs to the text. */
export function unescapeCell(text: string): string {
	return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
