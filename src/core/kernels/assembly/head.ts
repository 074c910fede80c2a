import { clampMagnitude, floats, madd } from './lanes';

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
 * parts[u][j] += Σ_f weights[u][f] · feature_fj over `count` titles: a block of features more than
 * {@link headOutputs} has registers for, which takes these parts as those of the titles.
 *
 * @param features 8 rows of `ld` floats, each held within `reach[f]` about `mean[f]`
 * @param weights units rows of 8
 * @param parts units rows of `ld` floats
 * @param count a multiple of 4
 */
export function addHeadParts(
	features: usize,
	mean: usize,
	reach: usize,
	weights: usize,
	units: i32,
	ld: i32,
	count: i32,
	parts: usize,
): void {
	const stride = floats(ld);
	for (const end = parts + floats(count); parts < end; features += 16, parts += 16) {
		const x0 = held(features, stride, mean, reach, 0);
		const x1 = held(features, stride, mean, reach, 1);
		const x2 = held(features, stride, mean, reach, 2);
		const x3 = held(features, stride, mean, reach, 3);
		const x4 = held(features, stride, mean, reach, 4);
		const x5 = held(features, stride, mean, reach, 5);
		const x6 = held(features, stride, mean, reach, 6);
		const x7 = held(features, stride, mean, reach, 7);
		let part = parts;
		let w = weights;
		for (let unit = 0; unit < units; unit++, part += stride, w += FEATURES << 2) {
			let left = madd(v128.load(part), v128.load32_splat(w), x0);
			let right = f32x4.mul(v128.load32_splat(w, 4), x1);
			left = madd(left, v128.load32_splat(w, 8), x2);
			right = madd(right, v128.load32_splat(w, 12), x3);
			left = madd(left, v128.load32_splat(w, 16), x4);
			right = madd(right, v128.load32_splat(w, 20), x5);
			left = madd(left, v128.load32_splat(w, 24), x6);
			right = madd(right, v128.load32_splat(w, 28), x7);
			v128.store(part, f32x4.add(left, right));
		}
	}
}
