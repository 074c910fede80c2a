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

/** Adds to the first rows of `own`, as many as it has, what their facts say: own_i += f_i · ofFacts. */
export function addFacts(own: DenseRows, ofFacts: DenseRows, facts: SparseRows): void {
	const { width, values } = own;
	for (let title = 0; title < values.length / width; title++) {
		const row = values.subarray(title * width, (title + 1) * width);
		eachInRow(facts, title, (fact, value) => addScaledRow(ofFacts, fact, value, row));
	}
}
