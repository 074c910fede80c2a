import { topK } from '#core/math/top-k.ts';
import { expectedNdcg, ndcg } from '#core/metrics/ndcg.ts';
import type { Recommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { Corpus } from '../dataset/corpus.ts';
import type { EvaluationUser } from '../dataset/evaluation-set.ts';
import type { MeasuredUsers } from './evaluate-recommender.ts';

const DEPTH = 100;

/** What of one fold concerns one user. */
export interface ColdUser {
	readonly user: number;
	/** The visible entries without titles of the fold. */
	readonly input: readonly ListEntry[];
	/** Titles of the fold that the user can know by date, ascending. */
	readonly candidates: readonly number[];
	/** Titles of the fold on the user's list, visible and withheld ones: all are hidden from the model. */
	readonly relevant: ReadonlySet<number>;
}

/** NDCG@100 of users in one fold; users without one of its titles are left out. */
export type FoldValues = ReadonlyMap<number, number>;

/** The users who have a title of the fold. */
export function coldUsers({ corpus, users }: MeasuredUsers, fold: Uint16Array): ColdUser[] {
	const cold = new Set(fold);
	return users
		.map((user) => coldUser(user, cold, corpus))
		.filter(({ relevant }) => relevant.size > 0);
}

function coldUser(user: EvaluationUser, cold: ReadonlySet<number>, corpus: Corpus): ColdUser {
	const candidates = [...cold].filter((item) => (corpus.startDate[item] ?? '') <= user.collected);
	const has = new Set([...user.inputItems, ...user.withheld]);
	return {
		user: user.user,
		input: user.input.filter((_, at) => !cold.has(user.inputItems[at] ?? -1)),
		candidates,
		relevant: new Set(candidates.filter((item) => has.has(item))),
	};
}

/**
 * Ranks the fold's titles for every user, and nothing else; equal scores rank by position in the corpus.
 *
 * @throws RangeError when the model gives a score that is no number
 */
export function evaluateCold(
	recommender: Recommender,
	users: readonly ColdUser[],
	corpus: Corpus,
): FoldValues {
	const places = new Map(Array.from(recommender.items, (malId, place) => [malId, place]));
	const scores = new Float32Array(recommender.items.length);
	return new Map(
		users.map(({ user, input, candidates, relevant }) => {
			recommender.score(recommender.readInput(input), scores);
			const own = candidates.map((item) => {
				const place = places.get(corpus.items[item] ?? 0);
				return place === undefined ? -Infinity : (scores[place] ?? Number.NaN);
			});
			const ranking = Array.from(topK(own, DEPTH), (at) => candidates[at] ?? -1);
			return [user, ndcg(ranking, relevant, DEPTH)];
		}),
	);
}

/** What ranking in random order gives each user on average. */
export function randomOrder(users: readonly ColdUser[]): FoldValues {
	return new Map(
		users.map(({ user, candidates, relevant }) => [
			user,
			expectedNdcg(candidates.length, relevant.size, DEPTH),
		]),
	);
}
