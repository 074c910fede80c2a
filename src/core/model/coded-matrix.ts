import { createRankingKernels } from '../kernels/ranking-kernels.ts';
import type { Floats, SymmetricMatrix } from './item-item-model.ts';

/** Codes run from −127 to 127; 0 is zero, and −c is the negative of c. */
export const GREATEST_CODE = 127;
/** Side of the square that is mirrored at a time, so that both its halves stay in the cache. */
const TILE = 64;
/** Rows are as many whole vectors long. */
const ALIGNMENT = 16;
/** Multiples of a step differ from rounded ones by no more than this share. */
const ROUNDING = 2e-7;

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
 * A symmetric matrix of one byte an element: its value is the magnitude that its code stands for. Rows are added
 * as codes times the width of the equal steps; what the few greater codes stand for beyond that is added
 * one by one.
 *
 * @param triangle codes above the diagonal, row by row: (0,1), (0,2), …, (1,2), …
 * @param magnitudes value of the codes 0 … 127, ascending from 0; those of small codes in equal steps
 */
export function createCodedMatrix(
	size: number,
	triangle: Int8Array,
	magnitudes: Float32Array,
): SymmetricMatrix {
	const kernels = createRankingKernels();
	const { arena } = kernels;
	const width = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
	const table = arena.allocate(size * width);
	const items = arena.allocate(2 * size);
	const scales = arena.allocate(8 * size);
	const sums = arena.allocate(8 * width);
	// Nothing is allocated after this, so views stay valid.
	const codes = new Int8Array(arena.u8(table, size * width).buffer, table, size * width);
	unpack(size, width, triangle, codes);
	const step = magnitudes[1] ?? 0;
	const beyond = beyondSteps(magnitudes, step);
	const excess = excessOf(codes, size, width, beyond);
	// The same to the last digit as rows are added with.
	const values = beyond.map((own, at) => own + (at - GREATEST_CODE) * step);
	const [itemView, scaleView, sumView] = [
		arena.u16(items, size),
		arena.f64(scales, size),
		arena.f64(sums, width),
	];
	return {
		size,
		at(row, column) {
			return values[GREATEST_CODE + (codes[row * width + column] ?? 0)] ?? 0;
		},
		addRows(rows, weights, out) {
			sumView.fill(0);
			for (let start = 0; start < rows.length; start += size) {
				const count = Math.min(size, rows.length - start);
				for (let k = 0; k < count; k++) {
					itemView[k] = rows[start + k] ?? 0;
					scaleView[k] = weights[start + k] ?? 0;
				}
				kernels.addCodedRows(table, width, items, scales, count, sums);
			}
			for (let j = 0; j < size; j++) out[j] = (out[j] ?? 0) + step * (sumView[j] ?? 0);
			rows.forEach((row, k) => addExcess(excess, row, weights[k] ?? 0, out));
		},
	};
}

/** What the codes of each row stand for beyond code · step, where that is not nothing. */
interface Excess {
	/** Those of row r stand at offsets[r] … offsets[r + 1] − 1. */
	readonly offsets: Uint32Array;
	readonly columns: Uint16Array;
	readonly values: Float64Array;
}

/** What each code, −127 first, stands for beyond code · step; 0 where that is rounding. */
function beyondSteps(magnitudes: Float32Array, step: number): Float64Array {
	const beyond = new Float64Array(2 * GREATEST_CODE + 1);
	magnitudes.forEach((magnitude, code) => {
		const own = magnitude - code * step;
		if (Math.abs(own) <= ROUNDING * magnitude) return;
		beyond[GREATEST_CODE + code] = own;
		beyond[GREATEST_CODE - code] = -own;
	});
	return beyond;
}

function excessOf(codes: Int8Array, size: number, width: number, beyond: Float64Array): Excess {
	const offsets = new Uint32Array(size + 1);
	for (let row = 0; row < size; row++) {
		let count = offsets[row] ?? 0;
		for (let at = row * width; at < row * width + size; at++) {
			if (beyond[GREATEST_CODE + (codes[at] ?? 0)] !== 0) count++;
		}
		offsets[row + 1] = count;
	}
	const columns = new Uint16Array(offsets[size] ?? 0);
	const values = new Float64Array(columns.length);
	for (let row = 0, next = 0; row < size; row++) {
		for (let column = 0; column < size; column++) {
			const value = beyond[GREATEST_CODE + (codes[row * width + column] ?? 0)] ?? 0;
			if (value === 0) continue;
			columns[next] = column;
			values[next++] = value;
		}
	}
	return { offsets, columns, values };
}

function addExcess(
	{ offsets, columns, values }: Excess,
	row: number,
	weight: number,
	out: Floats,
): void {
	const end = offsets[row + 1] ?? 0;
	for (let at = offsets[row] ?? 0; at < end; at++) {
		const column = columns[at] ?? 0;
		out[column] = (out[column] ?? 0) + weight * (values[at] ?? 0);
	}
}

/** Mirrors the triangle into a dense matrix of codes; some 30 ms for 5,237 rows. */
function unpack(size: number, width: number, triangle: Int8Array, codes: Int8Array): void {
	codes.fill(0);
	for (let row = 0, at = 0; row < size; row++) {
		const start = row * width;
		for (let column = row + 1; column < size; column++) codes[start + column] = triangle[at++] ?? 0;
	}
	for (let top = 0; top < size; top += TILE) {
		for (let left = top; left < size; left += TILE) {
			const bottom = Math.min(size, top + TILE);
			const right = Math.min(size, left + TILE);
			for (let row = top; row < bottom; row++) {
				for (let column = Math.max(left, row + 1); column < right; column++) {
					codes[column * width + row] = codes[row * width + column] ?? 0;
				}
			}
		}
	}
}
