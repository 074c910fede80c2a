import type { SymmetricMatrix } from '#core/model/item-item-model.ts';

/** A symmetric matrix in f32, all of it: size × size, row by row. */
export function createDenseMatrix(size: number, values: Float32Array): SymmetricMatrix {
	return {
		size,
		at: (row, column) => values[row * size + column] ?? 0,
		addRows(rows, weights, out) {
			for (let k = 0; k < rows.length; k++) {
				const start = (rows[k] ?? 0) * size;
				const weight = weights[k] ?? 0;
				for (let j = 0; j < size; j++) {
					out[j] = (out[j] ?? 0) + weight * (values[start + j] ?? 0);
				}
			}
		},
	};
}
