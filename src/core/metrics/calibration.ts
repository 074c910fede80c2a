/** Predictions that lie close together, and what became of them. */
export interface CalibrationBin {
	/** Mean prediction. */
	readonly predicted: number;
	/** Mean of what was predicted. */
	readonly actual: number;
	readonly count: number;
}

/** How far predictions can be taken at their word. */
export interface Calibration {
	/** Ascending; bins without predictions are left out. */
	readonly bins: readonly CalibrationBin[];
	/** Expected calibration error: mean over all predictions of their bin's |predicted − actual|. */
	readonly expectedError: number;
}

/**
 * Calibration of predicted numbers in bins of equal width (Naeini et al. 2015, for numbers instead of
 * probabilities): bin b holds predictions from b·width to below (b + 1)·width.
 *
 * @param actual as long as `predicted`
 */
export function calibration(
	predicted: ArrayLike<number>,
	actual: ArrayLike<number>,
	width: number,
): Calibration {
	const sums = new Map<number, { predicted: number; actual: number; count: number }>();
	for (let at = 0; at < predicted.length; at++) {
		const value = predicted[at] ?? 0;
		const bin = Math.floor(value / width);
		const sum = sums.get(bin) ?? { predicted: 0, actual: 0, count: 0 };
		sum.predicted += value;
		sum.actual += actual[at] ?? 0;
		sum.count++;
		sums.set(bin, sum);
	}
	const ascending = [...sums].sort(([a], [b]) => a - b).map(([, sum]) => sum);
	const gaps = ascending.reduce((total, sum) => total + Math.abs(sum.predicted - sum.actual), 0);
	return {
		bins: ascending.map(({ predicted, actual, count }) => ({
			predicted: predicted / count,
			actual: actual / count,
			count,
		})),
		expectedError: predicted.length === 0 ? 0 : gaps / predicted.length,
	};
}
