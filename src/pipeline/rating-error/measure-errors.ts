import { setImmediate } from 'node:timers/promises';
import { createRng } from '#core/math/rng.ts';
import type { RankingModel } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { scoreNormalisation } from '#core/profile/score-normalisation.ts';
import type { PredictionCase } from '#core/rank/rating-error.ts';
import type { HeldOutList } from './held-out-lists.ts';

/** One predicted score beside the real one. */
export interface MeasuredError extends PredictionCase {
	/** Absolute error in points of 100. */
	readonly error: number;
}

/** Sizes to which lists are cut as well: visitors often bring less than people who keep a list for years. */
const SIZES = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
/** Cuts of each list; the lists take turns, so that every size is measured on many. */
const CUTS = 3;
/** Predicted titles of a list that were learned, and of those that weren't: long lists must not outvote the others. */
const MOST_TITLES = 40;
/** Lists between two looks at the abort signal. */
const LISTS_PER_TURN = 16;

/**
 * Predicts scores that were hidden, from the whole list without them and from random parts of it.
 *
 * Titles that the model did not learn are never input: all of them are predicted.
 */
export async function measureErrors(
	model: Pick<RankingModel, 'items' | 'learnedCount' | 'readInput' | 'rate'>,
	lists: readonly HeldOutList[],
	signal: AbortSignal,
): Promise<MeasuredError[]> {
	const itemOf = new Map(Array.from(model.items, (malId, item) => [malId, item]));
	const ratings = new Float32Array(model.items.length);
	const measured: MeasuredError[] = [];
	for (const [number, list] of lists.entries()) {
		if (number % LISTS_PER_TURN === 0) {
			await setImmediate();
			signal.throwIfAborted();
		}
		const { input, hidden } = splitList(list, itemOf, model.learnedCount);
		if (hidden.length === 0) continue;
		for (const size of sizesOf(input.length, number)) {
			const part = input.slice(0, size);
			const { count: scored, deviation: spread } = scoreNormalisation(part);
			model.rate(model.readInput(part), ratings);
			for (const { item, score } of hidden) {
				const predicted = ratings[item] ?? 0;
				const cold = item >= model.learnedCount;
				measured.push({ scored, spread, predicted, cold, error: Math.abs(predicted - score) });
			}
		}
	}
	return measured;
}

/** What a model may see, in a random order that is the same each time, and the scores to predict. */
function splitList(
	{ user, entries, withheld }: HeldOutList,
	itemOf: ReadonlyMap<number, number>,
	learnedCount: number,
) {
	const rng = createRng(user);
	const shuffled = entries
		.map((entry) => ({ entry, at: rng.next() }))
		.sort((a, b) => a.at - b.at)
		.map(({ entry }) => entry);
	const input: ListEntry[] = [];
	const learned: { item: number; score: number }[] = [];
	const cold: { item: number; score: number }[] = [];
	for (const entry of shuffled) {
		const item = itemOf.get(entry.malId);
		if (item === undefined) continue;
		const isCold = item >= learnedCount;
		if (!isCold && !withheld.has(entry.malId)) input.push(entry);
		else if (entry.score !== null) (isCold ? cold : learned).push({ item, score: entry.score });
	}
	return { input, hidden: [...learned.slice(0, MOST_TITLES), ...cold.slice(0, MOST_TITLES)] };
}

function sizesOf(length: number, number: number): number[] {
	const smaller = SIZES.filter((size) => size < length);
	const step = Math.ceil(smaller.length / CUTS);
	const turns = Array.from({ length: Math.min(CUTS, smaller.length) }, (_, k) => number + k * step);
	return [...new Set(turns.map((turn) => smaller[turn % smaller.length] ?? 0)), length];
}
