/** Columns that are handled at once. */
const STEP: i32 = 8;

function madd64(sum: v128, a: v128, b: v128): v128 {
	return f64x2.add(sum, f64x2.mul(a, b));
}

/** Two of four whole numbers as f64: the first two, or the last two. */
function firstTwo(values: v128): v128 {
	return f64x2.convert_low_i32x4_s(values);
}

function lastTwo(values: v128): v128 {
	return f64x2.convert_low_i32x4_s(v128.shuffle<i32>(values, values, 2, 3, 2, 3));
}

/** Eight columns of two rows of codes. */
function addTwo(w0: v128, w1: v128, r0: usize, r1: usize, width: i32, out: usize): void {
	for (let j = 0; j < width; j += STEP, r0 += 8, r1 += 8, out += 64) {
		const c0 = v128.load_ext<i8>(r0);
		const c1 = v128.load_ext<i8>(r1);
		const left0 = i32x4.extend_low_i16x8_s(c0);
		const left1 = i32x4.extend_low_i16x8_s(c1);
		const right0 = i32x4.extend_high_i16x8_s(c0);
		const right1 = i32x4.extend_high_i16x8_s(c1);
		const a = madd64(madd64(v128.load(out), w0, firstTwo(left0)), w1, firstTwo(left1));
		const b = madd64(madd64(v128.load(out, 16), w0, lastTwo(left0)), w1, lastTwo(left1));
		const c = madd64(madd64(v128.load(out, 32), w0, firstTwo(right0)), w1, firstTwo(right1));
		const d = madd64(madd64(v128.load(out, 48), w0, lastTwo(right0)), w1, lastTwo(right1));
		v128.store(out, a);
		v128.store(out, b, 16);
		v128.store(out, c, 32);
		v128.store(out, d, 48);
	}
}

/**
 * out[0..width) += Σ_k weights[k] · codes[items[k]][0..width), for rows of codes from −128 to 127. Two rows at a
 * time: `out` is read and written half as often.
 *
 * In f64, unlike all other kernels: a part of a sum is taken out of it again to see what it did, and what is left
 * over goes into a square root, which would make much of the rounding of f32.
 *
 * @param width a multiple of 8, the length of a row in bytes
 * @param items `count` positions (u16), in any order
 * @param weights f64
 * @param out f64
 */
export function addCodedRows(
	codes: usize,
	width: i32,
	items: usize,
	weights: usize,
	count: i32,
	out: usize,
): void {
	for (let k = 0; k < count; k += 2) {
		// Beyond the last: the last again, without weight.
		const next = k + 1 < count;
		const first = rowAt(codes, width, items, k);
		addTwo(
			v128.load64_splat(weights + ((<usize>k) << 3)),
			next ? v128.load64_splat(weights + ((<usize>(k + 1)) << 3)) : f64x2.splat(0),
			first,
			next ? rowAt(codes, width, items, k + 1) : first,
			width,
			out,
		);
	}
}

function rowAt(codes: usize, width: i32, items: usize, k: i32): usize {
	return codes + <usize>load<u16>(items + ((<usize>k) << 1)) * width;
}
