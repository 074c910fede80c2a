/** Values at 0, 1/n, 2/n … 1 of a distribution, ascending. */
export type Quantiles = readonly number[];

/** Quantiles of some numbers, interpolated linearly; all 0 where there are none. */
export function quantilesOf(values: Iterable<number>, steps: number): Quantiles {
	const ascending = Float64Array.from(values).sort();
	return Array.from({ length: steps + 1 }, (_, step) => {
		const place = (step / steps) * Math.max(0, ascending.length - 1);
		const low = ascending[Math.floor(place)] ?? 0;
		const high = ascending[Math.ceil(place)] ?? low;
		return low + (place - Math.floor(place)) * (high - low);
	});
}

/**
 * Share of a distribution that lies below a value, 0–1, linear between the quantiles. Of a value that many have, half
 * of those count as below.
 */
export function shareBelow(quantiles: Quantiles, value: number): number {
	const steps = quantiles.length - 1;
	if (steps < 1) return 0.5;
	const first = quantiles.findIndex((quantile) => quantile >= value);
	const last = quantiles.findLastIndex((quantile) => quantile <= value);
	if (first < 0) return 1;
	if (last < 0) return 0;
	// Between two quantiles `last` lies before `first`; on one or more equal ones it does not.
	if (first <= last) return (first + last) / 2 / steps;
	const [low, high] = [quantiles[last] ?? 0, quantiles[first] ?? 0];
	return (last + (value - low) / (high - low)) / steps;
}

/** The middle of a distribution. */
export function middleOf(quantiles: Quantiles): number {
	const middle = (quantiles.length - 1) / 2;
	return ((quantiles[Math.floor(middle)] ?? 0) + (quantiles[Math.ceil(middle)] ?? 0)) / 2;
}
