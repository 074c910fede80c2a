import type { EvaluationReport } from '#pipeline/evaluation/evaluation-report.ts';
import type { ModelReport } from '#pipeline/evaluation/report.ts';

const estimate = (mean: number) => ({ mean, low: mean, high: mean, standardError: 0, count: 2 });

/** A whole report around some models; the served one is called `better`. */
export function reportFixture(models: readonly ModelReport[]): EvaluationReport {
	const ratings = (name: string, mean: number) => ({
		name,
		label: name,
		meanAbsoluteError: estimate(mean),
		difference: null,
		entries: 4,
		calibration: { bins: [{ predicted: 7, actual: 8, count: 4 }], expectedError: 1 },
	});
	const cold = (name: string, gain: number | null) => ({
		name,
		label: name,
		ndcg100: estimate(0.5),
		folds: [0.5],
		timesRandom: 6,
		gain,
		difference: gain === null ? null : estimate(0.1),
	});
	const target = { random: 0.1, models: [cold('content', null), cold('better', 0.1)] };
	return {
		origin: {
			commit: 'abc',
			date: '2026-11-01',
			node: 'v24',
			processor: 'some',
			cores: 2,
			memoryGiB: 8,
		},
		data: {
			split: 'test',
			users: 2,
			trainUsers: 8,
			sproutTrainUsers: 9,
			items: 4,
			thirds: { head: 1, mid: 1, tail: 2 },
		},
		bootstrap: { resamples: 200, level: 0.95, seed: 1 },
		peakMemoryMiB: 500,
		reference: 'reference',
		served: 'better',
		models,
		ratings: [ratings('biases', 0.9), ratings('better', 0.85)],
		cold: { titlesInFold: 3, targets: { withheld: target, list: target } },
	};
}
