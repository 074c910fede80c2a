import { describe, expect, test } from 'vitest';
import type { RatingRecommender } from '#core/model/recommender.ts';
import { itemPositions, readInput } from '#learn/baselines/list-input.ts';
import { smallCorpus, userWith } from '#tests/support/evaluation-user.ts';
import { createTerminal } from '../terminal.ts';
import { measureModels, type Preparation } from './measure-models.ts';
import type { EvaluatedModel } from './models.ts';

const CORPUS = smallCorpus({ trainUsers: Array.from({ length: 12 }, () => 20) });
const positions = itemPositions(CORPUS.items);
const scored = [0, 1, 2, 3, 4].map((item) => ({
	malId: 100 + item,
	score: 80,
	status: 'completed' as const,
}));
const ranker = {
	name: 'inner name',
	items: CORPUS.items,
	readInput: (entries: Parameters<RatingRecommender['readInput']>[0]) =>
		readInput(entries, positions),
	score: (_input: unknown, out: Float32Array) => out.set(CORPUS.items),
};
const rater: RatingRecommender = { ...ranker, rate: (_input, out) => out.fill(70) };

async function measure(...models: EvaluatedModel[]) {
	const err: string[] = [];
	const terminal = createTerminal(
		{ write: () => true },
		{ write: (text) => err.push(String(text)) > 0 },
	);
	const user = userWith({ input: scored, withheldScores: new Map([[5, 90]]) });
	const planner = userWith({ user: 2, input: scored, withheld: [5], planned: [7, 8, 9, 10, 11] });
	const measured = await measureModels(
		models,
		{ set: { split: 'test', corpus: CORPUS, users: [user] }, planned: [planner] },
		// Models that are made by hand look at nothing else.
		{ signal: new AbortController().signal } as Preparation,
		terminal,
	);
	return { measured, err: err.join('') };
}

describe('measureModels', () => {
	test('measures planned titles with users of their own, and scores where a model predicts them', async () => {
		const { measured } = await measure(
			{ key: 'ranks', label: 'Ranks', prepare: async () => ranker },
			{ key: 'rates', label: 'Rates', prepare: async () => rater },
		);
		const [ranks, rates] = measured;
		expect(ranks?.evaluation.name).toBe('ranks');
		expect(ranks?.evaluation.views.planned.users).toEqual([]);
		expect(ranks?.planned.users).toEqual([2]);
		expect(ranks?.ratings).toBeNull();
		expect([...(rates?.ratings?.errors ?? [])]).toEqual([(90 - 70) / 10]);
	});

	test('names what is missing and goes on', async () => {
		const { measured, err } = await measure(
			{ key: 'gone', label: 'Gone', prepare: async () => ({ missing: 'No file.' }) },
			{ key: 'ranks', label: 'Ranks', prepare: async () => ranker },
		);
		expect(measured.map(({ label }) => label)).toEqual(['Ranks']);
		expect(err).toContain('Gone is not measured. No file.');
	});
});
