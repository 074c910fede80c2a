import { floats, madd } from './lanes';

/**
 * log x of four positive, normal values: x = m · 2ᵉ with √½ ≤ m < √2, and
 * log m = 2·artanh s = 2·(s + s³/3 + s⁵/5 + s⁷/7 + s⁹/9 + …), s = (m − 1)/(m + 1), |s| < 0.1716: what is left out is
 * below 10⁻⁹.
 */
function log4(x: v128): v128 {
	// Exponent of x/√½, so that m comes to lie around 1; √½ is 0x3F3504F3.
	const bits = i32x4.sub(x, i32x4.splat(0x3f3504f3));
	const exponent = i32x4.shr_s(bits, 23);
	const m = i32x4.sub(x, i32x4.shl(exponent, 23));
	const one = f32x4.splat(1);
	const s = f32x4.div(f32x4.sub(m, one), f32x4.add(m, one));
	const z = f32x4.mul(s, s);
	let series = madd(f32x4.splat(2.0 / 7), z, f32x4.splat(2.0 / 9));
	series = madd(f32x4.splat(2.0 / 5), z, series);
	series = madd(f32x4.splat(2.0 / 3), z, series);
	// log 2 in two parts: the first has few digits, so that its product with the exponent is exact.
	const e = f32x4.convert_i32x4_s(exponent);
	const small = madd(f32x4.mul(e, f32x4.splat(-2.1219444e-4)), f32x4.mul(s, z), series);
	return f32x4.add(f32x4.mul(e, f32x4.splat(0.693359375)), f32x4.add(small, f32x4.add(s, s)));
}

/** out[i] = log(max(0, x[i]) + floor), within 10⁻⁶; `count` a multiple of 4, `floor` above 10⁻³⁰. */
export function logAbove(x: usize, floor: f32, count: i32, out: usize): void {
	const shift = f32x4.splat(floor);
	const zero = f32x4.splat(0);
	for (const end = out + floats(count); out < end; x += 16, out += 16) {
		v128.store(out, log4(f32x4.add(f32x4.max(v128.load(x), zero), shift)));
	}
}
