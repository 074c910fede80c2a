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
	return {
		mean: center,
		...bounds(means, level),
		standardError: standardError(values, center),
		count,
	};
}

/**
 * Mean over entries with its interval over users: Σ sums ÷ Σ counts, users drawn with replacement with
 * all their entries, for the entries of one user are not independent. The standard error is that of a
 * ratio of means (Cochran 1977, eq. 6.13).
 *
 * @param sums sum over each user's entries
 * @param counts number of each user's entries, as long as `sums`
 */
export function bootstrapEntries(
	sums: ArrayLike<number>,
	counts: ArrayLike<number>,
	rng: Rng,
	{ resamples = 2000, level = 0.95 }: BootstrapOptions = {},
): Estimate {
	const count = sums.length;
	const entries = mean(counts);
	if (entries === 0) return { mean: 0, low: 0, high: 0, standardError: 0, count };
	const center = mean(sums) / entries;
	const means = new Float64Array(resamples);
	for (let resample = 0; resample < resamples; resample++) {
		let sum = 0;
		let drawn = 0;
		for (let draw = 0; draw < count; draw++) {
			const user = rng.below(count);
			sum += sums[user] ?? 0;
			drawn += counts[user] ?? 0;
		}
		means[resample] = drawn === 0 ? 0 : sum / drawn;
	}
	const residuals = Array.from(sums, (sum, user) => (sum - center * (counts[user] ?? 0)) / entries);
	return {
		mean: center,
		...bounds(means, level),
		standardError: standardError(residuals, 0),
		count,
	};
}

/** Bounds between which `level` of some numbers lie; sorts them. */
function bounds(means: Float64Array, level: number): Pick<Estimate, 'low' | 'high'> {
	means.sort();
	const tail = (1 - level) / 2;
	return { low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

/** Value below which a share of ascending numbers lies, interpolated between neighbours. */
function quantile(sorted: Float64Array, share: number): number {
	const place = share * (sorted.length - 1);
	const below = Math.floor(place);
	const low = sorted[below] ?? 0;
	const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
	return low + (high - low) * (place - below);
}
