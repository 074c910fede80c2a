import type { Floats, SymmetricMatrix } from './item-item-model.ts';

/** Codes run from −127 to 127; 0 is zero, and −c is the negative of c. */
export const GREATEST_CODE = 127;
/** Added to a code to make it a table index. */
const CODE_OFFSET = 128;
const TABLE_SIZE = 256;
/** Side of the square that is mirrored at a time, so that both its halves stay in the cache. */
const TILE = 64;

/** Half of a symmetric matrix, one byte an element. */
export interface CodedTriangle {
	/** Codes above the diagonal, row by row. */
	readonly triangle: Int8Array;
	/** Value of the codes 0 … 127. */
	readonly magnitudes: Float32Array;
}

/** Elements above the diagonal of a matrix of `size` rows. */
export function triangleLength(size: number): number {
	return (size * (size - 1)) / 2;
}

/**
 * A symmetric matrix of one byte an element: its value is the magnitude that its code stands for.
 *
 * @param triangle codes above the diagonal, row by row: (0,1), (0,2), …, (1,2), …
 * @param magnitudes value of the codes 0 … 127, ascending from 0
 */
export function createCodedMatrix(
	size: number,
	triangle: Int8Array,
	magnitudes: Float32Array,
): SymmetricMatrix {
	const codes = unpack(size, triangle);
	// In f64, as the sums are: the loops below then convert nothing.
	const values = new Float64Array(TABLE_SIZE);
	magnitudes.forEach((magnitude, code) => {
		values[CODE_OFFSET - code] = -magnitude;
		values[CODE_OFFSET + code] = magnitude;
	});
	return {
		size,
		at: (row, column) => values[codes[row * size + column] ?? 0] ?? 0,
		addRows(rows, weights, out) {
			let k = 0;
			// Four rows at a time: `out` is read and written a quarter as often.
			for (; k + 4 <= rows.length; k += 4) addFourRows(codes, values, size, rows, weights, k, out);
			for (; k < rows.length; k++) addRow(codes, values, size, rows[k] ?? 0, weights[k] ?? 0, out);
		},
	};
}

/** Mirrors the triangle into a dense matrix of table indices; some 30 ms for 5,237 rows. */
function unpack(size: number, triangle: Int8Array): Uint8Array {
	const codes = new Uint8Array(size * size).fill(CODE_OFFSET);
	for (let row = 0, at = 0; row < size; row++) {
		const start = row * size;
		for (let column = row + 1; column < size; column++) {
			codes[start + column] = (triangle[at++] ?? 0) + CODE_OFFSET;
		}
	}
	for (let top = 0; top < size; top += TILE) {
		for (let left = top; left < size; left += TILE) {
			const bottom = Math.min(size, top + TILE);
			const right = Math.min(size, left + TILE);
			for (let row = top; row < bottom; row++) {
				for (let column = Math.max(left, row + 1); column < right; column++) {
					codes[column * size + row] = codes[row * size + column] ?? 0;
				}
			}
		}
	}
	return codes;
}

function addRow(
	codes: Uint8Array,
	values: Float64Array,
	size: number,
	row: number,
	weight: number,
	out: Floats,
): void {
	const start = row * size;
	for (let j = 0; j < size; j++) {
		out[j] = (out[j] ?? 0) + weight * (values[codes[start + j] ?? 0] ?? 0);
	}
}

function addFourRows(
	codes: Uint8Array,
	values: Float64Array,
	size: number,
	rows: Int32Array,
	weights: Floats,
	k: number,
	out: Floats,
): void {
	const a = (rows[k] ?? 0) * size;
	const b = (rows[k + 1] ?? 0) * size;
	const c = (rows[k + 2] ?? 0) * size;
	const d = (rows[k + 3] ?? 0) * size;
	const wa = weights[k] ?? 0;
	const wb = weights[k + 1] ?? 0;
	const wc = weights[k + 2] ?? 0;
	const wd = weights[k + 3] ?? 0;
	for (let j = 0; j < size; j++) {
		out[j] =
			(out[j] ?? 0) +
			wa * (values[codes[a + j] ?? 0] ?? 0) +
			wb * (values[codes[b + j] ?? 0] ?? 0) +
			wc * (values[codes[c + j] ?? 0] ?? 0) +
			wd * (values[codes[d + j] ?? 0] ?? 0);
	}
}
