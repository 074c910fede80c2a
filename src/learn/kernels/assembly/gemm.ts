import { madd } from '../../../core/kernels/assembly/lanes';
import { PANEL_COLUMNS, PANEL_ROWS, packLeft, packRight } from './pack';

/** Depth of a packed block: a right panel of 256 × 8 floats stays in a 32 KiB first-level cache. */
const DEPTH: i32 = 256;
/** Rows of a packed left block: 128 × 256 floats stay in the second-level cache. */
const ROWS: i32 = 128;

/** Bytes of scratch that {@link gemm} needs for a result of `columns` columns. */
export function gemmScratchBytes(columns: i32): usize {
	const padded = (columns + PANEL_COLUMNS - 1) & ~(PANEL_COLUMNS - 1);
	return (<usize>(ROWS * DEPTH + padded * DEPTH + PANEL_ROWS * PANEL_COLUMNS)) << 2;
}

function addScaled(to: usize, scale: v128, value: v128): void {
	v128.store(to, f32x4.add(v128.load(to), f32x4.mul(scale, value)));
}

/**
 * to[4 × 8] += alpha · left[4 × depth] · right[depth × 8], the operands packed. Eight sums of four
 * lanes stay in registers: the largest tile for which engines with 16 vector registers do not spill.
 */
function tile(depth: i32, left: usize, right: usize, alpha: f32, to: usize, rowBytes: usize): void {
	let c00 = f32x4.splat(0),
		c01 = c00;
	let c10 = c00,
		c11 = c00;
	let c20 = c00,
		c21 = c00;
	let c30 = c00,
		c31 = c00;
	for (let k = 0; k < depth; k++) {
		const b0 = v128.load(right);
		const b1 = v128.load(right, 16);
		const a0 = v128.load32_splat(left);
		c00 = madd(c00, a0, b0);
		c01 = madd(c01, a0, b1);
		const a1 = v128.load32_splat(left, 4);
		c10 = madd(c10, a1, b0);
		c11 = madd(c11, a1, b1);
		const a2 = v128.load32_splat(left, 8);
		c20 = madd(c20, a2, b0);
		c21 = madd(c21, a2, b1);
		const a3 = v128.load32_splat(left, 12);
		c30 = madd(c30, a3, b0);
		c31 = madd(c31, a3, b1);
		left += 16;
		right += 32;
	}
	const scale = f32x4.splat(alpha);
	addScaled(to, scale, c00);
	addScaled(to + 16, scale, c01);
	to += rowBytes;
	addScaled(to, scale, c10);
	addScaled(to + 16, scale, c11);
	to += rowBytes;
	addScaled(to, scale, c20);
	addScaled(to + 16, scale, c21);
	to += rowBytes;
	addScaled(to, scale, c30);
	addScaled(to + 16, scale, c31);
}

/** A tile that sticks out of the result: computed aside, of which `rows × columns` are added. */
function edgeTile(
	depth: i32,
	left: usize,
	right: usize,
	alpha: f32,
	to: usize,
	rowBytes: usize,
	rows: i32,
	columns: i32,
	aside: usize,
): void {
	memory.fill(aside, 0, (<usize>(PANEL_ROWS * PANEL_COLUMNS)) << 2);
	tile(depth, left, right, alpha, aside, (<usize>PANEL_COLUMNS) << 2);
	for (let i = 0; i < rows; i++) {
		for (let j = 0; j < columns; j++) {
			const at = to + <usize>i * rowBytes + ((<usize>j) << 2);
			store<f32>(at, load<f32>(at) + load<f32>(aside + ((<usize>(i * PANEL_COLUMNS + j)) << 2)));
		}
	}
}

/**
 * C += alpha · A · B for A of m × k, B of k × n, C of m × n with rows `ldc` elements apart. A and B
 * have a row and a column stride, so a transposed operand is only a swap of the two.
 *
 * With `lower` only the tiles that touch the lower triangle of C are computed; what they write above
 * the diagonal is right too, but the rest of the upper triangle is left as it was.
 *
 * @param scratch {@link gemmScratchBytes} bytes, aligned to 16
 */
export function gemm(
	m: i32,
	n: i32,
	k: i32,
	alpha: f32,
	a: usize,
	aRow: i32,
	aColumn: i32,
	b: usize,
	bRow: i32,
	bColumn: i32,
	c: usize,
	ldc: i32,
	lower: bool,
	scratch: usize,
): void {
	const packedLeft = scratch;
	const aside = packedLeft + ((<usize>(ROWS * DEPTH)) << 2);
	const packedRight = aside + ((<usize>(PANEL_ROWS * PANEL_COLUMNS)) << 2);
	const rowBytes = (<usize>ldc) << 2;
	for (let k0 = 0; k0 < k; k0 += DEPTH) {
		const depth = min(DEPTH, k - k0);
		packRight(b + ((<usize>k0 * bRow) << 2), bRow, bColumn, depth, n, packedRight);
		for (let i0 = 0; i0 < m; i0 += ROWS) {
			const rows = min(ROWS, m - i0);
			const from = a + ((<usize>i0 * aRow + <usize>k0 * aColumn) << 2);
			packLeft(from, aRow, aColumn, rows, depth, packedLeft);
			const end = lower ? min(n, i0 + rows) : n;
			for (let j = 0; j < end; j += PANEL_COLUMNS) {
				const right = packedRight + ((<usize>(j * depth)) << 2);
				// Rows above the panel's first column lie in the upper triangle.
				const skip = lower && j > i0 ? (j - i0) & ~(PANEL_ROWS - 1) : 0;
				for (let i = skip; i < rows; i += PANEL_ROWS) {
					const left = packedLeft + ((<usize>(i * depth)) << 2);
					const to = c + <usize>(i0 + i) * rowBytes + ((<usize>j) << 2);
					if (i + PANEL_ROWS <= rows && j + PANEL_COLUMNS <= n) {
						tile(depth, left, right, alpha, to, rowBytes);
					} else {
						const tall = min(PANEL_ROWS, rows - i);
						const wide = min(PANEL_COLUMNS, n - j);
						edgeTile(depth, left, right, alpha, to, rowBytes, tall, wide, aside);
					}
				}
			}
		}
	}
}
