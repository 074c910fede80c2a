import { describe, expect, it } from 'vitest';
import { smallNetworkParts } from '#tests/support/small-network.ts';
import { PRESENCE_FEATURES } from './presence-features.ts';
import { RATING_FEATURES } from './rating-features.ts';
import { createSproutModel } from './sprout-model.ts';

const PARTS = smallNetworkParts(4, {
	n: 30,
	m: 20,
	facts: 6,
	hidden: 4,
	presenceFeatures: PRESENCE_FEATURES,
	ratingFeatures: RATING_FEATURES,
});

describe('similar titles', () => {
	const model = createSproutModel(PARTS);

	it('are others, best first, each part within 0 and 1', () => {
		for (const title of [0, 19, 25]) {
			const found = model.similar(title, 8);
			expect(found.map((other) => other.title)).not.toContain(title);
			expect(found).toHaveLength(8);
			const scores = found.map(({ score }) => score);
			expect(scores).toEqual([...scores].sort((a, b) => b - a));
			for (const { audience, taste, facts } of found) {
				for (const part of [audience, taste, facts]) {
					expect(part).toBeGreaterThanOrEqual(0);
					expect(part).toBeLessThanOrEqual(1 + 1e-6);
				}
			}
		}
	});

	it('of a learned title are those that the same people watch, by the sign of the correlation', () => {
		for (const { title, audience } of model.similar(3, 29)) {
			const correlation = title < 20 ? PARTS.presence.matrix.at(3, title) : 0;
			expect(audience > 0).toBe(correlation > 0);
		}
	});

	it('know links both ways', () => {
		const { offsets, columns } = PARTS.links;
		const pair = Array.from(columns.keys(), (at) => {
			const from = offsets.findIndex((offset, row) => offset <= at && at < (offsets[row + 1] ?? 0));
			return [from, columns[at] ?? 0] as const;
		})[0];
		if (!pair) throw new RangeError('The network has links.');
		const [from, to] = pair;
		const isLinked = (title: number, other: number) =>
			model.similar(title, 29).find((found) => found.title === other)?.linked;
		expect(isLinked(from, to)).toBe(true);
		expect(isLinked(to, from)).toBe(true);
	});
});
