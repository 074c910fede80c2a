/** A Markdown table whose columns line up in plain text too; the first column is text, the others numbers. */
export function markdownTable(
	header: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const widths = header.map((name, column) =>
		Math.max(3, name.length, ...rows.map((row) => (row[column] ?? '').length)),
	);
	const line = (cells: readonly string[]) =>
		`| ${widths
			.map((width, column) =>
				column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width),
			)
			.join(' | ')} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(header), line(rule), ...rows.map(line)].join('\n');
}
