import { bootstrap, type BootstrapOptions, type Estimate } from '#core/metrics/bootstrap.ts';
import { catalogueUse, type CatalogueUse } from '#core/metrics/catalogue-use.ts';
import { intraListDiversity } from '#core/metrics/diversity.ts';
import { POPULARITY_THIRDS, type PopularityThird } from '#core/metrics/popularity-thirds.ts';
import { createRng } from '#core/math/rng.ts';
import type { RatingValues } from './evaluate-ratings.ts';
import {
	groupRecall,
	METRICS,
	type Evaluation,
	type MetricName,
	type ViewValues,
} from './evaluate-recommender.ts';
import { VIEWS, type ViewName } from './views.ts';

/** The views of the main table. */
export const MAIN_VIEWS = ['all', 'newFranchise'] as const satisfies readonly ViewName[];
export type MainView = (typeof MAIN_VIEWS)[number];

type Estimates = Readonly<Record<MetricName, Estimate>>;

/** How far down a list titles of a popularity third are looked for. */
export const THIRD_DEPTH = 50;

/** How many titles a list has whose diversity is measured: what somebody sees at first. */
export const DIVERSITY_DEPTH = 10;

/** What is said of one model. */
export interface ModelReport {
	readonly name: string;
	readonly label: string;
	readonly views: Readonly<Record<ViewName, Estimates>>;
	/** This model less the reference, user by user; null for the reference itself. */
	readonly difference: Readonly<Record<MainView, Estimates>> | null;
	/** Recall within {@link THIRD_DEPTH} of what was withheld in each third, by view. */
	readonly thirds: Readonly<Record<MainView, Readonly<Record<PopularityThird, Estimate>>>>;
	readonly use: Readonly<Record<MainView, Readonly<Record<'at10' | 'at50', CatalogueUse>>>>;
	/** Mean distance of two titles within the first {@link DIVERSITY_DEPTH}, by user. */
	readonly diversity: Readonly<Record<MainView, Estimate>>;
	/** NDCG@100 of planned titles, users of both splits; and less the reference. */
	readonly planned: { readonly ndcg100: Estimate; readonly difference: Estimate | null };
	/** Reading a list and scoring all titles, mean over users. */
	readonly scoringMs: number;
	/** Seconds of learning or loading, in the run that was measured. */
	readonly preparationS: number;
}

/** What the numbers of all models are held against. */
export interface ReportContext extends BootstrapOptions {
	readonly seed: number;
	/** Training users of every item. */
	readonly popularity: Uint32Array;
	readonly trainUsers: number;
	/** Group of every item, as `popularityThirds` gives it. */
	readonly thirds: Uint8Array;
	/** What tells titles apart to look at, by item; see `VARIETY_KINDS`. */
	readonly tags: readonly Uint16Array[];
}

/** A model that was measured, with the name that people read. */
export interface Measured {
	readonly label: string;
	readonly evaluation: Evaluation;
	/** Planned titles of the users of both splits. */
	readonly planned: ViewValues;
	/** Null where the model predicts no scores. */
	readonly ratings: RatingValues | null;
	readonly preparationS: number;
}

/**
 * Turns the values of single users into means with intervals, and compares with a reference.
 *
 * Every interval draws from a generator of its own with the same seed: the same users are drawn
 * for every model, and a model more or less changes no other row.
 */
export function reportModel(
	{ label, evaluation, planned, preparationS }: Measured,
	reference: Pick<Measured, 'evaluation' | 'planned'> | null,
	context: ReportContext,
): ModelReport {
	const estimate = (values: ArrayLike<number>) =>
		bootstrap(values, createRng(context.seed), context);
	const base =
		reference === null || reference.evaluation.name === evaluation.name ? null : reference;
	return {
		name: evaluation.name,
		label,
		views: record(VIEWS, (view) =>
			record(METRICS, (metric) => estimate(evaluation.views[view].metrics[metric])),
		),
		difference:
			base &&
			record(MAIN_VIEWS, (view) =>
				record(METRICS, (metric) =>
					estimate(pairedDifference(evaluation.views[view], base.evaluation.views[view], metric)),
				),
			),
		thirds: record(MAIN_VIEWS, (view) =>
			record(POPULARITY_THIRDS, (third) => {
				const group = POPULARITY_THIRDS.indexOf(third);
				const inGroup = (item: number) => context.thirds[item] === group;
				return estimate(groupRecall(evaluation.views[view], inGroup, THIRD_DEPTH));
			}),
		),
		use: record(MAIN_VIEWS, (view) => {
			const { rankings } = evaluation.views[view];
			const use = (k: number) => catalogueUse(rankings, k, context.popularity, context.trainUsers);
			return { at10: use(10), at50: use(50) };
		}),
		diversity: record(MAIN_VIEWS, (view) =>
			estimate(
				evaluation.views[view].rankings.map((ranking) =>
					intraListDiversity(ranking, DIVERSITY_DEPTH, context.tags),
				),
			),
		),
		planned: {
			ndcg100: estimate(planned.metrics.ndcg100),
			difference: base && estimate(pairedDifference(planned, base.planned, 'ndcg100')),
		},
		scoringMs: evaluation.scoringMs,
		preparationS,
	};
}

/**
 * Values of one model less those of another, user by user.
 *
 * @throws RangeError when the two were not measured with the same users.
 */
export function pairedDifference(
	model: ViewValues,
	reference: ViewValues,
	metric: MetricName,
): Float64Array {
	const sameUsers =
		model.users.length === reference.users.length &&
		model.users.every((user, at) => user === reference.users[at]);
	if (!sameUsers) throw new RangeError('Only models measured with the same users compare.');
	const values = model.metrics[metric];
	return values.map((value, at) => value - (reference.metrics[metric][at] ?? 0));
}

function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
	// Object.fromEntries forgets the keys; they are exactly `keys`.
	return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}
