// Operands are copied into panels before they are multiplied, so that the micro-kernel reads both
// strictly forward whatever the strides of the caller (Goto & van de Geijn 2008, "Anatomy of
// high-performance matrix multiplication"). Rows and columns past the edge are filled with zeros.

/** Rows of the left operand in a panel: the height of the micro-kernel. */
export const PANEL_ROWS: i32 = 4;
/** Columns of the right operand in a panel: the width of the micro-kernel. */
export const PANEL_COLUMNS: i32 = 8;

/**
 * Copies an `outer × depth` operand into panels of `width` along its outer dimension:
 * to[panel][k][lane]. Strides are in elements.
 */
function pack(
	from: usize,
	outerStride: i32,
	depthStride: i32,
	outer: i32,
	depth: i32,
	width: i32,
	to: usize,
): void {
	for (let start = 0; start < outer; start += width) {
		const lanes = min(width, outer - start);
		for (let lane = 0; lane < width; lane++) {
			let target = to + ((<usize>lane) << 2);
			const step = (<usize>width) << 2;
			if (lane >= lanes) {
				for (let k = 0; k < depth; k++, target += step) store<f32>(target, 0);
				continue;
			}
			let source = from + ((<usize>(start + lane) * outerStride) << 2);
			const stride = (<usize>depthStride) << 2;
			for (let k = 0; k < depth; k++, source += stride, target += step) {
				store<f32>(target, load<f32>(source));
			}
		}
		to += (<usize>(width * depth)) << 2;
	}
}

/** Panels of contiguous columns (depthStride rows apart): whole vectors at a time. */
function packColumnsContiguous(
	from: usize,
	depthStride: i32,
	columns: i32,
	depth: i32,
	to: usize,
): void {
	const stride = (<usize>depthStride) << 2;
	for (let start = 0; start < columns; start += PANEL_COLUMNS) {
		let source = from + ((<usize>start) << 2);
		for (let k = 0; k < depth; k++, source += stride, to += 32) {
			v128.store(to, v128.load(source));
			v128.store(to, v128.load(source, 16), 16);
		}
	}
}

/** Packs a block of the left operand. */
export function packLeft(
	from: usize,
	rowStride: i32,
	columnStride: i32,
	rows: i32,
	depth: i32,
	to: usize,
): void {
	pack(from, rowStride, columnStride, rows, depth, PANEL_ROWS, to);
}

/** Packs a block of the right operand. */
export function packRight(
	from: usize,
	rowStride: i32,
	columnStride: i32,
	depth: i32,
	columns: i32,
	to: usize,
): void {
	const whole = columnStride == 1 ? columns & ~(PANEL_COLUMNS - 1) : 0;
	packColumnsContiguous(from, rowStride, whole, depth, to);
	if (whole == columns) return;
	const rest = from + ((<usize>whole * columnStride) << 2);
	const offset = (<usize>(whole * depth)) << 2;
	pack(rest, columnStride, rowStride, columns - whole, depth, PANEL_COLUMNS, to + offset);
}
