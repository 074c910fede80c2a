import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
import { smallNetworkParts } from '#tests/support/small-network.ts';
import { PRESENCE_FEATURES } from './presence-features.ts';
import { RATING_FEATURES } from './rating-features.ts';
import { createSproutModel } from './sprout-model.ts';

const SIZES = {
	n: 40,
	m: 30,
	facts: 8,
	hidden: 6,
	presenceFeatures: PRESENCE_FEATURES,
	ratingFeatures: RATING_FEATURES,
};

/** A list over learned and other titles, with and without scores, of every watched status. */
function randomList(seed: number, items: Int32Array, length: number): ListEntry[] {
	const rng = createRng(seed);
	return Array.from(items)
		.sort(() => rng.next() - 0.5)
		.slice(0, length)
		.map((malId) => ({
			malId,
			score: rng.next() < 0.3 ? null : 1 + rng.below(100),
			status: LIST_STATUSES[rng.below(4)] ?? 'completed',
		}));
}

describe('leave-one-out', () => {
	it('equals scoring the list without each entry, for learned and other titles', () => {
		fc.assert(
			fc.property(fc.nat(1000), fc.integer({ min: 1, max: 25 }), (seed, length) => {
				const model = createSproutModel(smallNetworkParts(seed, SIZES));
				const list = randomList(seed, model.items, length);
				const input = model.readInput(list);
				const titles = Int32Array.from({ length: SIZES.n }, (_, title) => title);
				const left = model.leaveOneOut(input, titles);
				const [full, without, ratings] = [0, 0, 0].map(() => new Float32Array(SIZES.n));
				if (!full || !without || !ratings) throw new RangeError('Three vectors were made.');
				model.score(input, full);
				input.items.forEach((own, k) => {
					const rest = list.filter(({ malId }) => malId !== model.items[own]);
					model.infer(model.readInput(rest), without, ratings);
					titles.forEach((title) => {
						const difference = (full[title] ?? 0) - (without[title] ?? 0);
						const contribution = left.contributions[title * input.items.length + k] ?? NaN;
						expect(Math.abs(contribution - difference)).toBeLessThan(1e-5);
					});
					expect(Math.abs((left.ownScores[k] ?? NaN) - (without[own] ?? 0))).toBeLessThan(1e-5);
					expect(Math.abs((left.ownRatings[k] ?? NaN) - (ratings[own] ?? 0))).toBeLessThan(1e-3);
				});
			}),
			{ numRuns: 60 },
		);
	});

	it('knows the same of the first titles alone', () => {
		const model = createSproutModel(smallNetworkParts(2, SIZES));
		const input = model.readInput(randomList(2, model.items, 10));
		for (const count of [1, 7, 30, 33]) {
			const [all, some, ratings, few] = [0, 0, 0, 0].map(() => new Float32Array(SIZES.n));
			if (!all || !some || !ratings || !few) throw new RangeError('Four vectors were made.');
			model.infer(input, all, ratings);
			model.infer(input, some, few, count);
			expect([...some.subarray(0, count)]).toEqual([...all.subarray(0, count)]);
			expect([...few.subarray(0, count)]).toEqual([...ratings.subarray(0, count)]);
		}
	});

	it('answers for an empty list', () => {
		const model = createSproutModel(smallNetworkParts(1, SIZES));
		const left = model.leaveOneOut(model.readInput([]), Int32Array.of(0, 1));
		expect(left.contributions).toHaveLength(0);
	});
});
