import { modelInput } from '../profile/model-input.ts';
import type { ExplainingRecommender, ModelInput } from './recommender.ts';

/**
 * A symmetric item-item matrix S with a zero diagonal, in whatever form it is kept.
 *
 * EASE's weights are B_ij = −P_ij / P_jj with a symmetric P (Steck 2019, 1905.03375, eq. 8): a
 * symmetric matrix between two diagonal ones. Only S is large, and half of it is enough.
 */
export interface SymmetricMatrix {
	/** Rows and columns. */
	readonly size: number;
	at(row: number, column: number): number;
	/** out[j] += Σ_k weights[k] · S[rows[k]][j]; `out` has `size` elements. */
	addRows(rows: Int32Array, weights: Floats, out: Floats): void;
}

/** Numbers of either precision. */
export type Floats = Float32Array | Float64Array;

/** What an item-item model is made of: B_ij = inputScale_i · S_ij · outputScale_j. */
export interface ItemItemParts {
	readonly name: string;
	/** MyAnimeList ids, length m. */
	readonly items: Int32Array;
	/** Length m. */
	readonly inputScale: Float32Array;
	/** Length m. */
	readonly outputScale: Float32Array;
	/** Score of every item for a list that says nothing, length m: its share of the lists, scaled. */
	readonly prior: Float32Array;
	readonly matrix: SymmetricMatrix;
}

/** A list with this much positive evidence (entries, about) speaks for itself: the prior is gone. */
const PRIOR_ENDS_AT = 12;

/**
 * How much of the prior counts: all of it without positive evidence, less with every liked or watched
 * entry, nothing from {@link PRIOR_ENDS_AT} on.
 *
 * So a list of dislikes alone ranks well-known titles, less the kin of what was disliked, instead of
 * whatever is least like it; and one or two entries rank known titles before obscure relatives.
 */
export function priorShare({ weights }: ModelInput): number {
	let positive = 0;
	for (const weight of weights) if (weight > 0) positive += weight;
	return Math.max(0, 1 - positive / PRIOR_ENDS_AT);
}

/**
 * A recommender over a weight matrix: score_j = Σ_i w_i · B_ij + prior, so entry i's contribution to
 * title j is exactly w_i · B_ij, and what they lack to the score is the prior. Scoring costs one pass over the rows of the list's titles.
 */
export function createItemItemModel(parts: ItemItemParts): ExplainingRecommender {
	const { name, items, inputScale, outputScale, prior, matrix } = parts;
	const positions = new Map(Array.from(items, (malId, item) => [malId, item]));
	const scaledWeight = ({ items: own, weights }: ModelInput, k: number) =>
		(weights[k] ?? 0) * (inputScale[own[k] ?? 0] ?? 0);
	return {
		name,
		items,
		readInput: (entries) => modelInput(entries, positions),
		score(input, out) {
			out.fill(0);
			const weights = input.weights.map((_, k) => scaledWeight(input, k));
			matrix.addRows(input.items, weights, out);
			const share = priorShare(input);
			for (let item = 0; item < out.length; item++) {
				out[item] = (out[item] ?? 0) * (outputScale[item] ?? 0) + share * (prior[item] ?? 0);
			}
		},
		contributions(input, explained, out) {
			const count = input.items.length;
			explained.forEach((item, j) => {
				const scale = outputScale[item] ?? 0;
				for (let k = 0; k < count; k++) {
					const weight = matrix.at(input.items[k] ?? 0, item);
					out[j * count + k] = scaledWeight(input, k) * weight * scale;
				}
			});
		},
	};
}
