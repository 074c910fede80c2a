import type { Rng } from '../math/rng.ts';

/** A mean with what chance in the choice of users does to it. */
export interface Estimate {
	readonly mean: number;
	/** Bounds of the bootstrap interval. */
	readonly low: number;
	readonly high: number;
	/** Standard deviation of the values over √n; 0 for fewer than two. */
	readonly standardError: number;
	/** Number of values. */
	readonly count: number;
}

/** How finely an interval is drawn, and how wide. */
export interface BootstrapOptions {
	/** How often the values are drawn anew. */
	readonly resamples?: number;
	/** Share of the resampled means that lie within the bounds, 0–1. */
	readonly level?: number;
}

/** Mean of some numbers; 0 for none. */
export function mean(values: ArrayLike<number>): number {
	let sum = 0;
	for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
	return values.length === 0 ? 0 : sum / values.length;
}

function standardError(values: ArrayLike<number>, center: number): number {
	if (values.length < 2) return 0;
	let squares = 0;
	for (let at = 0; at < values.length; at++) squares += ((values[at] ?? 0) - center) ** 2;
	return Math.sqrt(squares / (values.length - 1) / values.length);
}

/**
 * Mean of one value per user with its percentile bootstrap interval (Efron 1979): users are drawn
 * with replacement, `resamples` times. For the difference of two models, pass the differences user
 * by user: what makes a user easy or hard for both then cancels out.
 */
export function bootstrap(
	values: ArrayLike<number>,
	rng: Rng,
	{ resamples = 2000, level = 0.95 }: BootstrapOptions = {},
): Estimate {
	const center = mean(values);
	const count = values.length;
	if (count === 0) return { mean: 0, low: 0, high: 0, standardError: 0, count };
	const means = new Float64Array(resamples);
	for (let resample = 0; resample < resamples; resample++) {
		let sum = 0;
		for (let draw = 0; draw < count; draw++) sum += values[rng.below(count)] ?? 0;
		means[resample] = sum / count;
	}
	means.sort();
	const tail = (1 - level) / 2;
	return {
		mean: center,
		low: quantile(means, tail),
		high: quantile(means, 1 - tail),
		standardError: standardError(values, center),
		count,
	};
}

/** Value below which a share of ascending numbers lies, interpolated between neighbours. */
function quantile(sorted: Float64Array, share: number): number {
	const place = share * (sorted.length - 1);
	const below = Math.floor(place);
	const low = sorted[below] ?? 0;
	const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
	return low + (high - low) * (place - below);
}
