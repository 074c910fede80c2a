// Operands are copied into panels before they are multiplied, so that the micro-kernel reads both
// strictly forward whatever the strides of the caller (Goto & van de Geijn 2008, "Anatomy of
// high-performance matrix multiplication"). Rows and columns past the edge are filled with zeros.

/** Rows of the left operand in a panel: the height of the micro-kernel. */
export const PANEL_ROWS: i32 = 4;
/** Columns of the right operand in a panel: the width of the micro-kernel. */
export const PANEL_COLUMNS: i32 = 8;

/** One panel: `lanes` of `width` lines of an operand, the others zero; to[k][lane]. */
function packPanel(
	from: usize,
	outerStride: usize,
	depthStride: usize,
	lanes: i32,
	depth: i32,
	width: i32,
	to: usize,
): void {
	const step = (<usize>width) << 2;
	for (let lane = 0; lane < width; lane++) {
		let target = to + ((<usize>lane) << 2);
		if (lane >= lanes) {
			for (let k = 0; k < depth; k++, target += step) store<f32>(target, 0);
			continue;
		}
		let source = from + <usize>lane * outerStride;
		for (let k = 0; k < depth; k++, source += depthStride, target += step) {
			store<f32>(target, load<f32>(source));
		}
	}
}

/** A whole panel whose lines lie side by side: vectors are copied as they are. */
function packSideBySide(
	source: usize,
	depthStride: usize,
	depth: i32,
	isWide: bool,
	to: usize,
): void {
	if (isWide) {
		for (let k = 0; k < depth; k++, source += depthStride, to += 32) {
			v128.store(to, v128.load(source));
			v128.store(to, v128.load(source, 16), 16);
		}
	} else {
		for (let k = 0; k < depth; k++, source += depthStride, to += 16) {
			v128.store(to, v128.load(source));
		}
	}
}

/** Four lines, each contiguous, to lanes of a panel with `step` bytes a row: 4 × 4 transposes. */
function packFourLines(from: usize, stride: usize, depth: i32, step: usize, to: usize): void {
	let k = 0;
	for (const whole = depth & ~3; k < whole; k += 4, from += 16, to += 4 * step) {
		const r0 = v128.load(from);
		const r1 = v128.load(from + stride);
		const r2 = v128.load(from + 2 * stride);
		const r3 = v128.load(from + 3 * stride);
		const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
		const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
		const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
		const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
		v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
		v128.store(to + step, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
		v128.store(to + 2 * step, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
		v128.store(to + 3 * step, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
	}
	for (; k < depth; k++, from += 4, to += step) {
		store<f32>(to, load<f32>(from));
		store<f32>(to, load<f32>(from + stride), 4);
		store<f32>(to, load<f32>(from + 2 * stride), 8);
		store<f32>(to, load<f32>(from + 3 * stride), 12);
	}
}

/**
 * Copies an `outer × depth` operand into panels of `width` (4 or 8) along its outer dimension:
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
	const outerBytes = (<usize>outerStride) << 2;
	const depthBytes = (<usize>depthStride) << 2;
	const step = (<usize>width) << 2;
	for (let start = 0; start < outer; start += width) {
		if (start + width > outer) {
			packPanel(from, outerBytes, depthBytes, outer - start, depth, width, to);
		} else if (outerStride == 1) {
			packSideBySide(from, depthBytes, depth, width == PANEL_COLUMNS, to);
		} else if (depthStride == 1) {
			for (let line = 0; line < width; line += 4) {
				packFourLines(from + <usize>line * outerBytes, outerBytes, depth, step, to + (line << 2));
			}
		} else {
			packPanel(from, outerBytes, depthBytes, width, depth, width, to);
		}
		from += <usize>width * outerBytes;
		to += <usize>depth * step;
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
	pack(from, columnStride, rowStride, columns, depth, PANEL_COLUMNS, to);
}
