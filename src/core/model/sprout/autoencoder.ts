import type { ModelInput } from '../recommender.ts';
import type { AutoencoderWeights, DenseRows, SparseRows } from './parts.ts';
import type { ProfileSummary } from './profile-summary.ts';
import { addScaledRow, eachInRow, rowDot, rowDots } from './sparse-rows.ts';

/** The sums of a list before the activation, so that an entry can be taken out of them. */
export interface EncoderSums {
	/** Entries of titles that were learned. */
	readonly count: number;
	/** Σ P_i + f_i·Q + δ_i·D_i, length h. */
	readonly base: Float64Array;
	/** Σ s_i·S_i over scored entries, s_i in points of 100. */
	readonly scored: Float64Array;
	/** Σ S_i over scored entries. */
	readonly present: Float64Array;
}

/** The forward pass of an autoencoder over n titles, of which m were learned. */
export interface Autoencoder {
	readonly width: number;
	/** Whether there is a rating output. */
	readonly rates: boolean;
	sums(input: ModelInput): EncoderSums;
	/** Takes the k-th entry out: writes what is left to `into`, which is returned with the new count. */
	sumsWithout(input: ModelInput, whole: EncoderSums, k: number, into: EncoderSums): EncoderSums;
	/** Hidden layer of a list, length h. */
	encode(
		sums: EncoderSums,
		profile: Pick<ProfileSummary, 'slope' | 'intercept'>,
		out: Float64Array,
	): void;
	/** Both outputs of all learned titles at once: as {@link presence} and {@link ratingOf} give them. */
	learnedOutputs(hidden: Float64Array, presence: Float64Array, ratings: Float64Array): void;
	/** Presence logit of any title less the mean logit of the learned ones. */
	presence(hidden: Float64Array): (title: number) => number;
	/** Presence logits of titles as though none had been learned: by their facts alone. */
	coldPresence(hidden: Float64Array): (title: number) => number;
	/** Cosine of the presence output weights of two titles; of one that was not learned, those of its facts. */
	outputCosine(a: number, b: number): number;
	/** Normalised rating of one title; 0 where there is no rating output or the title was not learned. */
	ratingOf(hidden: Float64Array, title: number): number;
}

/** Room for the sums of a list. */
export function emptySums(width: number): EncoderSums {
	return {
		count: 0,
		base: new Float64Array(width),
		scored: new Float64Array(width),
		present: new Float64Array(width),
	};
}

/**
 * Joins weights and facts; what depends on a title alone is added up once, here: 4·h bytes a title.
 *
 * @param facts n rows; the first `learnedCount` titles have weights of their own
 */
export function createAutoencoder(
	weights: AutoencoderWeights,
	facts: SparseRows,
	learnedCount: number,
): Autoencoder {
	const { width } = weights;
	const inputs = joined(weights.presenceInput, weights.factInput, facts, learnedCount);
	const outputs = joined(weights.presenceOutput, weights.factOutput, facts, learnedCount);
	const biases = joined(
		{ width: 1, values: weights.presenceBias },
		{ width: 1, values: weights.factBias },
		facts,
		learnedCount,
	).values;
	const center = centerOf(outputs, biases, learnedCount);
	const rates = weights.ratingBias.length > 0;
	const outputRow = (title: number) =>
		title < learnedCount
			? outputs.values.subarray(title * width, (title + 1) * width)
			: factRow(weights.factOutput, facts, title);
	const centred = (hidden: Float64Array) => dot(hidden, center.row) + center.bias;
	return {
		width,
		rates,
		sums: (input) => sumUp(weights, inputs, learnedCount, input),
		sumsWithout: (input, whole, k, into) =>
			takeOut(weights, inputs, learnedCount, input, whole, k, into),
		encode: (sums, profile, out) => encode(weights, sums, profile, out),
		learnedOutputs(hidden, presence, ratings) {
			rowDots(outputs, hidden, presence);
			addBiases(presence, biases, -centred(hidden));
			if (!rates) return;
			rowDots(weights.ratingOutput, hidden, ratings);
			addBiases(ratings, weights.ratingBias, 0);
		},
		presence(hidden) {
			const middle = centred(hidden);
			let cold: ((title: number) => number) | undefined;
			return (title) => {
				if (title < learnedCount) {
					return rowDot(outputs, title, hidden) + (biases[title] ?? 0) - middle;
				}
				cold ??= coldPresence(weights, facts, hidden, middle);
				return cold(title);
			};
		},
		coldPresence: (hidden) => coldPresence(weights, facts, hidden, centred(hidden)),
		outputCosine: (a, b) => cosine(outputRow(a), outputRow(b)),
		ratingOf: (hidden, title) =>
			rates && title < learnedCount
				? rowDot(weights.ratingOutput, title, hidden) + (weights.ratingBias[title] ?? 0)
				: 0,
	};
}

function encode(
	{ width, hiddenBias }: AutoencoderWeights,
	{ count, base, scored, present }: EncoderSums,
	{ slope, intercept }: Pick<ProfileSummary, 'slope' | 'intercept'>,
	out: Float64Array,
): void {
	const scale = 1 / Math.sqrt(Math.max(1, count));
	for (let unit = 0; unit < width; unit++) {
		const scores = slope * (scored[unit] ?? 0) + intercept * (present[unit] ?? 0);
		out[unit] = Math.tanh((hiddenBias[unit] ?? 0) + scale * ((base[unit] ?? 0) + scores));
	}
}

function addBiases(sums: Float64Array, biases: Float32Array, shift: number): void {
	for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (biases[at] ?? 0) + shift;
}

function coldPresence(
	{ factOutput, factBias }: AutoencoderWeights,
	{ offsets, columns, values }: SparseRows,
	hidden: Float64Array,
	middle: number,
): (title: number) => number {
	const logits = new Float64Array(factBias.length);
	for (let fact = 0; fact < logits.length; fact++) {
		logits[fact] = rowDot(factOutput, fact, hidden) + (factBias[fact] ?? 0);
	}
	return (title) => {
		let sum = -middle;
		const end = offsets[title + 1] ?? 0;
		for (let at = offsets[title] ?? 0; at < end; at++) {
			sum += (values[at] ?? 0) * (logits[columns[at] ?? 0] ?? 0);
		}
		return sum;
	};
}

/** What the facts of a title say alone. */
function factRow(ofFacts: DenseRows, facts: SparseRows, title: number): Float32Array {
	const row = new Float32Array(ofFacts.width);
	eachInRow(facts, title, (fact, value) => addScaledRow(ofFacts, fact, value, row));
	return row;
}

function cosine(a: Float32Array, b: Float32Array): number {
	let [product, left, right] = [0, 0, 0];
	for (let k = 0; k < a.length; k++) {
		const [x, y] = [a[k] ?? 0, b[k] ?? 0];
		product += x * y;
		left += x * x;
		right += y * y;
	}
	return left === 0 || right === 0 ? 0 : product / Math.sqrt(left * right);
}

/** Rows of titles: their own weights, where they were learned, and those of their facts. */
function joined(own: DenseRows, ofFacts: DenseRows, facts: SparseRows, count: number): DenseRows {
	const { width } = own;
	const values = new Float32Array(count * width);
	values.set(own.values.subarray(0, values.length));
	for (let title = 0; title < count; title++) {
		const row = values.subarray(title * width, (title + 1) * width);
		eachInRow(facts, title, (fact, value) => addScaledRow(ofFacts, fact, value, row));
	}
	return { width, values };
}

function centerOf({ width, values }: DenseRows, biases: Float32Array, count: number) {
	const row = new Float64Array(width);
	let bias = 0;
	for (let title = 0; title < count; title++) {
		for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) + (values[title * width + k] ?? 0);
		bias += biases[title] ?? 0;
	}
	return { row: row.map((sum) => sum / count), bias: bias / count };
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
	return sum;
}

function sumUp(
	weights: AutoencoderWeights,
	inputs: DenseRows,
	learnedCount: number,
	input: ModelInput,
): EncoderSums {
	const sums = emptySums(weights.width);
	let count = 0;
	input.items.forEach((title, k) => {
		if (title >= learnedCount) return;
		count++;
		addEntry(weights, inputs, input, k, 1, sums);
	});
	return { ...sums, count };
}

function takeOut(
	weights: AutoencoderWeights,
	inputs: DenseRows,
	learnedCount: number,
	input: ModelInput,
	whole: EncoderSums,
	k: number,
	into: EncoderSums,
): EncoderSums {
	into.base.set(whole.base);
	into.scored.set(whole.scored);
	into.present.set(whole.present);
	if ((input.items[k] ?? 0) >= learnedCount) return { ...into, count: whole.count };
	addEntry(weights, inputs, input, k, -1, into);
	return { ...into, count: whole.count - 1 };
}

function addEntry(
	{ droppedInput, scoreInput }: AutoencoderWeights,
	inputs: DenseRows,
	input: ModelInput,
	k: number,
	sign: 1 | -1,
	sums: EncoderSums,
): void {
	const title = input.items[k] ?? 0;
	const score = input.scores[k] ?? 0;
	addScaledRow(inputs, title, sign, sums.base);
	if (input.shunned[k]) addScaledRow(droppedInput, title, sign, sums.base);
	if (score === 0) return;
	addScaledRow(scoreInput, title, sign * score, sums.scored);
	addScaledRow(scoreInput, title, sign, sums.present);
}
