import type { Recommender } from '#core/model/recommender.ts';
import type { IalsSettings } from './ials-settings.ts';
import { itemPositions, readInput } from './list-input.ts';
import { solveSymmetric } from './solve-symmetric.ts';

/** Vectors of many users or items: `count` rows of `dimensions` floats. */
export interface Factors {
	readonly count: number;
	readonly dimensions: number;
	readonly values: Float32Array;
}

/** What all rows of a half-step share. */
export interface IalsSystem {
	/** α₀·YᵀY, d × d. */
	readonly unobserved: Float64Array;
	/** λ·(n + α₀·m)^ν for a row with n entries. */
	regularisation(entries: number): number;
}

/** What does not depend on the row that is solved for. */
export function ialsSystem({ count, dimensions, values }: Factors, s: IalsSettings): IalsSystem {
	const unobserved = new Float64Array(dimensions * dimensions);
	for (let row = 0; row < count; row++) addSquare(unobserved, values, row, s.unobservedWeight);
	return {
		unobserved,
		regularisation: (entries) =>
			s.regularisation * (entries + s.unobservedWeight * count) ** s.frequencyExponent,
	};
}

/** A += weight · y·yᵀ for one row of factors, lower triangle. */
function addSquare(a: Float64Array, values: Float32Array, row: number, weight: number): void {
	const d = Math.sqrt(a.length);
	const y = values.subarray(row * d, (row + 1) * d);
	for (let i = 0; i < d; i++) {
		const scaled = weight * (y[i] ?? 0);
		for (let j = 0; j <= i; j++) a[i * d + j] = (a[i * d + j] ?? 0) + scaled * (y[j] ?? 0);
	}
}

/**
 * A matrix factorisation as a recommender for lists that it was not learned from: their vector is the
 * solution of one small system, what a half-step of the training would give them, and a title scores
 * the product of both vectors.
 *
 * @param items MyAnimeList ids by item position
 * @param factors a vector for each item
 */
export function createIals(
	items: Int32Array,
	factors: Factors,
	settings: IalsSettings,
): Recommender {
	const positions = itemPositions(items);
	const system = ialsSystem(factors, settings);
	const { dimensions: d, values } = factors;
	return {
		name: `ials-${d}`,
		items,
		readInput: (entries) => readInput(entries, positions),
		score(input, out) {
			const a = system.unobserved.slice();
			const user = new Float64Array(d);
			input.items.forEach((item, at) => {
				addSquare(a, values, item, 1);
				const weight = input.weights[at] ?? 0;
				for (let k = 0; k < d; k++) user[k] = (user[k] ?? 0) + weight * (values[item * d + k] ?? 0);
			});
			const damping = system.regularisation(input.items.length);
			for (let k = 0; k < d; k++) a[k * (d + 1)] = (a[k * (d + 1)] ?? 0) + damping;
			solveSymmetric(a, user);
			for (let item = 0; item < out.length; item++) {
				let sum = 0;
				for (let k = 0; k < d; k++) sum += (user[k] ?? 0) * (values[item * d + k] ?? 0);
				out[item] = sum;
			}
		},
	};
}
