import { gemm } from './gemm';

// A symmetric positive definite matrix A (n × n, rows of ld floats, lower triangle given) is inverted
// in place by three passes of row blocks, each n³/3 multiply-adds: A = L·Lᵀ, X = L⁻¹, A⁻¹ = Xᵀ·X.
// The host calls one block at a time, so it can show progress and stop in between.

function cell(a: usize, ld: i32, i: i32, j: i32): usize {
	return a + ((<usize>i * ld + <usize>j) << 2);
}

/** L of one small diagonal block, in place; sums in f64 for they are short and cost nothing. */
function factorBlock(a: usize, ld: i32, size: i32): bool {
	for (let i = 0; i < size; i++) {
		for (let j = 0; j <= i; j++) {
			let sum: f64 = load<f32>(cell(a, ld, i, j));
			for (let k = 0; k < j; k++) {
				sum -= <f64>load<f32>(cell(a, ld, i, k)) * <f64>load<f32>(cell(a, ld, j, k));
			}
			if (i == j) {
				if (!(sum > 0)) return false;
				store<f32>(cell(a, ld, i, i), <f32>Math.sqrt(sum));
			} else {
				store<f32>(cell(a, ld, i, j), <f32>(sum / load<f32>(cell(a, ld, j, j))));
			}
		}
	}
	return true;
}

/** Inverse of the lower triangle at `l` (rows ld apart) to `to` (rows `size` apart), zeros above. */
function invertBlock(l: usize, ld: i32, size: i32, to: usize): void {
	memory.fill(to, 0, (<usize>(size * size)) << 2);
	for (let i = 0; i < size; i++) {
		const pivot: f64 = 1 / <f64>load<f32>(cell(l, ld, i, i));
		for (let j = 0; j < i; j++) {
			let sum: f64 = 0;
			for (let k = j; k < i; k++) {
				sum += <f64>load<f32>(cell(l, ld, i, k)) * <f64>load<f32>(cell(to, size, k, j));
			}
			store<f32>(cell(to, size, i, j), <f32>(-sum * pivot));
		}
		store<f32>(cell(to, size, i, i), <f32>pivot);
	}
}

/** Copies `rows × columns` floats between row strides. */
function copyBlock(from: usize, fromLd: i32, to: usize, toLd: i32, rows: i32, columns: i32): void {
	const bytes = (<usize>columns) << 2;
	for (let i = 0; i < rows; i++) memory.copy(cell(to, toLd, i, 0), cell(from, fromLd, i, 0), bytes);
}

/**
 * Pass 1, block of `size` rows from `start`: factors the diagonal block, solves the column below it
 * and takes its square from what is left.
 *
 * @param work n · size + size² floats
 * @returns false when the matrix is not positive definite
 */
export function choleskyBlock(
	a: usize,
	n: i32,
	ld: i32,
	start: i32,
	size: i32,
	work: usize,
	scratch: usize,
): bool {
	const diagonal = cell(a, ld, start, start);
	if (!factorBlock(diagonal, ld, size)) return false;
	const below = n - start - size;
	if (below == 0) return true;
	const panel = cell(a, ld, start + size, start);
	const copy = work + ((<usize>(size * size)) << 2);
	invertBlock(diagonal, ld, size, work);
	copyBlock(panel, ld, copy, size, below, size);
	for (let i = 0; i < below; i++) memory.fill(cell(panel, ld, i, 0), 0, (<usize>size) << 2);
	gemm(below, size, size, 1, copy, size, 1, work, 1, size, panel, ld, false, scratch);
	const rest = cell(a, ld, start + size, start + size);
	gemm(below, below, size, -1, panel, ld, 1, panel, 1, ld, rest, ld, true, scratch);
	return true;
}

/**
 * Pass 2, block of `size` rows from `start`, top to bottom: rows of L become rows of X = L⁻¹,
 * X_i = −L_ii⁻¹ · (L_i · X above). Clears the upper triangle of its rows, which pass 3 relies on.
 *
 * @param work n · size + size² floats
 */
export function triangularInverseBlock(
	a: usize,
	ld: i32,
	start: i32,
	size: i32,
	n: i32,
	work: usize,
	scratch: usize,
): void {
	const rows = cell(a, ld, start, 0);
	const inverse = work;
	const product = work + ((<usize>(size * size)) << 2);
	invertBlock(rows + ((<usize>start) << 2), ld, size, inverse);
	memory.fill(product, 0, (<usize>(size * start)) << 2);
	// X above is lower triangular: column block j of it starts at row j.
	for (let j = 0; j < start; j += size) {
		gemm(
			size,
			min(size, start - j),
			start - j,
			1,
			rows + ((<usize>j) << 2),
			ld,
			1,
			cell(a, ld, j, j),
			ld,
			1,
			product + ((<usize>j) << 2),
			start,
			false,
			scratch,
		);
	}
	for (let i = 0; i < size; i++) memory.fill(cell(rows, ld, i, 0), 0, (<usize>n) << 2);
	gemm(size, start, size, -1, inverse, size, 1, product, start, 1, rows, ld, false, scratch);
	copyBlock(inverse, size, rows + ((<usize>start) << 2), ld, size, size);
}

/**
 * Pass 3, block of `size` rows from `start`, top to bottom: the rows of A⁻¹ = Xᵀ·X up to the diagonal
 * block. Row i of it needs only rows of X from i on, so the rows above are free to be overwritten.
 *
 * @param work n · size floats
 */
export function squareBlock(
	a: usize,
	n: i32,
	ld: i32,
	start: i32,
	size: i32,
	work: usize,
	scratch: usize,
): void {
	const columns = start + size;
	memory.fill(work, 0, (<usize>(size * columns)) << 2);
	gemm(
		size,
		columns,
		n - start,
		1,
		cell(a, ld, start, start),
		1,
		ld,
		cell(a, ld, start, 0),
		ld,
		1,
		work,
		columns,
		false,
		scratch,
	);
	copyBlock(work, columns, cell(a, ld, start, 0), ld, size, columns);
}
