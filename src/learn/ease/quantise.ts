import { GREATEST_CODE, triangleLength, type CodedTriangle } from '#core/model/coded-matrix.ts';
import type { SymmetricMatrix } from '#core/model/item-item-model.ts';

/**
 * Width of a step near zero, in root mean squares of the matrix. Coarser steps make the packed file
 * smaller, as most codes are then 0 and ±1, and from .9 on the ranking worse (docs/decisions/0007).
 */
const STEP = 0.6;
/** Codes up to here are equal steps; from here on each is a fixed ratio above the one before. */
const LAST_EQUAL_STEP = 64;

/**
 * Codes a symmetric matrix with a zero diagonal in one byte an element: equal steps for the many small
 * weights, whose sum ranks, and steps that grow for the few large ones. Equal steps are what a packer
 * compresses best for a given error; they alone would not reach from the small to the large.
 *
 * @param stepInRms width of an equal step, see {@link STEP}
 */
export function quantise(matrix: SymmetricMatrix, stepInRms = STEP): CodedTriangle {
	const { size } = matrix;
	let squares = 0;
	let greatest = 0;
	for (let row = 0; row < size; row++) {
		for (let column = row + 1; column < size; column++) {
			const value = matrix.at(row, column);
			squares += value * value;
			greatest = Math.max(greatest, Math.abs(value));
		}
	}
	const length = triangleLength(size);
	const step = stepInRms * Math.sqrt(squares / Math.max(1, length));
	const corner = step * LAST_EQUAL_STEP;
	const ratio =
		(greatest > corner ? greatest / corner : 1) ** (1 / (GREATEST_CODE - LAST_EQUAL_STEP));
	const magnitudes = Float32Array.from({ length: GREATEST_CODE + 1 }, (_, code) =>
		code <= LAST_EQUAL_STEP ? code * step : corner * ratio ** (code - LAST_EQUAL_STEP),
	);
	const triangle = new Int8Array(length);
	if (step > 0) {
		for (let row = 0, at = 0; row < size; row++) {
			for (let column = row + 1; column < size; column++) {
				triangle[at++] = codeOf(matrix.at(row, column), step, corner, ratio);
			}
		}
	}
	return { triangle, magnitudes };
}

function codeOf(value: number, step: number, corner: number, ratio: number): number {
	const magnitude = Math.abs(value);
	const code =
		magnitude <= corner || ratio === 1
			? Math.round(magnitude / step)
			: LAST_EQUAL_STEP + Math.round(Math.log(magnitude / corner) / Math.log(ratio));
	return Math.sign(value) * Math.min(GREATEST_CODE, code);
}
