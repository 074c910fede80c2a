import { createRankingKernels, type RankingKernels } from '../../kernels/ranking-kernels.ts';
import type { AutoencoderWeights, DenseRows, SparseRows } from './parts.ts';
import { placeRows, type PlacedRows } from './placed-rows.ts';
import { addFacts, eachInRow } from './sparse-rows.ts';

/** The last layer of an autoencoder: presence and rating of titles for a hidden layer. */
export interface Outputs {
	/** Whether there is a rating output. */
	readonly rates: boolean;
	/**
	 * Both outputs of all n titles at once: as {@link presence} and {@link ratingOf} give them, but for rounding.
	 *
	 * @param presence length n
	 * @param ratings length m; left as it is where there is no rating output
	 */
	all(hidden: Float32Array, presence: Float32Array, ratings: Float32Array): void;
	/** Both outputs of some titles, for one hidden layer after another; good until the next titles are selected. */
	select(titles: Int32Array): (hidden: Float32Array) => SelectedOutputs;
	/** Presence logit of any title less the mean logit of the learned ones. */
	presence(hidden: Float32Array): (title: number) => number;
	/** Presence logits of titles as though none had been learned: by their facts alone. */
	coldPresence(hidden: Float32Array): (title: number) => number;
	/** Normalised rating of one title; 0 where there is no rating output or the title was not learned. */
	ratingOf(hidden: Float32Array, title: number): number;
	/** Cosines of a title's presence output weights and those of all n; of one that was not learned, those of its facts. */
	outputCosines(title: number): Float32Array;
}

/** In the order of the titles. */
interface SelectedOutputs {
	readonly presence: Float32Array;
	/** 0 where there is no rating output or the title was not learned. */
	readonly ratings: Float32Array;
}

/** Places the output weights where the kernels read them: 4·h bytes a title. */
export function createOutputs(
	weights: AutoencoderWeights,
	facts: SparseRows,
	learnedCount: number,
): Outputs {
	// Closures hold on to what they name: not to all the weights, which are copied.
	const { width, ratingBias } = weights;
	const rates = ratingBias.length > 0;
	const layer = placeLayer(weights, facts, learnedCount);
	const { outputs, ratings, biases, center } = layer;
	const centred = (hidden: Float32Array) => dot(center.row, hidden) + center.bias;
	const cold = (hidden: Float32Array) => coldLogits(layer, facts, hidden, -centred(hidden));
	const selection = createRankingKernels();
	let norms: Float32Array | undefined;
	return {
		rates,
		all(hidden, presence, ratingsOut) {
			addBiases(outputs.dots(hidden), biases, -centred(hidden), presence);
			const coldLogit = cold(hidden);
			for (let title = learnedCount; title < presence.length; title++) {
				presence[title] = coldLogit(title);
			}
			if (rates) addBiases(ratings.dots(hidden), ratingBias, 0, ratingsOut);
		},
		select: (titles) =>
			selection.arena.scopedSync(() =>
				select(selection, { width, ratingBias }, layer, facts, learnedCount, titles),
			),
		presence(hidden) {
			const middle = centred(hidden);
			let coldLogit: ((title: number) => number) | undefined;
			return (title) => {
				if (title < learnedCount) return outputs.dot(title, hidden) + (biases[title] ?? 0) - middle;
				coldLogit ??= cold(hidden);
				return coldLogit(title);
			};
		},
		coldPresence: cold,
		ratingOf: (hidden, title) =>
			rates && title < learnedCount ? ratings.dot(title, hidden) + (ratingBias[title] ?? 0) : 0,
		outputCosines(title) {
			norms ??= normsOf(layer, facts, learnedCount);
			return cosines(layer, facts, learnedCount, norms, title);
		},
	};
}

interface Layer {
	/** Weights of the learned titles, those of their facts included. */
	readonly outputs: PlacedRows;
	readonly ratings: PlacedRows;
	readonly factOutput: PlacedRows;
	readonly biases: Float32Array;
	readonly factBias: Float32Array;
	/** Means over the learned titles. */
	readonly center: { readonly row: Float32Array; readonly bias: number };
}

function placeLayer(weights: AutoencoderWeights, facts: SparseRows, count: number): Layer {
	const { width, factBias, factOutput, ratingOutput } = weights;
	const joined = { width, values: weights.presenceOutput.values.slice() };
	addFacts(joined, factOutput, facts);
	const biases = weights.presenceBias.slice();
	addFacts({ width: 1, values: biases }, { width: 1, values: factBias }, facts);
	const tables = [joined, ratingOutput, factOutput] as const;
	const [outputs, ratings, ofFacts] = placeRows(createRankingKernels(), tables);
	return {
		outputs,
		ratings,
		factOutput: ofFacts,
		biases,
		factBias,
		center: centerOf(joined, biases, count),
	};
}

function addBiases(sums: Float32Array, biases: Float32Array, shift: number, out: Float32Array) {
	for (let at = 0; at < biases.length; at++) {
		out[at] = (sums[at] ?? 0) + (biases[at] ?? 0) + shift;
	}
}

/** Σ_f value_f · (C_f · hidden + c_f) + shift, by title. */
function coldLogits(
	{ factOutput, factBias }: Pick<Layer, 'factOutput' | 'factBias'>,
	{ offsets, columns, values }: SparseRows,
	hidden: Float32Array,
	shift: number,
): (title: number) => number {
	const logits = new Float32Array(factBias.length);
	addBiases(factOutput.dots(hidden), factBias, 0, logits);
	return (title) => {
		let sum = shift;
		const end = offsets[title + 1] ?? 0;
		for (let at = offsets[title] ?? 0; at < end; at++) {
			sum += (values[at] ?? 0) * (logits[columns[at] ?? 0] ?? 0);
		}
		return sum;
	};
}

/** Rows of their own for some titles, their biases as one column more. */
function select(
	kernels: RankingKernels,
	{ width, ratingBias }: Pick<AutoencoderWeights, 'width' | 'ratingBias'>,
	layer: Layer,
	facts: SparseRows,
	count: number,
	titles: Int32Array,
): (hidden: Float32Array) => SelectedOutputs {
	const { biases, factBias, center } = layer;
	const rows = () => new Float32Array(titles.length * (width + 1));
	const [presence, ratings] = [rows(), rows()];
	titles.forEach((title, j) => {
		const start = j * (width + 1);
		const row = outputRow(layer, facts, count, title);
		let bias = biases[title] ?? 0;
		if (title >= count) eachInRow(facts, title, (f, x) => (bias += x * (factBias[f] ?? 0)));
		row.forEach((weight, k) => (presence[start + k] = weight - (center.row[k] ?? 0)));
		presence[start + width] = bias - center.bias;
		if (title >= count || ratingBias.length === 0) return;
		ratings.set(layer.ratings.row(title), start);
		ratings[start + width] = ratingBias[title] ?? 0;
	});
	const [ofPresence, ofRating] = placeRows(kernels, [
		{ width: width + 1, values: presence },
		{ width: width + 1, values: ratings },
	]);
	const withOne = new Float32Array(width + 1).fill(1);
	return (hidden) => {
		withOne.set(hidden);
		return { presence: ofPresence.dots(withOne).slice(), ratings: ofRating.dots(withOne) };
	};
}

/** Output weights of any title. */
function outputRow(
	{ outputs, factOutput }: Layer,
	facts: SparseRows,
	count: number,
	title: number,
) {
	if (title < count) return outputs.row(title);
	const row = new Float32Array(factOutput.width);
	eachInRow(facts, title, (fact, value) => {
		factOutput.row(fact).forEach((weight, k) => (row[k] = (row[k] ?? 0) + value * weight));
	});
	return row;
}

/** Lengths of the output weights of all titles. */
function normsOf(layer: Layer, facts: SparseRows, count: number): Float32Array {
	return Float32Array.from({ length: facts.offsets.length - 1 }, (_, title) => {
		const row = outputRow(layer, facts, count, title);
		return Math.sqrt(dot(row, row));
	});
}

function cosines(
	layer: Layer,
	facts: SparseRows,
	count: number,
	norms: Float32Array,
	title: number,
): Float32Array {
	const own = outputRow(layer, facts, count, title);
	const cold = coldLogits(
		{ ...layer, factBias: new Float32Array(layer.factBias.length) },
		facts,
		own,
		0,
	);
	const out = new Float32Array(norms.length);
	out.set(layer.outputs.dots(own));
	for (let other = 0; other < out.length; other++) {
		const product = other < count ? (out[other] ?? 0) : cold(other);
		const lengths = (norms[title] ?? 0) * (norms[other] ?? 0);
		out[other] = lengths === 0 ? 0 : product / lengths;
	}
	return out;
}

function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
	return sum;
}

function centerOf({ width, values }: DenseRows, biases: Float32Array, count: number) {
	const row = new Float64Array(width);
	let bias = 0;
	for (let title = 0; title < count; title++) {
		for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) + (values[title * width + k] ?? 0);
		bias += biases[title] ?? 0;
	}
	return { row: Float32Array.from(row, (sum) => sum / count), bias: bias / count };
}
