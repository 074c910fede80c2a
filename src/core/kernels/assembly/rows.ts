import { floatAt, floats, madd, rowAt } from './lanes';
import { axpy } from './vectors';

/** out[0..width) += w0·r0 + w1·r1 + w2·r2 + w3·r3: out is read and written once for four rows. */
export function addFour(
	width: i32,
	w0: f32,
	w1: f32,
	w2: f32,
	w3: f32,
	r0: usize,
	r1: usize,
	r2: usize,
	r3: usize,
	out: usize,
): void {
	const s0 = f32x4.splat(w0);
	const s1 = f32x4.splat(w1);
	const s2 = f32x4.splat(w2);
	const s3 = f32x4.splat(w3);
	const whole = floats(width & ~3);
	const all = floats(width);
	let at: usize = 0;
	for (; at < whole; at += 16) {
		const left = madd(f32x4.mul(s0, v128.load(r0 + at)), s1, v128.load(r1 + at));
		const right = madd(f32x4.mul(s2, v128.load(r2 + at)), s3, v128.load(r3 + at));
		v128.store(out + at, f32x4.add(v128.load(out + at), f32x4.add(left, right)));
	}
	for (; at < all; at += 4) {
		const left = w0 * load<f32>(r0 + at) + w1 * load<f32>(r1 + at);
		const right = w2 * load<f32>(r2 + at) + w3 * load<f32>(r3 + at);
		store<f32>(out + at, load<f32>(out + at) + (left + right));
	}
}

/**
 * out[0..width) += Σ_k weights[k] · table[items[k]][0..width): a sparse row times a dense table, the
 * first layer of a network over profiles.
 *
 * @param items `count` positions (u16), in any order
 */
export function gatherRows(
	table: usize,
	ld: i32,
	width: i32,
	items: usize,
	weights: usize,
	count: i32,
	out: usize,
): void {
	let k = 0;
	for (const fours = count & ~3; k < fours; k += 4) {
		addFour(
			width,
			floatAt(weights, k),
			floatAt(weights, k + 1),
			floatAt(weights, k + 2),
			floatAt(weights, k + 3),
			rowAt(table, ld, items, k),
			rowAt(table, ld, items, k + 1),
			rowAt(table, ld, items, k + 2),
			rowAt(table, ld, items, k + 3),
			out,
		);
	}
	for (; k < count; k++) axpy(width, floatAt(weights, k), rowAt(table, ld, items, k), out);
}

/**
 * table[items[k]][0..width) += weights[k] · source[0..width): the gradient of {@link gatherRows} for
 * its table. An item may occur more than once.
 */
export function scatterRows(
	table: usize,
	ld: i32,
	width: i32,
	items: usize,
	weights: usize,
	count: i32,
	source: usize,
): void {
	for (let k = 0; k < count; k++) {
		axpy(width, floatAt(weights, k), source, rowAt(table, ld, items, k));
	}
}
