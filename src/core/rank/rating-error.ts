/** Points of a line, ascending by the first number; straight between them, level beyond its ends. */
export type Curve = readonly (readonly [at: number, value: number])[];

/**
 * How far predicted scores are off, as it was measured on lists of people that the model was not learned from.
 *
 * A product: {@link usual} times a factor for each thing that is known when a score is predicted.
 */
export interface RatingError {
	/** Mean absolute error of all that was measured, in points of 100. */
	readonly usual: number;
	/** Factor by the number of scored entries of the list; falls. */
	readonly scored: Curve;
	/** Factor by the standard deviation of the list's scores, in points of 100; rises. */
	readonly spread: Curve;
	/** Factor by the predicted score, 1–100: near the top of the scale there is less room to be wrong. */
	readonly predicted: Curve;
	/** Factor of titles that were on too few lists to be learned; those that were learned have 1. */
	readonly cold: number;
}

/** What is known when a score is predicted. */
export interface PredictionCase {
	/** Scored entries of the list, planned ones aside. */
	readonly scored: number;
	/** Standard deviation of its scores as `scoreNormalisation` states it, in points of 100. */
	readonly spread: number;
	/** The predicted score, 1–100. */
	readonly predicted: number;
	/** Whether the title was on too few lists to be learned. */
	readonly cold: boolean;
}

/** How far a predicted score is off on average, in points of 100. */
export function usualError(error: RatingError, known: PredictionCase): number {
	return (
		error.usual *
		curveAt(error.scored, known.scored) *
		curveAt(error.spread, known.spread) *
		curveAt(error.predicted, known.predicted) *
		(known.cold ? error.cold : 1)
	);
}

/** Where a value lies on a curve: so much of it belongs to the point at `left`, the rest to the next. */
export function between(
	curve: Curve,
	value: number,
): { readonly left: number; readonly share: number } {
	let right = 0;
	while (right < curve.length && value >= (curve[right]?.[0] ?? 0)) right++;
	if (right === 0) return { left: 0, share: 1 };
	if (right === curve.length) return { left: right - 1, share: 1 };
	const [low, high] = [curve[right - 1]?.[0] ?? 0, curve[right]?.[0] ?? 0];
	return { left: right - 1, share: (high - value) / (high - low) };
}

function curveAt(curve: Curve, value: number): number {
	const { left, share } = between(curve, value);
	const [here, next] = [curve[left]?.[1] ?? 1, curve[left + 1]?.[1] ?? 0];
	return share * here + (1 - share) * next;
}
