import type { ColumnReader } from './columns.ts';

/** Gives the value of one row of a checked column. */
export type RowReader<T> = (index: number) => T;

/** Position `place - 1` in a list of names; 0 = unknown. */
export function named<T extends string>(
	columns: ColumnReader,
	name: string,
	length: number,
	names: readonly T[],
): RowReader<T | null> {
	const places = columns.numbers(name, { length, most: names.length });
	return (index) => names[(places[index] ?? 0) - 1] ?? null;
}

/** A whole number; 0 = unknown. */
export function countOrNull(
	columns: ColumnReader,
	name: string,
	length: number,
): RowReader<number | null> {
	const values = columns.numbers(name, { length });
	return (index) => values[index] || null;
}

/** An ISO date that may lack day or month, from `yyyymmdd`; 0 = unknown. */
export function dates(
	columns: ColumnReader,
	name: string,
	length: number,
): RowReader<string | null> {
	const values = columns.numbers(name, { length, most: 99_991_231 });
	return (index) => {
		const value = values[index] ?? 0;
		if (value === 0) return null;
		const digits = String(value).padStart(8, '0');
		const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
		return parts.filter((part) => part !== '00').join('-');
	};
}

/** Names out of a `TagColumn`. */
export function tags(
	columns: ColumnReader,
	name: string,
	length: number,
): RowReader<readonly string[]> {
	const group = columns.group(name);
	const names = group.texts('names');
	const counts = group.numbers('counts', { length });
	const offsets = startsOf(counts);
	const total = offsets[length] ?? 0;
	const values = group.numbers('values', { length: total, most: names.length - 1 });
	return (index) =>
		values
			.slice(offsets[index], offsets[index + 1])
			.map((place) => names[place])
			.filter((tag) => tag !== undefined);
}

/** Where the values of each row start; one longer than `counts`, the last is the sum. */
function startsOf(counts: readonly number[]): Uint32Array {
	const starts = new Uint32Array(counts.length + 1);
	counts.forEach((count, row) => {
		starts[row + 1] = (starts[row] ?? 0) + count;
	});
	return starts;
}

/** URLs that were cut into prefix, name and suffix. */
export function posters(columns: ColumnReader, length: number): RowReader<string | null> {
	const prefixes = columns.texts('posterPrefixes');
	const suffixes = columns.texts('posterSuffixes');
	const forms = columns.numbers('posterForms', { length, most: prefixes.length * suffixes.length });
	const names = columns.texts('posters', length);
	return (index) => {
		const form = (forms[index] ?? 0) - 1;
		if (form < 0) return null;
		const prefix = prefixes[form % prefixes.length];
		return `${prefix}${names[index]}${suffixes[Math.floor(form / prefixes.length)]}`;
	};
}
