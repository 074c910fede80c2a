import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { PRESENCE_FEATURES as F } from '#core/model/sprout/presence-features.ts';
import { readKernels } from '#pipeline/training/read-kernels.ts';
import { createHeadParameters, headLayout } from './head-parameters.ts';
import { createPresenceTrainer, type RankingTarget } from './presence-trainer.ts';

const TITLES = 11;
const WIDTH = 5;
/** Of f32 losses; smaller steps drown in rounding. */
const STEP = 1e-2;

function setUp() {
	const rng = createRng(3);
	const floats = (length: number, scale = 1) =>
		Float32Array.from({ length }, () => scale * (2 * rng.next() - 1));
	const head = createHeadParameters(F, WIDTH, rng);
	// Everything moves, not only the hidden weights.
	head.values.set(floats(head.values.length, 0.5));
	const standard = { mean: floats(F, 0.3), deviation: floats(F).map((value) => 1 + value / 2) };
	const features = floats(TITLES * F, 2);
	const all = Uint8Array.from({ length: TITLES }, (_, title) => (title === 4 ? 0 : 1));
	const fresh = Uint8Array.from({ length: TITLES }, (_, title) =>
		title % 2 === 0 && title !== 4 ? 1 : 0,
	);
	const rankings: RankingTarget[] = [
		{ candidates: all, targets: Uint16Array.of(0, 3, 7), weight: 0.5 },
		{ candidates: fresh, targets: Uint16Array.of(0), weight: 1 },
		{ candidates: fresh, targets: Uint16Array.of(), weight: Infinity },
	];
	return { head, standard, features, rankings };
}

describe('createPresenceTrainer', () => {
	it('has the gradient of its loss, by finite differences', async () => {
		const { head, standard, features, rankings } = setUp();
		const trainer = createPresenceTrainer(await readKernels(), TITLES, WIDTH);
		const lossOf = (gradient = new Float64Array(head.values.length)) => {
			trainer.features().set(features);
			return trainer.accumulate(head, standard, TITLES, rankings, gradient);
		};
		const gradient = new Float64Array(head.values.length);
		lossOf(gradient);
		// A unit that one side of the step silences has no derivative to compare with.
		const { hiddenBias, output } = headLayout(head);
		head.values.forEach((value, at) => {
			head.values[at] = value + STEP;
			const above = lossOf();
			head.values[at] = value - STEP;
			const below = lossOf();
			head.values[at] = value;
			const difference = (above - below) / (2 * STEP);
			const tolerance = at < output ? 0.03 : 0.01;
			expect(Math.abs((gradient[at] ?? 0) - difference)).toBeLessThan(
				tolerance * (1 + Math.abs(difference)),
			);
		});
		expect(hiddenBias).toBe(F * WIDTH);
	});

	it('gives the masked multinomial loss', async () => {
		const { head, standard, features, rankings } = setUp();
		head.values.fill(0);
		const trainer = createPresenceTrainer(await readKernels(), TITLES, WIDTH);
		trainer.features().set(features);
		const loss = trainer.accumulate(
			head,
			standard,
			TITLES,
			rankings,
			new Float64Array(head.values.length),
		);
		// All logits 0: every candidate is as likely; 10 of them among all, 5 among the fresh ones.
		expect(loss).toBeCloseTo(3 * 0.5 * Math.log(10) + Math.log(5), 4);
	});
});
