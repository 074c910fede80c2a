import type { SparseRows, WideWeights } from './parts.ts';
import { eachInRow } from './sparse-rows.ts';

/** Item-item sums of one list. */
export interface WideSums {
	/** Σ_i w_i · S_ij, length m. */
	readonly sums: Float64Array;
	/** w_i = p_i · x_i by learned title, length m; 0 elsewhere. */
	readonly weightOf: Float64Array;
}

/** The wide part over n titles of which m were learned. */
export interface Wide {
	/**
	 * Sums over learned titles of a list.
	 *
	 * @param weigh what the title at a position of `titles` counts
	 */
	sum(titles: Int32Array, weigh: (at: number) => number): WideSums;
	/** Score of any title. */
	scoreOf(sums: WideSums, title: number): number;
	/** Scores of the first `count` titles. */
	scores(sums: WideSums, out: Float32Array, count: number): void;
	/** Score of a learned title as though it had not been learned; it must not be on the list. */
	coldScoreOf(sums: WideSums, title: number): number;
	/** Part that a learned title of the list has in the score of any title, for an input weight of 1. */
	partOf(title: number, entry: number): number;
}

/**
 * An item-item model that also knows titles it was not taught.
 *
 * A title j that was on no list, but is linked to others with weights g_jk, would have got the column
 * b_j = P · g_j, had it been in the Gram matrix (the solution of (G + λ)·b_j = g_j, with P the inverse of the
 * rest), so its score is Σ_k g_jk · (P·x)_k. And P·x is known from the sums: with S_ij = −P_ij / (p_i·p_j),
 * (P·x)_k = p_k · (w_k − Σ_i w_i·S_ik), w_i = p_i·x_i. In words: a link counts as far as the linked title is
 * on the list and not already explained by the rest of it.
 */
export function createWide(weights: WideWeights, links: SparseRows, learnedCount: number): Wide {
	const { matrix, inputScale, outputScale, linkScale } = weights;
	const scoreOf = ({ sums, weightOf }: WideSums, title: number) => {
		if (title < learnedCount) return (sums[title] ?? 0) * (outputScale[title] ?? 0);
		let score = 0;
		// Loops and no callbacks, here and below: thousands of titles come through for each list.
		const end = links.offsets[title + 1] ?? 0;
		for (let at = links.offsets[title] ?? 0; at < end; at++) {
			const linked = links.columns[at] ?? 0;
			const evidence = (linkScale[linked] ?? 0) * ((weightOf[linked] ?? 0) - (sums[linked] ?? 0));
			score += (links.values[at] ?? 0) * evidence;
		}
		return score;
	};
	return {
		sum(titles, weigh) {
			const own = Float64Array.from(titles, (title, at) => weigh(at) * (inputScale[title] ?? 0));
			const sums = new Float64Array(learnedCount);
			const weightOf = new Float64Array(learnedCount);
			titles.forEach((title, at) => (weightOf[title] = own[at] ?? 0));
			matrix.addRows(titles, own, sums);
			return { sums, weightOf };
		},
		scoreOf,
		scores: (sums, out, count) => writeScores(weights, links, learnedCount, sums, out, count),
		coldScoreOf({ sums, weightOf }, title) {
			const own = sums[title] ?? 0;
			let score = 0;
			const end = links.offsets[title + 1] ?? 0;
			for (let at = links.offsets[title] ?? 0; at < end; at++) {
				const linked = links.columns[at] ?? 0;
				const rest = (sums[linked] ?? 0) + matrix.at(linked, title) * own;
				const evidence = (linkScale[linked] ?? 0) * ((weightOf[linked] ?? 0) - rest);
				score += (links.values[at] ?? 0) * evidence;
			}
			return score;
		},
		partOf(title, entry) {
			const scale = inputScale[entry] ?? 0;
			if (title < learnedCount) {
				return scale * matrix.at(entry, title) * (outputScale[title] ?? 0);
			}
			let part = 0;
			eachInRow(links, title, (linked, link) => {
				const own = linked === entry ? 1 : 0;
				part += link * (linkScale[linked] ?? 0) * (own - matrix.at(entry, linked));
			});
			return scale * part;
		},
	};
}

/** What `scoreOf` says of every title, with the evidence of each link worked out once. */
function writeScores(
	{ outputScale, linkScale }: WideWeights,
	{ offsets, columns, values }: SparseRows,
	learnedCount: number,
	{ sums, weightOf }: WideSums,
	out: Float32Array,
	count: number,
): void {
	const evidence = new Float64Array(learnedCount);
	for (let title = 0; title < learnedCount; title++) {
		const sum = sums[title] ?? 0;
		out[title] = sum * (outputScale[title] ?? 0);
		evidence[title] = (linkScale[title] ?? 0) * ((weightOf[title] ?? 0) - sum);
	}
	for (let title = learnedCount, at = offsets[title] ?? 0; title < count; title++) {
		let score = 0;
		for (const end = offsets[title + 1] ?? 0; at < end; at++) {
			score += (values[at] ?? 0) * (evidence[columns[at] ?? 0] ?? 0);
		}
		out[title] = score;
	}
}
