import { setImmediate } from 'node:timers/promises';
import { topK } from '#core/math/top-k.ts';
import { hits, precision, recall } from '#core/metrics/hits.ts';
import { ndcg } from '#core/metrics/ndcg.ts';
import type { Recommender } from '#core/model/recommender.ts';
import type { EvaluationSet } from '../dataset/evaluation-set.ts';
import { VIEWS, viewsOf, type ViewName } from './views.ts';

export const METRICS = ['ndcg100', 'precision10', 'recall20', 'recall50'] as const;
export type MetricName = (typeof METRICS)[number];

/** How deep a ranking is kept: no metric looks further. */
const DEPTH = 100;
/** Users between two looks at the abort signal. */
const USERS_PER_TURN = 16;

/** Users to be measured, whatever split they are from. */
export type MeasuredUsers = Omit<EvaluationSet, 'split'>;

/** One view of a model: one value per user, the users ascending and the same for every model. */
export interface ViewValues {
	readonly users: readonly number[];
	readonly metrics: Readonly<Record<MetricName, Float64Array>>;
	/** The first places of each user's ranking, as item positions of the corpus. */
	readonly rankings: readonly Int32Array[];
	/** What was to be found, by user. */
	readonly relevant: readonly ReadonlySet<number>[];
}

/** What one model achieved for every user. */
export interface Evaluation {
	readonly name: string;
	readonly views: Readonly<Record<ViewName, ViewValues>>;
	/** Time spent in reading inputs and scoring, in milliseconds per user. */
	readonly scoringMs: number;
}

/** What ends a measurement, whom it tells how far it is, and its clock. */
export interface EvaluateOptions {
	readonly signal?: AbortSignal;
	readonly onProgress?: (done: number) => void;
	readonly now?: () => number;
}

/**
 * Ranks the whole corpus for every user of the set and compares with what was withheld.
 *
 * Titles of the corpus that the model does not know rank last and are never found; equal scores
 * rank by position in the corpus. The model sees nothing but the visible entries.
 *
 * @throws RangeError when the model gives a score that is no finite number.
 */
export async function evaluateRecommender(
	recommender: Recommender,
	set: MeasuredUsers,
	{ signal, onProgress, now = () => performance.now() }: EvaluateOptions = {},
): Promise<Evaluation> {
	const collectors = new Map(VIEWS.map((name) => [name, new ViewCollector()]));
	const places = corpusPlaces(recommender, set);
	const modelScores = new Float32Array(recommender.items.length);
	let scoringMs = 0;
	for (const [done, user] of set.users.entries()) {
		if (done % USERS_PER_TURN === 0) {
			// Lets signals in: the work itself never waits for anything.
			await setImmediate();
			signal?.throwIfAborted();
			onProgress?.(done);
		}
		const start = now();
		recommender.score(recommender.readInput(user.input), modelScores);
		scoringMs += now() - start;
		const scores = toCorpus(modelScores, places, set.corpus.size, recommender.name);
		for (const [name, view] of viewsOf(user, set.corpus)) {
			const candidates = scores.map((score, item) => (view.excluded[item] ? -Infinity : score));
			collectors.get(name)?.add(user.user, topK(candidates, DEPTH), view.relevant);
		}
	}
	const view = (name: ViewName) => (collectors.get(name) ?? new ViewCollector()).values();
	return {
		name: recommender.name,
		views: {
			all: view('all'),
			newFranchise: view('newFranchise'),
			rare: view('rare'),
			planned: view('planned'),
		},
		scoringMs: set.users.length === 0 ? 0 : scoringMs / set.users.length,
	};
}

/** Position in the corpus of every item of a model, -1 where the corpus lacks it. */
function corpusPlaces(recommender: Recommender, { corpus }: MeasuredUsers): Int32Array {
	return recommender.items.map((malId) => corpus.position.get(malId) ?? -1);
}

function toCorpus(
	modelScores: Float32Array,
	places: Int32Array,
	size: number,
	name: string,
): Float32Array {
	const scores = new Float32Array(size).fill(-Infinity);
	places.forEach((place, item) => {
		const score = modelScores[item] ?? Number.NaN;
		if (!Number.isFinite(score)) throw new RangeError(`${name} scores item ${item} ${score}.`);
		if (place >= 0) scores[place] = score;
	});
	return scores;
}

class ViewCollector {
	private readonly users: number[] = [];
	private readonly rankings: Int32Array[] = [];
	private readonly relevant: ReadonlySet<number>[] = [];

	add(user: number, ranking: Int32Array, relevant: ReadonlySet<number>): void {
		this.users.push(user);
		this.rankings.push(ranking);
		this.relevant.push(relevant);
	}

	values(): ViewValues {
		const measure = (metric: typeof ndcg, k: number) =>
			Float64Array.from(this.rankings, (ranking, at) =>
				metric(ranking, this.relevant[at] ?? new Set(), k),
			);
		return {
			users: this.users,
			rankings: this.rankings,
			relevant: this.relevant,
			metrics: {
				ndcg100: measure(ndcg, 100),
				precision10: measure(precision, 10),
				recall20: measure(recall, 20),
				recall50: measure(recall, 50),
			},
		};
	}
}

/**
 * Recall among the relevant items of one group, in the full ranking: one value for each user with
 * such items.
 */
export function groupRecall(
	{ rankings, relevant }: ViewValues,
	inGroup: (item: number) => boolean,
	k: number,
): Float64Array {
	const values: number[] = [];
	rankings.forEach((ranking, at) => {
		const wanted = new Set([...(relevant[at] ?? [])].filter(inGroup));
		if (wanted.size > 0) values.push(hits(ranking, wanted, k) / Math.min(k, wanted.size));
	});
	return Float64Array.from(values);
}
