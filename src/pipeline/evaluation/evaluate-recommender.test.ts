import { describe, expect, test } from 'vitest';
import type { Recommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { itemPositions, readInput } from '#learn/baselines/list-input.ts';
import { smallCorpus, userWith } from '#tests/support/evaluation-user.ts';
import type { EvaluationSet, EvaluationUser } from '../dataset/evaluation-set.ts';
import { evaluateRecommender, groupRecall } from './evaluate-recommender.ts';

/** Ten titles 100–109; 0 and 1 are a franchise, 8 started in 2020, 5–8 are rare, 9 rarer still. */
const CORPUS = smallCorpus({
	trainUsers: [900, 800, 700, 600, 500, 50, 40, 30, 20, 10],
	franchise: [0, 0, 1, 2, 3, 4, 5, 6, 7, 8],
	startDate: ['2001', '2002', '', '2003', '2004', '2005', '2016', '2006', '2020-01-01', '2007'],
});

const setOf = (...users: EvaluationUser[]): EvaluationSet => ({
	split: 'test',
	corpus: CORPUS,
	users,
});

/** Scores its items with fixed numbers and remembers what it was shown. */
function fixedModel(scores: readonly number[], seen: ListEntry[] = []): Recommender {
	const items = CORPUS.items.slice(0, scores.length);
	const positions = itemPositions(items);
	return {
		name: 'fixed',
		items,
		readInput: (entries) => {
			seen.push(...entries);
			return readInput(entries, positions);
		},
		score: (_input, out) => out.set(scores),
	};
}

const DESCENDING = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
const discount = (place: number) => 1 / Math.log2(place + 1);

describe('evaluateRecommender', () => {
	test('ranks everything but the input and what started after the list was collected', async () => {
		const { views } = await evaluateRecommender(
			fixedModel(DESCENDING),
			setOf(userWith({ input: [0, 3], withheld: [1, 9] })),
		);
		expect([...(views.all.rankings[0] ?? [])]).toEqual([1, 2, 4, 5, 6, 7, 9]);
		expect(views.all.metrics.ndcg100[0]).toBeCloseTo(
			(discount(1) + discount(7)) / (discount(1) + discount(2)),
			12,
		);
		expect(views.all.metrics.precision10[0]).toBe(2 / 10);
		expect(views.all.metrics.recall20[0]).toBe(2 / 2);
	});

	test('takes touched franchises out of ranking and target for the new-franchise view', async () => {
		const { views } = await evaluateRecommender(
			fixedModel(DESCENDING),
			setOf(userWith({ input: [0, 3], withheld: [1, 9] })),
		);
		expect([...(views.newFranchise.rankings[0] ?? [])]).toEqual([2, 4, 5, 6, 7, 9]);
		expect(views.newFranchise.metrics.ndcg100[0]).toBeCloseTo(discount(6) / discount(1), 12);
	});

	test('leaves users out of views in which they have nothing to find', async () => {
		const { views } = await evaluateRecommender(
			fixedModel(DESCENDING),
			setOf(userWith({ input: [0], withheld: [1] }), userWith({ input: [0], withheld: [6] })),
		);
		expect(views.all.metrics.ndcg100).toHaveLength(2);
		expect(views.newFranchise.metrics.ndcg100).toHaveLength(1);
		expect(views.rare.metrics.ndcg100).toHaveLength(1);
	});

	test('ranks rare titles among themselves', async () => {
		const { views } = await evaluateRecommender(
			fixedModel(DESCENDING),
			setOf(userWith({ input: [5], withheld: [2, 7] })),
		);
		expect([...(views.rare.rankings[0] ?? [])]).toEqual([6, 7]);
		expect(views.rare.metrics.ndcg100[0]).toBeCloseTo(discount(2) / discount(1), 12);
	});

	test('checks planned titles of users who have five or more', async () => {
		const few = userWith({ input: [0], withheld: [1], planned: [2, 3, 4, 5] });
		const many = userWith({ input: [0], withheld: [1], planned: [3, 4, 5, 6, 7] });
		const { views } = await evaluateRecommender(fixedModel(DESCENDING), setOf(few, many));
		expect(views.planned.metrics.precision10).toEqual(Float64Array.of(5 / 10));
		// Title 1 was withheld, so it has been watched and can't be planned.
		expect([...(views.planned.rankings[0] ?? [])]).toEqual([2, 3, 4, 5, 6, 7, 9]);
	});

	test('asks for no planned title that started after the list was collected', async () => {
		const user = userWith({ input: [0], withheld: [1], planned: [2, 3, 4, 5, 8] });
		const { views } = await evaluateRecommender(fixedModel(DESCENDING), setOf(user));
		// Titles 2 to 5 come first: title 8 is not missed.
		expect(views.planned.metrics.ndcg100).toEqual(Float64Array.of(1));
	});

	test('never shows withheld or planned entries to the model', async () => {
		const seen: ListEntry[] = [];
		const user = userWith({ input: [0, 3], withheld: [1, 9], planned: [2, 4, 5, 6, 7] });
		await evaluateRecommender(fixedModel(DESCENDING, seen), setOf(user));
		expect(seen.map(({ malId }) => malId)).toEqual([100, 103]);
	});

	test('breaks ties by position, so that a run repeats itself', async () => {
		const { views } = await evaluateRecommender(
			fixedModel(DESCENDING.map(() => 1)),
			setOf(userWith({ input: [0], withheld: [1] })),
		);
		expect([...(views.all.rankings[0] ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 9]);
	});

	test('counts titles that a model does not know as not found', async () => {
		const { views } = await evaluateRecommender(
			fixedModel([3, 2, 1]),
			setOf(userWith({ input: [0], withheld: [2, 9] })),
		);
		expect([...(views.all.rankings[0] ?? [])]).toEqual([1, 2]);
		expect(views.all.metrics.recall20[0]).toBe(1 / 2);
	});

	test('refuses a score that is no number and stops when asked to', async () => {
		const set = setOf(userWith({ input: [0], withheld: [1] }));
		await expect(evaluateRecommender(fixedModel([1, Number.NaN]), set)).rejects.toThrow('item 1');
		const options = { signal: AbortSignal.abort() };
		await expect(evaluateRecommender(fixedModel(DESCENDING), set, options)).rejects.toThrow(
			'aborted',
		);
	});
});

describe('groupRecall', () => {
	test('looks for the items of a group in the full ranking', async () => {
		const { views } = await evaluateRecommender(
			fixedModel(DESCENDING),
			setOf(userWith({ input: [0], withheld: [1, 7, 9] }), userWith({ withheld: [0] })),
		);
		const isTail = (item: number) => item >= 7;
		// The second user has nothing in the tail and does not count.
		expect([...groupRecall(views.all, isTail, 7)]).toEqual([1 / 2]);
		expect([...groupRecall(views.all, isTail, 6)]).toEqual([0]);
	});
});
