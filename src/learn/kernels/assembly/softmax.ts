import { addWide, floatAt, floats, madd, sumOfWide } from '../../../core/kernels/assembly/lanes';
import { scale } from '../../../core/kernels/assembly/vectors';

/**
 * Logits further below the greatest count as that far: e⁻⁶⁰ vanishes in any f32 sum, and what is made
 * of it stays clear of denormal numbers, which processors handle a hundred times slower.
 */
const FLOOR: f32 = -60;
/**
 * 1.5 · 2²³, which added to a small number leaves its nearest integer in the last bits; 1/ln 2; ln 2
 * in two parts, the first of few bits, so that the remainder is exact (Cody & Waite 1980); 1; and a
 * minimax polynomial of (eʳ − 1 − r)/r² for |r| ≤ ½ ln 2 from its highest power down (relative error
 * of eʳ 3·10⁻⁹ in exact arithmetic). In memory for the reason given in `tanh.ts`.
 */
const CONSTANTS = memory.data<f32>([
	12_582_912, 1.4426950408889634, -0.693359375, 2.1219444e-4, 1, 1.381446688e-3, 8.368780713e-3,
	0.0416683942356, 0.1666652010525, 0.4999999341233,
]);

function constant(index: usize): v128 {
	return v128.load32_splat(CONSTANTS + (index << 2));
}

/** eˣ of four values in [−87, 88] as 2ⁿ·eʳ. */
function exp4(x: v128): v128 {
	const shifted = madd(constant(0), x, constant(1));
	const n = f32x4.sub(shifted, constant(0));
	const r = madd(madd(x, n, constant(2)), n, constant(3));
	let sum = madd(constant(6), r, constant(5));
	sum = madd(constant(7), r, sum);
	sum = madd(constant(8), r, sum);
	sum = madd(constant(9), r, sum);
	sum = madd(constant(4), r, madd(constant(4), r, sum));
	// n moves into the exponent; the rest of the first constant is shifted out.
	return i32x4.add(sum, i32x4.shl(shifted, 23));
}

/** All bits of a lane set where the mask has a candidate. */
function candidates4(mask: usize): v128 {
	const bytes = v128.load32_zero(mask);
	const wide = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
	return i32x4.ne(wide, i32x4.splat(0));
}

function greatestCandidate(logits: usize, mask: usize, count: i32): f32 {
	const none = f32x4.splat(-Infinity);
	let greatest4 = none;
	const whole = count & ~3;
	for (let j = 0; j < whole; j += 4) {
		const values = v128.load(logits + floats(j));
		greatest4 = f32x4.pmax(greatest4, v128.bitselect(values, none, candidates4(mask + j)));
	}
	let greatest = max(
		max(f32x4.extract_lane(greatest4, 0), f32x4.extract_lane(greatest4, 1)),
		max(f32x4.extract_lane(greatest4, 2), f32x4.extract_lane(greatest4, 3)),
	);
	for (let j = whole; j < count; j++) {
		if (load<u8>(mask + j)) greatest = max(greatest, floatAt(logits, j));
	}
	return greatest;
}

/** to = e^(logits − greatest), 0 where masked out; returns the sum. */
function exponentials(logits: usize, mask: usize, count: i32, greatest: f32, to: usize): f64 {
	const shift = f32x4.splat(greatest);
	const floor = f32x4.splat(FLOOR);
	let sums = f64x2.splat(0);
	let rest: f64 = 0;
	// One loop for whole vectors and the rest, so that the exponential is inlined once.
	for (let j = 0; j < count;) {
		const isWhole = j + 4 <= count;
		const from = logits + floats(j);
		const values = isWhole ? v128.load(from) : v128.load32_zero(from);
		const shifted = f32x4.pmax(f32x4.sub(values, shift), floor);
		if (isWhole) {
			const powers = v128.and(exp4(shifted), candidates4(mask + j));
			v128.store(to + floats(j), powers);
			sums = addWide(sums, powers);
			j += 4;
		} else {
			const power: f32 = load<u8>(mask + j) ? f32x4.extract_lane(exp4(shifted), 0) : 0;
			store<f32>(to + floats(j), power);
			rest += power;
			j++;
		}
	}
	return sumOfWide(sums) + rest;
}

/**
 * Loss and gradient of a multinomial over the candidates (mask ≠ 0): −Σ_t w_t · log softmax(t), and
 * gradient_j = W · softmax(j) − w_j with W = Σ w_t; 0 where masked out. `gradient` may be `logits`.
 *
 * Every target must be a candidate: one that is masked out makes loss and gradient wrong.
 *
 * @param mask `count` bytes
 * @param targets `targetCount` positions (u16), each at most once
 * @param targetWeights `targetCount` floats
 * @returns the loss; 0 when there is no target
 */
export function softmaxGradient(
	logits: usize,
	mask: usize,
	count: i32,
	targets: usize,
	targetWeights: usize,
	targetCount: i32,
	gradient: usize,
): f64 {
	if (targetCount == 0) {
		memory.fill(gradient, 0, floats(count));
		return 0;
	}
	const greatest = greatestCandidate(logits, mask, count);
	let total: f64 = 0;
	let loss: f64 = 0;
	for (let t = 0; t < targetCount; t++) {
		const weight = <f64>floatAt(targetWeights, t);
		const logit = floatAt(logits, load<u16>(targets + ((<usize>t) << 1)));
		total += weight;
		loss -= weight * (<f64>logit - <f64>greatest);
	}
	const sum = exponentials(logits, mask, count, greatest, gradient);
	scale(count, <f32>(total / sum), gradient);
	for (let t = 0; t < targetCount; t++) {
		const to = gradient + floats(load<u16>(targets + ((<usize>t) << 1)));
		store<f32>(to, load<f32>(to) - floatAt(targetWeights, t));
	}
	return loss + total * Math.log(sum);
}
