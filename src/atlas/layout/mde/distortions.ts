/** What a pair of points costs by its distance and weight ≥ 0; `slope` is its derivative by the distance. */
export interface Distortion {
	value(distance: number, weight: number): number;
	slope(distance: number, weight: number): number;
}

/** Pulls evenly: w · d². */
export const quadratic: Distortion = {
	value: (distance, weight) => weight * distance * distance,
	slope: (distance, weight) => 2 * weight * distance,
};

const EXPONENT = 1.5;
/** d^1.5, several times as fast as the power. */
const raised = (distance: number) => distance * Math.sqrt(distance);

/** Pulls neighbours together and gives up on those that can't be: w · log(1 + d^1.5). */
export const pull: Distortion = {
	value: (distance, weight) => weight * Math.log1p(raised(distance)),
	slope: (distance, weight) => (weight * EXPONENT * Math.sqrt(distance)) / (1 + raised(distance)),
};

/** Nearer than this, a pair is pushed apart as at this distance. */
const NEAREST = 1e-4;

/** Pushes strangers apart, the more the nearer they are: −w · log(1 − e^−d). */
export const push: Distortion = {
	value: (distance, weight) => -weight * Math.log(-Math.expm1(-Math.max(NEAREST, distance))),
	slope: (distance, weight) => -weight / Math.expm1(Math.max(NEAREST, distance)),
};

/** Pairs that cost alike. */
export interface PairTerm {
	readonly distortion: Distortion;
	/** (i₀, j₀, i₁, j₁, …). */
	readonly pairs: Uint16Array;
	/** One for each pair. */
	readonly weights: Float32Array;
}

/**
 * The mean cost E of all pairs for points of `dimension` numbers each; writes ∂E/∂X to `gradient`
 * (minimum-distortion embedding: Agrawal, Ali and Boyd 2021, 2103.02559).
 */
export function meanDistortion(
	terms: readonly PairTerm[],
	dimension: number,
	points: Float64Array,
	gradient: Float64Array,
): number {
	gradient.fill(0);
	const count = terms.reduce((sum, { weights }) => sum + weights.length, 0);
	let cost = 0;
	for (const { distortion, pairs, weights } of terms) {
		for (let pair = 0; pair < weights.length; pair++) {
			const a = (pairs[2 * pair] ?? 0) * dimension;
			const b = (pairs[2 * pair + 1] ?? 0) * dimension;
			let square = 0;
			for (let axis = 0; axis < dimension; axis++) {
				square += ((points[a + axis] ?? 0) - (points[b + axis] ?? 0)) ** 2;
			}
			const distance = Math.sqrt(square);
			const weight = weights[pair] ?? 0;
			cost += distortion.value(distance, weight);
			// Two points in one place have no direction to move in.
			const force = distance > 0 ? distortion.slope(distance, weight) / (distance * count) : 0;
			for (let axis = 0; axis < dimension; axis++) {
				const move = force * ((points[a + axis] ?? 0) - (points[b + axis] ?? 0));
				gradient[a + axis] = (gradient[a + axis] ?? 0) + move;
				gradient[b + axis] = (gradient[b + axis] ?? 0) - move;
			}
		}
	}
	return cost / count;
}
