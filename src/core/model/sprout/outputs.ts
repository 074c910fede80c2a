import { createRankingKernels, type RankingKernels } from '../../kernels/ranking-kernels.ts';
import { createCodedRows, type CodedRowTable } from './coded-rows.ts';
import type { AutoencoderWeights, SparseRows } from './parts.ts';
import { placeRows } from './placed-rows.ts';
import { eachInRow } from './sparse-rows.ts';

/** The last layer of an autoencoder: presence and rating of titles for a hidden layer. */
export interface Outputs {
	/**
	 * Both outputs of the first `count` titles at once: as {@link presence} and {@link ratingOf} give them, but for rounding.
	 *
	 * @param presence length n
	 * @param ratings length m; left as it is where there is no rating output
	 */
	all(hidden: Float32Array, presence: Float32Array, ratings: Float32Array, count: number): void;
	/** Both outputs of some titles, for one hidden layer after another; good until the next titles are selected. */
	select(titles: Int32Array): (hidden: Float32Array) => SelectedOutputs;
	/** Presence logit of one title, as {@link presence} gives it. */
	presenceOf(hidden: Float32Array, title: number): number;
	/** Presence logits of any titles less the mean logit of the learned ones. */
	presence(hidden: Float32Array): (title: number) => number;
	/** Presence logits of titles as though none had been learned: by their facts alone. */
	coldPresence(hidden: Float32Array): (title: number) => number;
	/** Normalised rating of one title; 0 where there is no rating output or the title was not learned. */
	ratingOf(hidden: Float32Array, title: number): number;
	/** Cosines of a title's presence output weights and those of all n; of one that was not learned, those of its facts. */
	outputCosines(title: number): Float32Array;
	/** Presence output weights of any title less the mean ones of the learned titles, length h. */
	titleVector(title: number): Float32Array;
}

/** In the order of the titles. */
interface SelectedOutputs {
	readonly presence: Float32Array;
	/** 0 where there is no rating output or the title was not learned. */
	readonly ratings: Float32Array;
}

/** Places the output weights where the kernels read them: 2·h bytes a title where they were coded in bytes. */
export function createOutputs(
	weights: AutoencoderWeights,
	facts: SparseRows,
	learnedCount: number,
): Outputs {
	const layer = createLayer(weights, facts, learnedCount);
	const { own, ratings, ratingBias, presenceBias } = layer;
	const rates = ratingBias.length > 0;
	const selection = createRankingKernels();
	let norms: Float32Array | undefined;
	return {
		all(hidden, presence, ratingsOut, count) {
			const ofFacts = factLogits(layer, hidden);
			for (let title = 0; title < count; title++) presence[title] = ofFacts(title);
			addTo(presence, own.dots(hidden), presenceBias);
			if (!rates) return;
			ratingsOut.fill(0);
			addTo(ratingsOut, ratings.dots(hidden), ratingBias);
		},
		select: (titles) => selection.arena.scopedSync(() => select(selection, layer, titles)),
		presence(hidden) {
			const ofFacts = factLogits(layer, hidden);
			return (title) =>
				ofFacts(title) +
				(title < learnedCount ? own.dot(title, hidden) + (presenceBias[title] ?? 0) : 0);
		},
		presenceOf(hidden, title) {
			const { center, factOutput } = layer;
			let logit = biasOf(layer, title) - center.bias - dot(center.row, hidden);
			eachInRow(facts, title, (fact, value) => (logit += value * factOutput.dot(fact, hidden)));
			return title < learnedCount ? logit + own.dot(title, hidden) : logit;
		},
		coldPresence: (hidden) => factLogits(layer, hidden),
		ratingOf: (hidden, title) =>
			rates && title < learnedCount ? ratings.dot(title, hidden) + (ratingBias[title] ?? 0) : 0,
		outputCosines(title) {
			norms ??= normsOf(layer);
			return cosines(layer, norms, title);
		},
		titleVector: (title) =>
			outputRow(layer, title).map((weight, k) => weight - (layer.center.row[k] ?? 0)),
	};
}

/** Presence weights of a title are those of its facts and, where it was learned, its own. */
interface Layer {
	readonly facts: SparseRows;
	readonly learnedCount: number;
	readonly own: CodedRowTable;
	readonly presenceBias: Float32Array;
	readonly factOutput: CodedRowTable;
	readonly factBias: Float32Array;
	readonly ratings: CodedRowTable;
	readonly ratingBias: Float32Array;
	/** Means over the learned titles. */
	readonly center: { readonly row: Float32Array; readonly bias: number };
}

function createLayer(weights: AutoencoderWeights, facts: SparseRows, learnedCount: number): Layer {
	const { presenceBias, factBias, ratingBias } = weights;
	const layer = {
		facts,
		learnedCount,
		presenceBias,
		factBias,
		ratingBias,
		own: createCodedRows(weights.presenceOutput),
		factOutput: createCodedRows(weights.factOutput),
		ratings: createCodedRows(weights.ratingOutput),
	};
	return { ...layer, center: centerOf(layer) };
}

function addTo(out: Float32Array, sums: Float32Array, biases: Float32Array): void {
	for (let at = 0; at < biases.length; at++) {
		out[at] = (out[at] ?? 0) + (sums[at] ?? 0) + (biases[at] ?? 0);
	}
}

/** What the facts of a title say, less the mean logit of the learned titles: Σ_f x_f · (C_f · hidden + c_f) − mean. */
function factLogits(
	{ facts: { offsets, columns, values }, factOutput, factBias, center }: Layer,
	hidden: Float32Array,
): (title: number) => number {
	const logits = factBias.slice();
	addTo(logits, factOutput.dots(hidden), new Float32Array(logits.length));
	const middle = dot(center.row, hidden) + center.bias;
	return (title) => {
		let sum = -middle;
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
	layer: Layer,
	titles: Int32Array,
): (hidden: Float32Array) => SelectedOutputs {
	const { learnedCount, ratings, ratingBias, center } = layer;
	const { width } = layer.own;
	const rows = () => new Float32Array(titles.length * (width + 1));
	const [presence, rating] = [rows(), rows()];
	titles.forEach((title, j) => {
		const start = j * (width + 1);
		outputRow(layer, title).forEach(
			(weight, k) => (presence[start + k] = weight - (center.row[k] ?? 0)),
		);
		presence[start + width] = biasOf(layer, title) - center.bias;
		if (title >= learnedCount || ratingBias.length === 0) return;
		ratings.addRow(title, 1, rating.subarray(start, start + width));
		rating[start + width] = ratingBias[title] ?? 0;
	});
	const [ofPresence, ofRating] = placeRows(kernels, [
		{ width: width + 1, values: presence },
		{ width: width + 1, values: rating },
	]);
	const withOne = new Float32Array(width + 1).fill(1);
	return (hidden) => {
		withOne.set(hidden);
		return { presence: ofPresence(withOne), ratings: ofRating(withOne) };
	};
}

/** Presence weights of any title. */
function outputRow({ own, factOutput, facts, learnedCount }: Layer, title: number): Float32Array {
	const row = new Float32Array(own.width);
	if (title < learnedCount) own.addRow(title, 1, row);
	eachInRow(facts, title, (fact, value) => factOutput.addRow(fact, value, row));
	return row;
}

function biasOf({ presenceBias, factBias, facts }: Omit<Layer, 'center'>, title: number): number {
	let bias = presenceBias[title] ?? 0;
	eachInRow(facts, title, (fact, value) => (bias += value * (factBias[fact] ?? 0)));
	return bias;
}

/** Lengths of the presence weights of all titles. */
function normsOf(layer: Layer): Float32Array {
	return Float32Array.from({ length: layer.facts.offsets.length - 1 }, (_, title) => {
		const row = outputRow(layer, title);
		return Math.sqrt(dot(row, row));
	});
}

function cosines(layer: Layer, norms: Float32Array, title: number): Float32Array {
	const { facts, own, factOutput, learnedCount } = layer;
	const row = outputRow(layer, title);
	// Vectors of the kernels are within ±1.
	const greatest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
	const scaled = row.map((value) => value / greatest);
	const ofFacts = factOutput.dots(scaled);
	const out = new Float32Array(norms.length);
	for (let other = 0; other < out.length; other++) {
		const end = facts.offsets[other + 1] ?? 0;
		let product = 0;
		for (let at = facts.offsets[other] ?? 0; at < end; at++) {
			product += (facts.values[at] ?? 0) * (ofFacts[facts.columns[at] ?? 0] ?? 0);
		}
		out[other] = product;
	}
	addTo(out, own.dots(scaled), new Float32Array(learnedCount));
	const length = (norms[title] ?? 0) / greatest;
	return out.map((product, other) => {
		const lengths = length * (norms[other] ?? 0);
		return lengths === 0 ? 0 : product / lengths;
	});
}

function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
	return sum;
}

/** Means of weights and biases: each fact counts as often as learned titles have it. */
function centerOf(layer: Omit<Layer, 'center'>): Layer['center'] {
	const { own, factOutput, facts, learnedCount } = layer;
	const row = new Float32Array(own.width);
	const shares = new Float64Array(factOutput.count);
	let bias = 0;
	for (let title = 0; title < learnedCount; title++) {
		own.addRow(title, 1 / learnedCount, row);
		bias += biasOf(layer, title) / learnedCount;
		eachInRow(facts, title, (fact, value) => (shares[fact] = (shares[fact] ?? 0) + value));
	}
	shares.forEach((share, fact) => factOutput.addRow(fact, share / learnedCount, row));
	return { row, bias };
}
