import type { PopularityThird } from '#core/metrics/popularity-thirds.ts';
import type { EvaluationSplit } from '../dataset/dataset.ts';
import type { ColdReport } from './cold-report.ts';
import type { RatingReport } from './rating-report.ts';
import type { ModelReport } from './report.ts';
import type { RunOrigin } from './run-origin.ts';

/** Everything that one run of `evaluate` found: `bench/results/evaluation.json`. */
export interface EvaluationReport {
	readonly origin: RunOrigin;
	readonly data: {
		readonly split: EvaluationSplit;
		readonly users: number;
		/** Lists that the baselines learn from. */
		readonly trainUsers: number;
		/** Lists that Sprout's own rows learn from, and the bundle. */
		readonly sproutTrainUsers: number;
		readonly items: number;
		/** Titles in each third of the training entries. */
		readonly thirds: Readonly<Record<PopularityThird, number>>;
	};
	readonly bootstrap: {
		readonly resamples: number;
		readonly level: number;
		readonly seed: number;
	};
	/** Most resident memory of the process during the run. */
	readonly peakMemoryMiB: number;
	/** Name of the model that the others are compared with. */
	readonly reference: string;
	/** Name of the model that the site answers with. */
	readonly served: string;
	readonly models: readonly ModelReport[];
	/** Predicted scores: the baselines, then the models that predict some. */
	readonly ratings: readonly RatingReport[];
	/** Null where cold titles were not measured. */
	readonly cold: ColdReport | null;
}
