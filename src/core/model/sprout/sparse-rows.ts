import type { DenseRows, SparseRows } from './parts.ts';

/** Calls `use` with every element of one row. */
export function eachInRow(
	{ offsets, columns, values }: SparseRows,
	row: number,
	use: (column: number, value: number) => void,
): void {
	const end = offsets[row + 1] ?? 0;
	for (let at = offsets[row] ?? 0; at < end; at++) use(columns[at] ?? 0, values[at] ?? 0);
}

/** out[k] += scale · rows[row][k]. */
export function addScaledRow(
	{ width, values }: DenseRows,
	row: number,
	scale: number,
	out: Float32Array | Float64Array,
): void {
	const start = row * width;
	for (let k = 0; k < width; k++) out[k] = (out[k] ?? 0) + scale * (values[start + k] ?? 0);
}

/** Inner product of a row and a vector. */
export function rowDot(
	{ width, values }: DenseRows,
	row: number,
	vector: Float32Array | Float64Array,
): number {
	const start = row * width;
	let sum = 0;
	for (let k = 0; k < width; k++) sum += (values[start + k] ?? 0) * (vector[k] ?? 0);
	return sum;
}
