import { POPULARITY_THIRDS, popularityThirds } from '#core/metrics/popularity-thirds.ts';
import { itemFrequency } from '#learn/ease/train-ease.ts';
import type { EvaluationSet } from '../dataset/evaluation-set.ts';
import { itemTags, VARIETY_KINDS } from '../training/item-tags.ts';
import { reportCold } from './cold-report.ts';
import { evaluateRatings } from './evaluate-ratings.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import type { MeasuredCold } from './measure-cold.ts';
import type { Preparation } from './measure-models.ts';
import {
	RATING_BASELINES,
	REFERENCE_COLD,
	REFERENCE_MODEL,
	REFERENCE_RATINGS,
	SERVED_MODEL,
} from './models.ts';
import { reportRatings, type MeasuredRatings, type RatingReport } from './rating-report.ts';
import { reportModel, type Measured } from './report.ts';
import { readRunOrigin } from './run-origin.ts';

const BOOTSTRAP = { resamples: 2000, level: 0.95, seed: 1 };

/** What one run measured, and with what. */
export interface Measurement {
	readonly set: EvaluationSet;
	readonly preparation: Preparation;
	readonly measured: readonly Measured[];
	readonly cold: MeasuredCold | null;
}

/** Sums a run up. */
export async function makeReport(measurement: Measurement): Promise<EvaluationReport> {
	const { set, measured, cold } = measurement;
	const { training, sproutTraining, facts } = measurement.preparation;
	const popularity = itemFrequency(training);
	const thirds = popularityThirds(popularity);
	const titlesIn = (third: number) => thirds.filter((group) => group === third).length;
	const [head, mid, tail] = POPULARITY_THIRDS.map((_, third) => titlesIn(third));
	const reference = measured.find(({ evaluation }) => evaluation.name === REFERENCE_MODEL) ?? null;
	const context = {
		...BOOTSTRAP,
		popularity,
		thirds,
		trainUsers: training.userCount,
		tags: itemTags(facts, VARIETY_KINDS),
	};
	return {
		origin: await readRunOrigin(new Date()),
		data: {
			split: set.split,
			users: set.users.length,
			trainUsers: training.userCount,
			sproutTrainUsers: sproutTraining.userCount,
			items: set.corpus.size,
			thirds: { head: head ?? 0, mid: mid ?? 0, tail: tail ?? 0 },
		},
		bootstrap: BOOTSTRAP,
		// Node states it in KiB.
		peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
		reference: REFERENCE_MODEL,
		served: SERVED_MODEL,
		models: measured.map((model) => reportModel(model, reference, context)),
		ratings: await ratingReports(measurement),
		cold: cold && reportCold(cold, REFERENCE_COLD, BOOTSTRAP),
	};
}

/** The baselines, which take no time, and whatever model predicts scores. */
async function ratingReports(measurement: Measurement): Promise<RatingReport[]> {
	const { set, preparation, measured } = measurement;
	const rows: MeasuredRatings[] = [];
	for (const { key, label, learn } of RATING_BASELINES) {
		rows.push({ key, label, values: await evaluateRatings(learn(preparation), set) });
	}
	for (const { label, evaluation, ratings } of measured) {
		if (ratings !== null) rows.push({ key: evaluation.name, label, values: ratings });
	}
	const reference = rows.find(({ key }) => key === REFERENCE_RATINGS);
	return rows.map((row) => reportRatings(row, reference, BOOTSTRAP));
}
