import { floats } from '../../../core/kernels/assembly/lanes';
import { addFour } from '../../../core/kernels/assembly/rows';
import { axpy } from '../../../core/kernels/assembly/vectors';

/** Adds `bias` (n floats) to each of m rows, `ld` floats apart. */
export function addColumns(rows: usize, m: i32, n: i32, ld: i32, bias: usize): void {
	for (let i = 0; i < m; i++, rows += floats(ld)) axpy(n, 1, bias, rows);
}

/** out[0..n) += the sum of m rows, `ld` floats apart: the gradient of {@link addColumns}. */
export function columnSums(rows: usize, m: i32, n: i32, ld: i32, out: usize): void {
	const stride = floats(ld);
	let i = 0;
	for (const fours = m & ~3; i < fours; i += 4, rows += 4 * stride) {
		addFour(n, 1, 1, 1, 1, rows, rows + stride, rows + 2 * stride, rows + 3 * stride, out);
	}
	for (; i < m; i++, rows += stride) axpy(n, 1, rows, out);
}
