import { floatAt, floats } from './lanes';

/** Units of the high and the low part of a vector: see `codedDots`. */
const HIGH_UNIT: f32 = 1.0 / 16384;
const LOW_UNIT: f32 = 1.0 / 16384 / 16384;

function sumOfInts(values: v128): i32 {
	const pairs = i32x4.add(values, v128.shuffle<i32>(values, values, 2, 3, 0, 1));
	return i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1);
}

function add(out: usize, row: i32, scales: usize, high: v128, low: v128): void {
	const to = out + floats(row);
	const sum = <f32>sumOfInts(high) * HIGH_UNIT + <f32>sumOfInts(low) * LOW_UNIT;
	store<f32>(to, load<f32>(to) + floatAt(scales, row) * sum);
}

/**
 * out[r] += scales[r] · (codes[r] · vector), for `count` rows of `width` bytes and a vector of values within ±1 in two
 * parts of i16: v = high/2¹⁴ + low/2²⁸. All products and sums are whole numbers, and exact: of 127 · 2¹⁴ more than
 * 1,000 fit into 31 bits.
 *
 * Two rows at a time: the vector is read once for them.
 *
 * @param width a multiple of 8, at most 1,024
 */
export function codedDots(
	codes: usize,
	scales: usize,
	width: i32,
	count: i32,
	high: usize,
	low: usize,
	out: usize,
): void {
	for (let row = 0; row < count; row += 2, codes += 2 * width) {
		// Beyond the last: the last again.
		const step: usize = row + 1 < count ? width : 0;
		let a = i32x4.splat(0);
		let b = a;
		let c = a;
		let d = a;
		for (let k: usize = 0; k < <usize>width; k += 8) {
			const h = v128.load(high + 2 * k);
			const l = v128.load(low + 2 * k);
			const first = v128.load_ext<i8>(codes + k);
			const second = v128.load_ext<i8>(codes + step + k);
			a = i32x4.add(a, i32x4.dot_i16x8_s(first, h));
			b = i32x4.add(b, i32x4.dot_i16x8_s(first, l));
			c = i32x4.add(c, i32x4.dot_i16x8_s(second, h));
			d = i32x4.add(d, i32x4.dot_i16x8_s(second, l));
		}
		add(out, row, scales, a, b);
		if (step) add(out, row + 1, scales, c, d);
	}
}
