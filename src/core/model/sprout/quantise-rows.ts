import { GREATEST_CODE } from '../coded-matrix.ts';
import type { DenseRows } from './parts.ts';

/** Dense rows in one byte an element: element = code · scale of its row. */
export interface CodedRows {
	/** Row after row, −127 to 127. */
	readonly codes: Int8Array;
	/** Value of code 1 in each row; 0 for a row of zeros. */
	readonly scales: Float32Array;
}

/**
 * Codes each row in equal steps from 0 to its greatest element, to the nearest step: no element is off by more
 * than half of its row's scale, which is 1/254 of the row's greatest. A row with an element that is no finite
 * number gets a scale that is none either, and readers refuse the file.
 *
 * @param rows of a width of 1 or more
 */
export function quantiseRows({ width, values }: DenseRows): CodedRows {
	const codes = new Int8Array(values.length);
	const scales = new Float32Array(values.length / width);
	for (let row = 0; row < scales.length; row++) {
		const start = row * width;
		let greatest = 0;
		for (let at = start; at < start + width; at++) {
			greatest = Math.max(greatest, Math.abs(values[at] ?? 0));
		}
		// As it will be read: rounded to a float first, so that the codes fit the stored scale.
		const scale = Math.fround(greatest / GREATEST_CODE);
		scales[row] = scale;
		if (scale === 0) continue;
		for (let at = start; at < start + width; at++) codes[at] = codeOf((values[at] ?? 0) / scale);
	}
	return { codes, scales };
}

/** The rows that {@link quantiseRows} coded, as far as they are known. */
export function restoreRows({ codes, scales }: CodedRows, width: number): DenseRows {
	const values = new Float32Array(codes.length);
	for (let row = 0; row < scales.length; row++) {
		const scale = scales[row] ?? 0;
		for (let at = row * width; at < (row + 1) * width; at++) values[at] = (codes[at] ?? 0) * scale;
	}
	return { width, values };
}

/** Halves go away from zero, so that −x gets the negative code of x. */
function codeOf(steps: number): number {
	return Math.sign(steps) * Math.min(GREATEST_CODE, Math.round(Math.abs(steps)));
}
