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
export function rowDot({ width, values }: DenseRows, row: number, vector: Float64Array): number {
	const start = row * width;
	// Four sums: one alone would wait for each addition to finish.
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	let k = 0;
	for (; k + 4 <= width; k += 4) {
		const at = start + k;
		a += (values[at] ?? 0) * (vector[k] ?? 0);
		b += (values[at + 1] ?? 0) * (vector[k + 1] ?? 0);
		c += (values[at + 2] ?? 0) * (vector[k + 2] ?? 0);
		d += (values[at + 3] ?? 0) * (vector[k + 3] ?? 0);
	}
	for (; k < width; k++) a += (values[start + k] ?? 0) * (vector[k] ?? 0);
	return a + b + (c + d);
}

/**
 * Inner products of the first rows and a vector, as many as `out` is long. Four rows at a time: the vector is read
 * once for them, and their sums don't wait for each other.
 */
export function rowDots(
	{ width, values }: DenseRows,
	vector: Float64Array,
	out: Float64Array,
): void {
	let row = 0;
	for (; row + 4 <= out.length; row += 4) {
		let at = row * width;
		let a = 0;
		let b = 0;
		let c = 0;
		let d = 0;
		for (let k = 0; k < width; k++, at++) {
			const x = vector[k] ?? 0;
			a += (values[at] ?? 0) * x;
			b += (values[at + width] ?? 0) * x;
			c += (values[at + 2 * width] ?? 0) * x;
			d += (values[at + 3 * width] ?? 0) * x;
		}
		out[row] = a;
		out[row + 1] = b;
		out[row + 2] = c;
		out[row + 3] = d;
	}
	for (; row < out.length; row++) out[row] = rowDot({ width, values }, row, vector);
}
