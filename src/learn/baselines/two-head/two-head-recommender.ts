import type { ModelInput, RatingRecommender } from '#core/model/recommender.ts';
import { MAX_SCORE } from '#core/profile/list-entry.ts';
import {
	denormaliseScore,
	normalisationOf,
	normaliseScore,
	type ScoreNormalisation,
} from '#core/profile/score-normalisation.ts';
import { itemPositions, readInput } from '../list-input.ts';
import type { Dense, TwoHeadLayout } from './layout.ts';

/** Lowest score that is predicted, in points of 100. */
const LEAST_SCORE = 1;

/**
 * The two-head network as a recommender: ranks by the presence head, predicts by the rating head.
 *
 * @param items MyAnimeList ids by item position
 * @param values all parameters
 */
export function createTwoHead(
	items: Int32Array,
	layout: TwoHeadLayout,
	values: Float32Array,
): RatingRecommender {
	const positions = itemPositions(items);
	const outputs = (input: ModelInput, scale: ScoreNormalisation, head: readonly Dense[]) => {
		const code = through(layout.trunk, values, firstLayer(layout, values, input, scale), true);
		return through(head, values, code, false);
	};
	return {
		name: `two-head-${layout.inputWidth}`,
		items,
		readInput: (entries) => readInput(entries, positions),
		score(input, out) {
			out.set(outputs(input, scaleOf(input), layout.presence));
		},
		rate(input, out) {
			const scale = scaleOf(input);
			outputs(input, scale, layout.rating).forEach((rating, item) => {
				const score = denormaliseScore(rating, scale);
				out[item] = Math.max(LEAST_SCORE, Math.min(MAX_SCORE, score));
			});
		},
	};
}

function scaleOf({ scores }: ModelInput): ScoreNormalisation {
	const given = Array.from(scores).filter((score) => score > 0);
	const sum = given.reduce((total, score) => total + score, 0);
	const squares = given.reduce((total, score) => total + score ** 2, 0);
	return normalisationOf(given.length, sum, squares);
}

/** relu(bias + n^−½ · Σ [P_i + y_i·S_i]), y_i the normalised score, 0 without one. */
function firstLayer(
	layout: TwoHeadLayout,
	values: Float32Array,
	{ items, scores }: ModelInput,
	scale: ScoreNormalisation,
): Float64Array {
	const width = layout.inputWidth;
	const sums = new Float64Array(width);
	const weight = Math.max(1, items.length) ** -0.5;
	items.forEach((item, k) => {
		const score = scores[k] ?? 0;
		const rating = score > 0 ? normaliseScore(score, scale) : 0;
		const [ofPresence, ofScore] = [layout.presenceInput, layout.scoreInput].map(
			(table) => table + item * width,
		);
		for (let unit = 0; unit < width; unit++) {
			const own = values[(ofPresence ?? 0) + unit] ?? 0;
			const scored = values[(ofScore ?? 0) + unit] ?? 0;
			sums[unit] = (sums[unit] ?? 0) + weight * (own + rating * scored);
		}
	});
	return sums.map((sum, unit) => Math.max(0, sum + (values[layout.inputBias + unit] ?? 0)));
}

/** Through dense layers with rectifiers between them, and after the last if so wished. */
function through(
	layers: readonly Dense[],
	values: Float32Array,
	input: Float64Array,
	rectifyLast: boolean,
): Float64Array {
	return layers.reduce((x, { inputs, outputs, weights, bias }, k) => {
		const y = new Float64Array(outputs);
		const rectified = rectifyLast || k + 1 < layers.length;
		for (let to = 0; to < outputs; to++) {
			let sum = values[bias + to] ?? 0;
			const row = weights + to * inputs;
			for (let from = 0; from < inputs; from++) sum += (x[from] ?? 0) * (values[row + from] ?? 0);
			y[to] = rectified ? Math.max(0, sum) : sum;
		}
		return y;
	}, input);
}
