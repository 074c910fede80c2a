import { beforeAll, describe, expect, test } from 'vitest';
import type { Kernels } from '#learn/kernels/kernels.ts';
import {
	COUNTS,
	worstError,
	put,
	putPositions,
	random,
	range,
	sum,
	value,
} from '#tests/support/kernel-memory.ts';

/** What the activations, losses and the optimiser must do, wherever they run. */
export function describeNetworkKernels(instantiate: () => Promise<Kernels>): void {
	describe('network kernels', () => {
		let instance: Kernels;
		beforeAll(async () => {
			instance = await instantiate();
		});
		const kernels = () => instance;
		testTanh(kernels);
		testSoftmax(kernels);
		testHuber(kernels);
		testAdam(kernels);
	});
}

function testTanh(kernels: () => Kernels): void {
	test('tanhForward is within 1e-6, odd and within ±1', () => {
		const count = 40_003;
		const inputs = range(count).map((i) => Math.fround(((i - 20_001) / 20_001) * 12));
		const x = put(kernels(), inputs);
		kernels().tanhForward(x, count);
		const found = [...kernels().arena.f32(x, count)];
		expect(worstError(kernels(), x, inputs.map(Math.tanh))).toBeLessThanOrEqual(1e-6);
		expect(Math.max(...found.map((y, i) => Math.abs(y + value(found, count - 1 - i))))).toBe(0);
		expect(Math.max(...found.map(Math.abs))).toBeLessThanOrEqual(1);
	});

	test('tanhForward saturates, keeps the sign of zero and lets NaN through', () => {
		const inputs = [3e38, -3e38, Infinity, -Infinity, 1e-30, 0, -0, Number.NaN];
		const x = put(kernels(), inputs);
		kernels().tanhForward(x, inputs.length);
		const [a, b, c, d, tiny, zero, negative, none] = kernels().arena.f32(x, inputs.length);
		expect([a, b, c, d].map((y) => Math.round((y ?? 0) * 1e6))).toEqual([1e6, -1e6, 1e6, -1e6]);
		expect((tiny ?? 0) / 1e-30).toBeCloseTo(1, 5);
		expect([zero, negative, none]).toEqual([0, -0, Number.NaN]);
	});

	test.each(COUNTS)('tanhBackward multiplies by the slope: %i', (count) => {
		const [y, gradient] = [random(count, 21), random(count, 22, 3)];
		const to = put(kernels(), gradient);
		kernels().tanhBackward(put(kernels(), y), to, count);
		const expected = gradient.map((g, i) => g * (1 - value(y, i) ** 2));
		expect(worstError(kernels(), to, expected)).toBeLessThanOrEqual(1e-6);
	});
}

function testSoftmax(kernels: () => Kernels): void {
	/** The worst error of loss and gradient, relative to their size; masked gradients must be 0. */
	function softmaxError(
		logits: readonly number[],
		mask: readonly number[],
		targets: readonly number[],
	): number {
		const { arena, softmaxGradient } = kernels();
		const count = logits.length;
		const weights = random(targets.length, 31).map(Math.abs);
		const maskAt = arena.allocate(count);
		arena.u8(maskAt, count).set(mask);
		const greatest = Math.max(...logits.filter((_, j) => mask[j] === 1));
		const powers = logits.map((x, j) => (mask[j] === 1 ? Math.exp(x - greatest) : 0));
		const all = sum(powers);
		const total = sum(weights);
		const loss = sum(
			targets.map((t, k) => -value(weights, k) * (value(logits, t) - greatest - Math.log(all))),
		);
		const expected = powers.map((x) => (total * x) / all);
		targets.forEach((t, k) => (expected[t] = value(expected, t) - value(weights, k)));
		const [at, by] = [putPositions(kernels(), targets), put(kernels(), weights)];
		const from = put(kernels(), logits);
		const aside = put(kernels(), random(count, 32));
		const errors = [aside, from].map((to) => {
			const found = softmaxGradient(from, maskAt, count, at, by, targets.length, to);
			const lossError = Math.abs(found - loss) / (1 + Math.abs(loss));
			return Math.max(lossError, worstError(kernels(), to, expected) / (1 + total));
		});
		const isMaskedLeftOut = [...arena.f32(from, count)].every((x, j) => mask[j] === 1 || x === 0);
		return isMaskedLeftOut ? Math.max(...errors) : Infinity;
	}

	test.each(COUNTS)('softmaxGradient over all of %i', (count) => {
		const targets = range(count).filter((j) => j % 3 === 0);
		expect(
			softmaxError(
				random(count, 33, 5),
				range(count).map(() => 1),
				targets,
			),
		).toBeLessThan(2e-6);
	});

	test.each([6, 17, 131, 5237])('softmaxGradient leaves out what is masked: %i', (count) => {
		const logits = random(count, 34, 8);
		const mask = range(count).map((j) => (j % 5 === 1 || j === count - 1 ? 0 : 1));
		// The greatest logit of all is masked out and must not matter.
		logits[1] = 80;
		expect(
			softmaxError(
				logits,
				mask,
				[0, 2, 3, 5].filter((j) => mask[j] === 1),
			),
		).toBeLessThan(2e-6);
	});

	test('softmaxGradient survives logits of any size', () => {
		expect(
			softmaxError([1e4, -1e4, 9_999, 0, -3e38, 1e4, 12], [1, 1, 1, 1, 1, 1, 1], [0, 2]),
		).toBeLessThan(2e-6);
		expect(softmaxError([-500, -700, -501], [1, 1, 1], [1])).toBeLessThan(2e-6);
	});

	test('softmaxGradient without a target has neither loss nor gradient', () => {
		expect(softmaxError(random(7, 35), [1, 1, 0, 1, 1, 1, 1], [])).toBeLessThan(2e-6);
	});
}

function testHuber(kernels: () => Kernels): void {
	test.each(COUNTS)('huberGradient is square near zero and straight beyond: %i', (count) => {
		const delta = 0.75;
		const [predicted, targets] = [random(count, 41, 2), random(count, 42, 2)];
		const weights = random(count, 43).map(Math.abs);
		const errors = predicted.map((x, i) => x - value(targets, i));
		const loss = sum(
			errors.map((error, i) => {
				const r = Math.abs(error);
				return value(weights, i) * (r <= delta ? r ** 2 / 2 : delta * (r - delta / 2));
			}),
		);
		const expected = errors.map(
			(error, i) => value(weights, i) * Math.min(delta, Math.max(-delta, error)),
		);
		const [from, by] = [put(kernels(), predicted), put(kernels(), weights)];
		const goal = put(kernels(), targets);
		for (const to of [put(kernels(), predicted), from]) {
			const found = kernels().huberGradient(from, goal, by, count, delta, to);
			expect(Math.abs(found - loss)).toBeLessThanOrEqual(1e-6 * (1 + loss));
			expect(worstError(kernels(), to, expected)).toBeLessThanOrEqual(1e-6);
		}
	});
}

function testAdam(kernels: () => Kernels): void {
	test.each(COUNTS)('adam follows its formulas for three steps: %i', (count) => {
		const { adam, arena } = kernels();
		const [rate, beta1, beta2, epsilon, decay] = [0.01, 0.9, 0.99, 1e-8, 0.1];
		const zeros = range(count).map(() => 0);
		const p = random(count, 51);
		const [m, v] = [[...zeros], [...zeros]];
		const [parameters, gradients, first, second] = [p, zeros, zeros, zeros].map((x) =>
			put(kernels(), x),
		) as [number, number, number, number];
		for (const step of [1, 2, 3]) {
			// Gradients of very different sizes, and none at all, move parameters alike.
			const g = random(count, 60 + step).map((x, i) => Math.fround(x * 10 ** -(i % 4)));
			if (step === 2) g[0] = 0;
			const corrections = [1 - beta1 ** step, 1 - beta2 ** step] as const;
			g.forEach((slope, i) => {
				m[i] = beta1 * value(m, i) + (1 - beta1) * slope;
				v[i] = beta2 * value(v, i) + (1 - beta2) * slope ** 2;
				const change =
					value(m, i) / corrections[0] / (Math.sqrt(value(v, i) / corrections[1]) + epsilon);
				p[i] = value(p, i) - rate * (change + decay * value(p, i));
			});
			arena.f32(gradients, count).set(g);
			adam(
				parameters,
				gradients,
				first,
				second,
				count,
				rate,
				beta1,
				beta2,
				epsilon,
				...corrections,
				decay,
			);
			expect(worstError(kernels(), gradients, zeros)).toBe(0);
		}
		expect(worstError(kernels(), parameters, p)).toBeLessThanOrEqual(1e-6);
		expect(worstError(kernels(), first, m)).toBeLessThanOrEqual(1e-6);
		expect(worstError(kernels(), second, v)).toBeLessThanOrEqual(1e-6);
	});

	test('adam lets moments end in zero, never in denormal numbers', () => {
		const [p, g, m, v] = [1, 1e-20, 1.05e-15, 1.0005e-30].map((x) => put(kernels(), [x])) as [
			number,
			number,
			number,
			number,
		];
		kernels().adam(p, g, m, v, 1, 0.01, 0.9, 0.99, 1e-8, 1, 1, 0);
		expect(worstError(kernels(), m, [0])).toBe(0);
		expect(worstError(kernels(), v, [0])).toBe(0);
		expect(worstError(kernels(), p, [1])).toBe(0);
	});
}
