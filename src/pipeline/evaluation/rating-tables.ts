import { difference, withInterval } from './estimate-text.ts';
import { markdownTable } from './markdown-table.ts';
import type { RatingReport } from './rating-report.ts';

/** Mean absolute errors of predicted scores, in points of 10. */
export function ratingTable(ratings: readonly RatingReport[]): string {
	return markdownTable(
		['model', 'MAE', 'against biases', 'calibration error'],
		ratings.map(({ label, meanAbsoluteError, difference: d, calibration }) => [
			label,
			withInterval(meanAbsoluteError),
			d === null ? '' : difference(d),
			calibration.expectedError.toFixed(3),
		]),
	);
}

/** What became of predictions that lie close together. */
export function calibrationTable({ calibration }: RatingReport): string {
	return markdownTable(
		['mean predicted', 'mean given', 'difference', 'scores'],
		calibration.bins.map(({ predicted, actual, count }) => [
			predicted.toFixed(2),
			actual.toFixed(2),
			(actual - predicted).toFixed(2).replace('-', '−'),
			String(count),
		]),
	);
}
