import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { createHeadParameters } from './head-parameters.ts';
import { addRatingGradient, type RatingExample } from './rating-trainer.ts';

const STEP = 1e-3;

describe('addRatingGradient', () => {
	const rng = createRng(5);
	const floats = (length: number) => Float32Array.from({ length }, () => 2 * rng.next() - 1);
	const head = createHeadParameters(4, 3, rng);
	head.values.set(floats(head.values.length));
	const standard = { mean: floats(4), deviation: Float32Array.of(1, 2, 1, 0.5) };
	const example = (target: number): RatingExample => ({
		features: Float32Array.of(0.3, -1.2, 0.7, 0.1),
		target,
		points: 14,
		weight: 0.5,
	});

	it.each([-3, 0.1, 3])('has the gradient of its loss, by finite differences, at %d', (target) => {
		const lossOf = (gradient = new Float64Array(head.values.length)) =>
			addRatingGradient(head, standard, example(target), 3, gradient);
		const gradient = new Float64Array(head.values.length);
		lossOf(gradient);
		head.values.forEach((value, at) => {
			head.values[at] = value + STEP;
			const above = lossOf();
			head.values[at] = value - STEP;
			const below = lossOf();
			head.values[at] = value;
			expect(gradient[at]).toBeCloseTo((above - below) / (2 * STEP), 1);
		});
	});

	it('counts small errors squared and large ones by their size', () => {
		head.values.fill(0);
		const loss = (target: number) =>
			addRatingGradient(head, standard, example(target), 3, new Float64Array(head.values.length));
		// The head says 0, so the errors are 1.4 and 14 points.
		expect(loss(0.1)).toBeCloseTo((0.5 * 1.4 ** 2) / (2 * 3), 5);
		expect(loss(1)).toBeCloseTo(0.5 * (14 - 3 / 2), 5);
	});
});
