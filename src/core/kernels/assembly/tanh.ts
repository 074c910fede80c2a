import { clampMagnitude, floats, madd } from './lanes';

/**
 * tanh x ≈ x·P(x²)/Q(x²) on [−9, 9], beyond which f32 knows only ±1: a minimax fit of the absolute
 * error (2·10⁻⁸ in exact arithmetic, 4·10⁻⁷ in f32). P and Q from their highest power down, and 9.
 *
 * In memory, for engines build a vector constant from general registers each time around a loop,
 * which costs twice what a load does.
 */
const CONSTANTS = memory.data<f32>([
	1.3184243637e-8, 2.0471847e-5, 3.486582974e-3, 0.1337319863, 0.9999999064, 7.702672257796e-7,
	3.27138710157e-4, 0.025841983376, 0.46706495493, 1, 9,
]);

function constant(index: usize): v128 {
	return v128.load32_splat(CONSTANTS + (index << 2));
}

/** tanh of four values, odd to the bit and never beyond ±1. */
function tanh4(values: v128): v128 {
	const x = clampMagnitude(values, constant(10));
	const z = f32x4.mul(x, x);
	let above = madd(constant(1), z, constant(0));
	above = madd(constant(2), z, above);
	above = madd(constant(3), z, above);
	above = madd(constant(4), z, above);
	let below = madd(constant(6), z, constant(5));
	below = madd(constant(7), z, below);
	below = madd(constant(8), z, below);
	below = madd(constant(9), z, below);
	return clampMagnitude(f32x4.div(f32x4.mul(x, above), below), constant(9));
}

/** x = tanh(x), within 10⁻⁶. */
export function tanhForward(x: usize, count: i32): void {
	const wholeEnd = x + floats(count & ~3);
	const end = x + floats(count);
	for (; x < wholeEnd; x += 16) v128.store(x, tanh4(v128.load(x)));
	for (; x < end; x += 4) v128.store32_lane(x, tanh4(v128.load32_zero(x)), 0);
}

/** gradient *= 1 − y², for y = tanh(x): the gradient for y becomes that for x. */
export function tanhBackward(y: usize, gradient: usize, count: i32): void {
	const one = f32x4.splat(1);
	const wholeEnd = y + floats(count & ~3);
	const end = y + floats(count);
	for (; y < wholeEnd; y += 16, gradient += 16) {
		const value = v128.load(y);
		const slope = f32x4.sub(one, f32x4.mul(value, value));
		v128.store(gradient, f32x4.mul(v128.load(gradient), slope));
	}
	for (; y < end; y += 4, gradient += 4) {
		const value = load<f32>(y);
		store<f32>(gradient, load<f32>(gradient) * (1 - value * value));
	}
}
