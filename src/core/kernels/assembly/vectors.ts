import { addWide, floats, madd, sumOfWide } from './lanes';

/** y += alpha · x. */
export function axpy(count: i32, alpha: f32, x: usize, y: usize): void {
	const scale = f32x4.splat(alpha);
	const pairsEnd = y + floats(count & ~7);
	const end = y + floats(count);
	for (; y < pairsEnd; x += 32, y += 32) {
		v128.store(y, madd(v128.load(y), scale, v128.load(x)));
		v128.store(y, madd(v128.load(y, 16), scale, v128.load(x, 16)), 16);
	}
	for (; y < end; x += 4, y += 4) store<f32>(y, load<f32>(y) + alpha * load<f32>(x));
}

/** x *= alpha. */
export function scale(count: i32, alpha: f32, x: usize): void {
	const factor = f32x4.splat(alpha);
	const wholeEnd = x + floats(count & ~3);
	const end = x + floats(count);
	for (; x < wholeEnd; x += 16) v128.store(x, f32x4.mul(factor, v128.load(x)));
	for (; x < end; x += 4) store<f32>(x, alpha * load<f32>(x));
}

/** y *= x, element by element. */
export function multiply(count: i32, x: usize, y: usize): void {
	const wholeEnd = y + floats(count & ~3);
	const end = y + floats(count);
	for (; y < wholeEnd; x += 16, y += 16) v128.store(y, f32x4.mul(v128.load(x), v128.load(y)));
	for (; y < end; x += 4, y += 4) store<f32>(y, load<f32>(x) * load<f32>(y));
}

/** x · y, summed in f64 (the products are rounded to f32). */
export function dot(count: i32, x: usize, y: usize): f64 {
	let sums = f64x2.splat(0);
	const wholeEnd = x + floats(count & ~3);
	const end = x + floats(count);
	for (; x < wholeEnd; x += 16, y += 16) {
		sums = addWide(sums, f32x4.mul(v128.load(x), v128.load(y)));
	}
	let rest: f64 = 0;
	for (; x < end; x += 4, y += 4) rest += <f64>(load<f32>(x) * load<f32>(y));
	return sumOfWide(sums) + rest;
}
