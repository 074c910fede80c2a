import { bootstrapEntries, type BootstrapOptions, type Estimate } from '#core/metrics/bootstrap.ts';
import { calibration, type Calibration } from '#core/metrics/calibration.ts';
import { createRng } from '#core/math/rng.ts';
import type { RatingValues } from './evaluate-ratings.ts';

/** Width of a bin of predicted scores, in points of 10. */
const BIN_POINTS = 0.5;

/** Predictions that were measured, with the name that people read. */
export interface MeasuredRatings {
	readonly key: string;
	readonly label: string;
	readonly values: RatingValues;
}

/** What is said of one model's predicted scores, in points of 10. */
export interface RatingReport {
	readonly name: string;
	readonly label: string;
	/** Over entries; interval over users. */
	readonly meanAbsoluteError: Estimate;
	/** This model less the reference, over entries; null for the reference. Below 0 is better. */
	readonly difference: Estimate | null;
	readonly entries: number;
	readonly calibration: Calibration;
}

/**
 * Turns the errors of single users into means with intervals, and compares with a reference.
 *
 * @throws RangeError when the two were not measured with the same users
 */
export function reportRatings(
	{ key, label, values }: MeasuredRatings,
	reference: MeasuredRatings | undefined,
	options: BootstrapOptions & { readonly seed: number },
): RatingReport {
	const { errors, counts, predicted, actual, users } = values;
	const estimate = (sums: Float64Array) =>
		bootstrapEntries(sums, counts, createRng(options.seed), options);
	const base = reference === undefined || reference.key === key ? null : reference.values;
	if (base !== null && base.users.join() !== users.join()) {
		throw new RangeError('Only predictions for the same users compare.');
	}
	return {
		name: key,
		label,
		meanAbsoluteError: estimate(errors),
		difference: base && estimate(errors.map((error, at) => error - (base.errors[at] ?? 0))),
		entries: predicted.length,
		calibration: calibration(predicted, actual, BIN_POINTS),
	};
}
