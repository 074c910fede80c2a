import { clampMagnitude, floats, madd, sumOfLanes } from './lanes';

/** Features of a head that are multiplied together: as many as fit into registers beside the sums. */
const FEATURES: usize = 8;

/**
 * Four values of feature f less its mean, held within its reach. Means are taken off before anything is multiplied:
 * features can be far from 0, and differences of large products would lose digits.
 */
function held(features: usize, stride: usize, mean: usize, reach: usize, f: usize): v128 {
	const values = v128.load(features + f * stride);
	const centred = f32x4.sub(values, v128.load32_splat(mean + (f << 2)));
	return clampMagnitude(centred, v128.load32_splat(reach + (f << 2)));
}

/**
 * out[j] = skip_j + Σ_u output[u] · relu(unit_uj) over `count` titles, four at a time, with
 * unit_uj = base[u] + titleParts[u][j] + Σ_f weights[u][f] · feature_fj; the skip is the last unit.
 *
 * @param features 8 rows of `ld` floats, each held within `reach[f]` about `mean[f]`
 * @param weights width + 1 rows of 8
 * @param base width + 1
 * @param titleParts width + 1 rows of `ld` floats
 * @param count a multiple of 4
 */
export function headOutputs(
	features: usize,
	mean: usize,
	reach: usize,
	weights: usize,
	base: usize,
	titleParts: usize,
	output: usize,
	width: i32,
	ld: i32,
	count: i32,
	out: usize,
): void {
	const stride = floats(ld);
	const zero = f32x4.splat(0);
	for (const end = out + floats(count); out < end; out += 16, features += 16, titleParts += 16) {
		const x0 = held(features, stride, mean, reach, 0);
		const x1 = held(features, stride, mean, reach, 1);
		const x2 = held(features, stride, mean, reach, 2);
		const x3 = held(features, stride, mean, reach, 3);
		const x4 = held(features, stride, mean, reach, 4);
		const x5 = held(features, stride, mean, reach, 5);
		const x6 = held(features, stride, mean, reach, 6);
		const x7 = held(features, stride, mean, reach, 7);
		let sum = zero;
		let part = titleParts;
		let w = weights;
		for (let unit = 0; unit <= width; unit++, part += stride, w += FEATURES << 2) {
			const at = (<usize>unit) << 2;
			let left = madd(v128.load(part), v128.load32_splat(w), x0);
			let right = madd(v128.load32_splat(base + at), v128.load32_splat(w, 4), x1);
			left = madd(left, v128.load32_splat(w, 8), x2);
			right = madd(right, v128.load32_splat(w, 12), x3);
			left = madd(left, v128.load32_splat(w, 16), x4);
			right = madd(right, v128.load32_splat(w, 20), x5);
			left = madd(left, v128.load32_splat(w, 24), x6);
			right = madd(right, v128.load32_splat(w, 28), x7);
			const value = f32x4.add(left, right);
			sum =
				unit == width
					? f32x4.add(sum, value)
					: madd(sum, v128.load32_splat(output + at), f32x4.max(value, zero));
		}
		v128.store(out, sum);
	}
}

/**
 * The same for `count` titles one by one, from all their features: out[k] = Σ_u output[u] · max(floor[u], unit_u) with
 * unit_u = base[u] + titleParts[titles[k]][u] + Σ_f weights[f][u] · feature_kf. The floor is 0 for hidden units and
 * −∞ for the skip, whose output weight is 1.
 *
 * @param features `count` rows of `joint` floats
 * @param weights `joint` rows of `units`
 * @param units a multiple of 4, those that only fill it up with an output weight of 0
 * @param titles `count` positions (u32)
 * @param titleParts a row of `units` for each title
 */
export function headOutputsOf(
	features: usize,
	joint: i32,
	mean: usize,
	reach: usize,
	weights: usize,
	units: i32,
	base: usize,
	titleParts: usize,
	titles: usize,
	floor: usize,
	output: usize,
	count: i32,
	out: usize,
): void {
	const rowBytes = floats(units);
	const jointBytes = floats(joint);
	const end = features + <usize>count * jointBytes;
	for (; features < end; features += jointBytes, titles += 4, out += 4) {
		// Held features take the place of the raw ones.
		for (let f: usize = 0; f < jointBytes; f += 4) {
			const limit = load<f32>(reach + f);
			const centred = load<f32>(features + f) - load<f32>(mean + f);
			store<f32>(features + f, max(-limit, min(limit, centred)));
		}
		const part = titleParts + <usize>load<u32>(titles) * rowBytes;
		let sum = f32x4.splat(0);
		for (let unit: usize = 0; unit < rowBytes; unit += 16) {
			let left = f32x4.add(v128.load(base + unit), v128.load(part + unit));
			let right = f32x4.splat(0);
			let w = weights + unit;
			let f: usize = 0;
			for (; f + 8 <= jointBytes; f += 8, w += 2 * rowBytes) {
				left = madd(left, v128.load(w), v128.load32_splat(features + f));
				right = madd(right, v128.load(w + rowBytes), v128.load32_splat(features + f, 4));
			}
			if (f < jointBytes) left = madd(left, v128.load(w), v128.load32_splat(features + f));
			const value = f32x4.max(f32x4.add(left, right), v128.load(floor + unit));
			sum = madd(sum, v128.load(output + unit), value);
		}
		store<f32>(out, sumOfLanes(sum));
	}
}
