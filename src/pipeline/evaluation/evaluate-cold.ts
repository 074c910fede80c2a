import { topK } from '#core/math/top-k.ts';
import { expectedNdcg, ndcg } from '#core/metrics/ndcg.ts';
import type { Recommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { Corpus } from '../dataset/corpus.ts';
import type { EvaluationUser } from '../dataset/evaluation-set.ts';
import type { MeasuredUsers } from './evaluate-recommender.ts';

const DEPTH = 100;

/**
 * What of the fold is to be found: the withheld entries, as everywhere else, or the whole list. In both
 * the model sees none of the fold's titles; with the first the visible ones are not ranked either.
 */
export const COLD_TARGETS = ['withheld', 'list'] as const;
export type ColdTarget = (typeof COLD_TARGETS)[number];

/** What of one fold concerns one user. */
export interface ColdUser {
	readonly user: number;
	/** The visible entries without titles of the fold. */
	readonly input: readonly ListEntry[];
	/** Titles of the fold that the user can know by date, ascending. */
	readonly candidates: readonly number[];
	/** What of them is to be found, see {@link COLD_TARGETS}. */
	readonly relevant: ReadonlySet<number>;
}

/** NDCG@100 of users in one fold; users without one of its titles are left out. */
export type FoldValues = ReadonlyMap<number, number>;

/** The users who have something of the fold to find. */
export function coldUsers(
	{ corpus, users }: MeasuredUsers,
	fold: Uint16Array,
	target: ColdTarget,
): ColdUser[] {
	const cold = new Set(fold);
	return users
		.map((user) => coldUser(user, { cold, corpus, target }))
		.filter(({ relevant }) => relevant.size > 0);
}

interface ColdTask {
	readonly cold: ReadonlySet<number>;
	readonly corpus: Corpus;
	readonly target: ColdTarget;
}

function coldUser(user: EvaluationUser, { cold, corpus, target }: ColdTask): ColdUser {
	const visible = new Set(user.inputItems);
	const isWanted = (item: number) =>
		user.withheld.has(item) || (target === 'list' && visible.has(item));
	const candidates = [...cold].filter(
		(item) =>
			(corpus.startDate[item] ?? '') <= user.collected && (target === 'list' || !visible.has(item)),
	);
	return {
		user: user.user,
		input: user.input.filter((_, at) => !cold.has(user.inputItems[at] ?? -1)),
		candidates,
		relevant: new Set(candidates.filter(isWanted)),
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
