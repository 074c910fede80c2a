import { describe, expect, it } from 'vitest';
import { smallTwoHead } from '#tests/support/small-two-head.ts';
import { lossAndGradients } from './loss-and-gradients.ts';

describe('lossAndGradients', () => {
	it('weighs the rating loss beside that of presence', async () => {
		const { network, batch } = await smallTwoHead();
		const { presence, rating, total } = lossAndGradients(network, batch);
		expect(rating).toBeGreaterThan(0);
		expect(total).toBe(presence + network.ratingWeight * rating);
	});

	it('agrees with finite differences in every parameter', async () => {
		const { network, batch, all, slopes } = await smallTwoHead();
		lossAndGradients(network, batch);
		const gradients = slopes.slice();
		const step = 2 ** -9;
		const totalAt = (at: number, value: number) => {
			const before = all[at] ?? 0;
			all[at] = value;
			const { total } = lossAndGradients(network, batch);
			all[at] = before;
			return total;
		};
		let sloping = 0;
		all.forEach((value, at) => {
			const slope = (totalAt(at, value + step) - totalAt(at, value - step)) / (2 * step);
			expect(Math.abs(slope - (gradients[at] ?? 0)), `parameter ${at}`).toBeLessThan(2e-3);
			if (Math.abs(slope) > 0.01) sloping++;
		});
		// Differences tell only where there is a slope.
		const { layout } = network;
		const dense = [...layout.trunk, ...layout.presence, ...layout.rating];
		const count = dense.reduce(
			(sum, { inputs, outputs }) => sum + (inputs + 1) * outputs,
			6 + 2 * 7 * 6,
		);
		expect(sloping).toBeGreaterThan(count / 2);
	});
});
