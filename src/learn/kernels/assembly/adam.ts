import { floats, madd } from '../../../core/kernels/assembly/lanes';

/**
 * Gradients, first moments and roots of second moments below this become zero: far below a sensible
 * epsilon, and on the way to denormal numbers, which processors handle a hundred times slower.
 */
const TINY: f32 = 1e-15;

/** NaN stays NaN, so that a training that diverges shows it. */
function flush(values: v128, threshold: v128): v128 {
	return v128.andnot(values, f32x4.lt(f32x4.abs(values), threshold));
}

/**
 * One step of Adam with decoupled weight decay (Kingma & Ba 2015, Loshchilov & Hutter 2019):
 * p −= rate · (m̂ / (√v̂ + epsilon) + decay · p). The gradients are zero afterwards.
 *
 * @param first `count` first moments m, zero before the first step
 * @param second `count` second moments v, likewise
 * @param correction1 1 − beta1ᵗ for step t = 1, 2, …; m̂ = m / correction1
 * @param correction2 1 − beta2ᵗ; v̂ = v / correction2
 */
export function adam(
	parameters: usize,
	gradients: usize,
	first: usize,
	second: usize,
	count: i32,
	learningRate: f64,
	beta1: f64,
	beta2: f64,
	epsilon: f64,
	correction1: f64,
	correction2: f64,
	decay: f64,
): void {
	const keepFirst = f32x4.splat(<f32>beta1);
	const takeFirst = f32x4.splat(<f32>(1 - beta1));
	const keepSecond = f32x4.splat(<f32>beta2);
	const takeSecond = f32x4.splat(<f32>(1 - beta2));
	const keep = f32x4.splat(<f32>(1 - learningRate * decay));
	const rate = f32x4.splat(<f32>(-learningRate / correction1));
	const spread = f32x4.splat(<f32>(1 / Math.sqrt(correction2)));
	const offset = f32x4.splat(<f32>epsilon);
	const tiny = f32x4.splat(TINY);
	const tinySquare = f32x4.splat(TINY * TINY);
	const zero = f32x4.splat(0);
	const whole = floats(count & ~3);
	const all = floats(count);
	// One loop for whole vectors and the rest: single elements come in lane 0.
	for (let at: usize = 0; at < all;) {
		const isWhole = at < whole;
		const p = parameters + at;
		const g = gradients + at;
		const m = first + at;
		const v = second + at;
		const slope = flush(isWhole ? v128.load(g) : v128.load32_zero(g), tiny);
		const oldFirst = isWhole ? v128.load(m) : v128.load32_zero(m);
		const oldSecond = isWhole ? v128.load(v) : v128.load32_zero(v);
		const old = isWhole ? v128.load(p) : v128.load32_zero(p);
		const mean = flush(madd(f32x4.mul(keepFirst, oldFirst), takeFirst, slope), tiny);
		const square = f32x4.mul(slope, slope);
		const power = flush(madd(f32x4.mul(keepSecond, oldSecond), takeSecond, square), tinySquare);
		const root = madd(offset, spread, f32x4.sqrt(power));
		const value = madd(f32x4.mul(keep, old), rate, f32x4.div(mean, root));
		if (isWhole) {
			v128.store(g, zero);
			v128.store(m, mean);
			v128.store(v, power);
			v128.store(p, value);
			at += 16;
		} else {
			store<f32>(g, 0);
			v128.store32_lane(m, mean, 0);
			v128.store32_lane(v, power, 0);
			v128.store32_lane(p, value, 0);
			at += 4;
		}
	}
}
