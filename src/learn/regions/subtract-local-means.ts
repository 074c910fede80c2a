import type { WeightedPoints } from './split-in-two.ts';

/** Grid points within one width of a position, on either side. */
const GRID_STEPS = 2;

/**
 * Takes from every point the mean of those near it in one quantity, in place: what the quantity explains of where
 * points lie is gone, however bent its path through the space is.
 *
 * Means are local ones with triangular weights (Nadaraya–Watson), worked out on a grid of half a width and linear between.
 *
 * @param position the quantity of each point
 * @param width how far two points may be apart and still count for each other
 */
export function subtractLocalMeans(
	points: WeightedPoints,
	position: ArrayLike<number>,
	width: number,
): void {
	const { weights, values, width: numbers } = points;
	if (weights.length === 0) return;
	let [least, most] = [Infinity, -Infinity];
	for (let at = 0; at < weights.length; at++) {
		least = Math.min(least, position[at] ?? 0);
		most = Math.max(most, position[at] ?? 0);
	}
	const step = width / GRID_STEPS;
	const placeOf = (at: number) => ((position[at] ?? 0) - least) / step;
	const means = gridMeans(points, placeOf, Math.floor((most - least) / step) + 2);
	for (let at = 0; at < weights.length; at++) {
		const place = placeOf(at);
		const cell = Math.floor(place);
		const part = place - cell;
		for (let k = 0; k < numbers; k++) {
			const mean =
				(1 - part) * (means[cell * numbers + k] ?? 0) +
				part * (means[(cell + 1) * numbers + k] ?? 0);
			values[at * numbers + k] = (values[at * numbers + k] ?? 0) - mean;
		}
	}
}

function gridMeans(
	{ weights, values, width }: WeightedPoints,
	placeOf: (at: number) => number,
	cells: number,
): Float64Array {
	const sums = new Float64Array(cells * width);
	const whole = new Float64Array(cells);
	for (let at = 0; at < weights.length; at++) {
		const place = placeOf(at);
		const first = Math.max(0, Math.ceil(place - GRID_STEPS));
		const last = Math.min(cells - 1, Math.floor(place + GRID_STEPS));
		for (let cell = first; cell <= last; cell++) {
			const weight = (weights[at] ?? 0) * (1 - Math.abs(cell - place) / GRID_STEPS);
			whole[cell] = (whole[cell] ?? 0) + weight;
			for (let k = 0; k < width; k++) {
				const to = cell * width + k;
				sums[to] = (sums[to] ?? 0) + weight * (values[at * width + k] ?? 0);
			}
		}
	}
	return sums.map(
		(sum, at) => sum / Math.max(Number.MIN_VALUE, whole[Math.floor(at / width)] ?? 0),
	);
}
