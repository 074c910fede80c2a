import type { Estimate } from './profile-analytics.ts';

/** Standard deviations on either side of a 95 % interval. */
const INTERVAL = 1.96;
/** Usual spread of one list's scores around what others give the same titles, in points of 100. */
const USUAL_SPREAD = 12;
/** Scores that the usual spread counts for. */
const SPREAD_SCORES = 10;
/** Usual spread of what a visitor likes more or less than others do, between kinds of titles. */
const USUAL_TASTE = 4;
/** Kinds of titles that the usual taste counts for. */
const TASTE_KINDS = 10;

/** Scores of one kind of title: how many, and how far they lie above what others give, on average. */
export interface Kind {
	readonly count: number;
	/** Mean of the visitor's scores less those of others, less the same over all titles. */
	readonly mean: number;
}

/** Variance of one score around what others give: that of the list itself, and the usual one while it has few. */
export function scoreVariance(residuals: readonly number[]): number {
	const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
	return (squares + SPREAD_SCORES * USUAL_SPREAD ** 2) / (residuals.length + SPREAD_SCORES);
}

/**
 * How much more the visitor likes each kind of title than others do: normal-normal empirical Bayes (Efron and Morris
 * 1975). The true departures are taken as N(0, τ²), a mean of n scores as N(departure, σ²/n), so that
 *
 * departure = B · mean ± 1.96 · √(B · σ²/n), B = τ² / (τ² + σ²/n).
 *
 * τ² is what is left of the spread of the means beyond chance (DerSimonian and Laird 1986),
 * max(0, (Σ n·mean²/σ² − G) · σ² / Σ n) over G kinds, drawn towards the usual 4² as though that came of ten kinds more.
 *
 * @param variance σ², see {@link scoreVariance}
 */
export function departures(kinds: readonly Kind[], variance: number): Estimate[] {
	const scores = kinds.reduce((sum, { count }) => sum + count, 0);
	const spread = kinds.reduce((sum, { count, mean }) => sum + count * mean ** 2, 0) / variance;
	const found = scores === 0 ? 0 : Math.max(0, ((spread - kinds.length) * variance) / scores);
	const taste =
		(kinds.length * found + TASTE_KINDS * USUAL_TASTE ** 2) / (kinds.length + TASTE_KINDS);
	return kinds.map(({ count, mean }) => {
		const chance = variance / count;
		const kept = taste / (taste + chance);
		return estimate(kept * mean, Math.sqrt(kept * chance));
	});
}

/** A mean of some numbers with its interval; their variance is known. */
export function meanEstimate(values: readonly number[], variance: number): Estimate | null {
	if (values.length === 0) return null;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return estimate(mean, Math.sqrt(variance / values.length));
}

/** A number and the bounds of its 95 % interval. */
export function estimate(value: number, error: number): Estimate {
	return { value, low: value - INTERVAL * error, high: value + INTERVAL * error };
}
