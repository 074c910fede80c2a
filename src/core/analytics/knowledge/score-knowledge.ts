import { estimate } from '../departures.ts';
import type { KnowledgeBin, ScoreKnowledge } from '../profile-analytics.ts';

/** A bin of the calibration has so many titles, at least; there are eight at most. */
const LEAST_IN_BIN = 5;
const MOST_BINS = 8;

/** A score, what the model said and what the plain guess was, in points of 100. */
export interface PredictedScore {
	readonly score: number;
	readonly predicted: number;
	readonly guess: number;
}

/** Sums up how well scores were told. @param scores two at least */
export function scoreKnowledge(scores: readonly PredictedScore[]): ScoreKnowledge {
	const count = scores.length;
	const errors = scores.map(({ score, predicted }) => Math.abs(score - predicted));
	const guessErrors = scores.map(({ score, guess }) => Math.abs(score - guess));
	const gains = errors.map((error, at) => (guessErrors[at] ?? 0) - error);
	const mean = (values: readonly number[]) => values.reduce((sum, own) => sum + own, 0) / count;
	const gain = mean(gains);
	const variance = gains.reduce((sum, own) => sum + (own - gain) ** 2, 0) / (count - 1);
	return {
		count,
		error: mean(errors),
		baselineError: mean(guessErrors),
		gain: estimate(gain, Math.sqrt(variance / count)),
		calibration: binsOf(scores),
		slope: slopeOf(scores),
	};
}

/** Predictions in ascending bins of about as many titles each. */
function binsOf(scores: readonly PredictedScore[]): KnowledgeBin[] {
	const ascending = [...scores].sort((a, b) => a.predicted - b.predicted);
	const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(scores.length / LEAST_IN_BIN)));
	return Array.from({ length: bins }, (_, bin) => {
		const from = Math.floor((bin * scores.length) / bins);
		const own = ascending.slice(from, Math.floor(((bin + 1) * scores.length) / bins));
		const mean = (of: (one: PredictedScore) => number) =>
			own.reduce((sum, one) => sum + of(one), 0) / own.length;
		return {
			predicted: mean(({ predicted }) => predicted),
			actual: mean(({ score }) => score),
			count: own.length,
		};
	});
}

/** Predictions that differ by less than this, in points of 100 squared, are all alike. */
const NO_SPREAD = 1e-6;

function slopeOf(scores: readonly PredictedScore[]): number | null {
	const count = scores.length;
	const x = scores.reduce((sum, { predicted }) => sum + predicted, 0) / count;
	const y = scores.reduce((sum, { score }) => sum + score, 0) / count;
	let [xx, xy] = [0, 0];
	for (const { predicted, score } of scores) {
		xx += (predicted - x) ** 2;
		xy += (predicted - x) * (score - y);
	}
	return xx / count < NO_SPREAD ? null : xy / xx;
}
