import { POPULARITY_THIRDS } from '#core/metrics/popularity-thirds.ts';
import type { EvaluationReport } from '../evaluation-report.ts';
import type { RatingReport } from '../rating-report.ts';
import { THIRD_DEPTH } from '../report.ts';
import { drawBarChart } from './bar-chart.ts';
import { drawCalibrationCurve } from './calibration-curve.ts';

/** A picture beside the report. */
export interface Plot {
	readonly file: string;
	/** What stands in its place where it can't be seen. */
	readonly alt: string;
	readonly svg: string;
}

/** The predictions whose calibration is shown: the served model's, or the last ones where it predicts none. */
export function shownRatings({ ratings, served }: EvaluationReport): RatingReport | undefined {
	return ratings.find(({ name }) => name === served) ?? ratings.at(-1);
}

/** Every picture of a report, by its place. */
export function plotsOf(report: EvaluationReport): Record<'ndcg' | 'thirds' | 'calibration', Plot> {
	const ndcgTitle = 'NDCG@100 with 95 % intervals';
	const thirdsTitle = `R@${THIRD_DEPTH} by popularity third, new franchise`;
	const ratings = shownRatings(report);
	const calibrationTitle = `Calibration: ${ratings?.label ?? 'not measured'}`;
	return {
		ndcg: {
			file: 'ndcg.svg',
			alt: ndcgTitle,
			svg: drawBarChart({
				title: ndcgTitle,
				series: ['all', 'new franchise'],
				groups: report.models.map(({ label, views }) => ({
					label,
					bars: [views.all.ndcg100, views.newFranchise.ndcg100],
				})),
			}),
		},
		thirds: {
			file: 'thirds.svg',
			alt: thirdsTitle,
			svg: drawBarChart({
				title: thirdsTitle,
				series: POPULARITY_THIRDS,
				groups: report.models.map(({ label, thirds }) => ({
					label,
					bars: POPULARITY_THIRDS.map((third) => ({ mean: thirds.newFranchise[third].mean })),
				})),
			}),
		},
		calibration: {
			file: 'calibration.svg',
			alt: calibrationTitle,
			svg: drawCalibrationCurve(calibrationTitle, ratings?.calibration.bins ?? []),
		},
	};
}
