import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { leftOutEntries } from './left-out-entries.ts';

/** Title 1 speaks for 3 and against 4; title 2 a little for both; a low score turns it round. */
const WEIGHTS: Record<string, number> = { '1 3': 3, '1 4': -2, '2 3': 1, '2 4': 1 };
const model = linearModel([1, 2, 3, 4], (from, to) => WEIGHTS[`${from} ${to}`] ?? 0);
const top = [
	{ malId: 3, item: 2 },
	// Stands for another title, whose score it has.
	{ malId: 40, item: 3 },
];

describe('leftOutEntries', () => {
	it('measures each entry on the recommendations, and by its own score', () => {
		const input = model.readInput([
			{ malId: 1, score: 90, status: 'completed' },
			{ malId: 2, score: 70, status: 'completed' },
		]);
		const { impactful, surprising } = leftOutEntries(model, input, top);
		// Σ |changes|: 3 + 2 of title 1, 1 + 1 of title 2. The model expects 50 + 1 + its position.
		expect(impactful).toEqual([
			{ malId: 1, score: 90, predicted: 51, difference: 39, impact: 5 / 7, lifts: 3, lowers: 40 },
			{ malId: 2, score: 70, predicted: 52, difference: 18, impact: 2 / 7, lifts: 3, lowers: null },
		]);
		expect(surprising.map(({ malId }) => malId)).toEqual([1, 2]);
	});

	it('has ten of each at most, and surprises of scores alone', () => {
		const many = linearModel(
			Array.from({ length: 20 }, (_, at) => at + 1),
			() => 1,
		);
		const input = {
			...many.readInput(
				Array.from({ length: 15 }, (_, at) => ({
					malId: at + 1,
					score: 80,
					status: 'completed' as const,
				})),
			),
		};
		const all = leftOutEntries(many, input, [{ malId: 20, item: 19 }]);
		expect([all.impactful.length, all.surprising.length]).toEqual([10, 10]);
		const scoreless = { ...input, scores: new Uint8Array(15) };
		const none = leftOutEntries(many, scoreless, [{ malId: 20, item: 19 }]);
		expect(none.surprising).toEqual([]);
		expect(none.impactful[0]).toMatchObject({ score: null, difference: null });
	});

	it('answers for an empty list', () => {
		expect(leftOutEntries(model, model.readInput([]), [])).toEqual({
			impactful: [],
			surprising: [],
		});
	});
});
