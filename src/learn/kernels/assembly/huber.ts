import { addWide, clampMagnitude, floats, sumOfWide } from '../../../core/kernels/assembly/lanes';

/**
 * Loss and gradient of Σ w · h(predicted − target) with Huber's h: ½r² up to |r| = delta, straight
 * beyond (Huber 1964). With c = r clamped to ±delta, h is c · (r − ½c) and its slope is c.
 *
 * `gradient` may be `predicted`.
 *
 * @returns the loss, summed in f64
 */
export function huberGradient(
	predicted: usize,
	targets: usize,
	weights: usize,
	count: i32,
	delta: f32,
	gradient: usize,
): f64 {
	const bound = f32x4.splat(delta);
	const half = f32x4.splat(0.5);
	let sums = f64x2.splat(0);
	let at: usize = 0;
	for (const whole = floats(count & ~3); at < whole; at += 16) {
		const error = f32x4.sub(v128.load(predicted + at), v128.load(targets + at));
		const clamped = clampMagnitude(error, bound);
		const slope = f32x4.mul(v128.load(weights + at), clamped);
		sums = addWide(sums, f32x4.mul(slope, f32x4.sub(error, f32x4.mul(half, clamped))));
		v128.store(gradient + at, slope);
	}
	for (const all = floats(count); at < all; at += 4) {
		// A single element in lane 0; the other lanes are zeros and add nothing.
		const error = f32x4.sub(v128.load32_zero(predicted + at), v128.load32_zero(targets + at));
		const clamped = clampMagnitude(error, bound);
		const slope = f32x4.mul(v128.load32_zero(weights + at), clamped);
		sums = addWide(sums, f32x4.mul(slope, f32x4.sub(error, f32x4.mul(half, clamped))));
		v128.store32_lane(gradient + at, slope, 0);
	}
	return sumOfWide(sums);
}
