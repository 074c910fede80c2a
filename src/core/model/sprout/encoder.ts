import { createRankingKernels, type RankingKernels } from '../../kernels/ranking-kernels.ts';
import type { ModelInput } from '../recommender.ts';
import type { AutoencoderWeights, DenseRows, SparseRows } from './parts.ts';
import type { ProfileSummary } from './profile-summary.ts';
import { addFacts, addScaledRow } from './sparse-rows.ts';

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

/** The first layer of an autoencoder. */
export interface Encoder {
	/** h. */
	readonly width: number;
	sums(input: ModelInput): EncoderSums;
	/** Takes the k-th entry out: writes what is left to `into`, which is returned with the new count. */
	sumsWithout(input: ModelInput, whole: EncoderSums, k: number, into: EncoderSums): EncoderSums;
	/** Hidden layer of a list, length h. */
	encode(sums: EncoderSums, profile: Normalising, out: Float32Array): void;
}

type Normalising = Pick<ProfileSummary, 'slope' | 'intercept'>;

/** Room for the sums of a list. */
export function emptySums(width: number): EncoderSums {
	return {
		count: 0,
		base: new Float64Array(width),
		scored: new Float64Array(width),
		present: new Float64Array(width),
	};
}

/** Places the input weights where the kernels read them: 12·h bytes a title. */
export function createEncoder(
	weights: AutoencoderWeights,
	facts: SparseRows,
	learnedCount: number,
): Encoder {
	const { width, hiddenBias } = weights;
	const tables = placeTables(weights, facts, learnedCount);
	const { kernels, activation } = tables;
	return {
		width,
		sums: (input) => sumUp(tables, input),
		sumsWithout: (input, whole, k, into) => takeOut(tables, input, whole, k, into),
		encode({ count, base, scored, present }, { slope, intercept }, out) {
			const scale = 1 / Math.sqrt(Math.max(1, count));
			const hidden = activation.values;
			for (let unit = 0; unit < width; unit++) {
				const scores = slope * (scored[unit] ?? 0) + intercept * (present[unit] ?? 0);
				hidden[unit] = (hiddenBias[unit] ?? 0) + scale * ((base[unit] ?? 0) + scores);
			}
			kernels.tanhForward(activation.address, width);
			out.set(hidden);
		},
	};
}

/** Rows in the memory of the kernels. */
interface Placed extends DenseRows {
	readonly address: number;
}

interface Tables {
	readonly kernels: RankingKernels;
	readonly learnedCount: number;
	readonly inputs: Placed;
	readonly scores: Placed;
	readonly dropped: Placed;
	readonly activation: Placed;
	/** Room for the titles of a list and their weights. */
	readonly items: number;
	readonly weights: number;
}

function placeTables(weights: AutoencoderWeights, facts: SparseRows, count: number): Tables {
	const { width, presenceInput, factInput, scoreInput, droppedInput } = weights;
	const kernels = createRankingKernels();
	const { arena } = kernels;
	const allocate = (rows: number) => arena.allocate(4 * rows * width);
	const [inputs, scores, dropped, activation] = [
		allocate(count),
		allocate(count),
		allocate(count),
		allocate(1),
	];
	const [items, itemWeights] = [arena.allocate(2 * count), arena.allocate(4 * count)];
	// Nothing is allocated after this, so that views stay valid.
	const place = (address: number, rows: number, values?: Float32Array): Placed => {
		const view = arena.f32(address, rows * width);
		view.fill(0);
		if (values) view.set(values.subarray(0, view.length));
		return { address, width, values: view };
	};
	const placed = place(inputs, count, presenceInput.values);
	addFacts(placed, factInput, facts);
	return {
		kernels,
		learnedCount: count,
		inputs: placed,
		scores: place(scores, count, scoreInput.values),
		dropped: place(dropped, count, droppedInput.values),
		activation: place(activation, 1),
		items,
		weights: itemWeights,
	};
}

function sumUp(tables: Tables, input: ModelInput): EncoderSums {
	const { learnedCount, inputs, scores, dropped } = tables;
	const known = Int32Array.from(input.items.keys()).filter(
		(k) => (input.items[k] ?? 0) < learnedCount,
	);
	const shunned = known.filter((k) => (input.shunned[k] ?? 0) > 0);
	const scored = known.filter((k) => (input.scores[k] ?? 0) > 0);
	const base = gather(tables, inputs, input, known, () => 1);
	gather(tables, dropped, input, shunned, () => 1).forEach(
		(value, unit) => (base[unit] = (base[unit] ?? 0) + value),
	);
	return {
		count: known.length,
		base,
		scored: gather(tables, scores, input, scored, (k) => input.scores[k] ?? 0),
		present: gather(tables, scores, input, scored, () => 1),
	};
}

/** Σ over some entries of a list of their rows, each times what it counts. */
function gather(
	{ kernels, activation, items, weights }: Tables,
	table: Placed,
	input: ModelInput,
	entries: Int32Array,
	weigh: (k: number) => number,
): Float64Array {
	const itemView = kernels.arena.u16(items, entries.length);
	const weightView = kernels.arena.f32(weights, entries.length);
	entries.forEach((k, at) => {
		itemView[at] = input.items[k] ?? 0;
		weightView[at] = weigh(k);
	});
	activation.values.fill(0);
	const { width } = table;
	kernels.gatherRows(
		table.address,
		width,
		width,
		items,
		weights,
		entries.length,
		activation.address,
	);
	return Float64Array.from(activation.values);
}

function takeOut(
	{ learnedCount, inputs, scores, dropped }: Tables,
	input: ModelInput,
	whole: EncoderSums,
	k: number,
	into: EncoderSums,
): EncoderSums {
	into.base.set(whole.base);
	into.scored.set(whole.scored);
	into.present.set(whole.present);
	const title = input.items[k] ?? 0;
	if (title >= learnedCount) return { ...into, count: whole.count };
	addScaledRow(inputs, title, -1, into.base);
	if (input.shunned[k]) addScaledRow(dropped, title, -1, into.base);
	const score = input.scores[k] ?? 0;
	if (score > 0) {
		addScaledRow(scores, title, -score, into.scored);
		addScaledRow(scores, title, -1, into.present);
	}
	return { ...into, count: whole.count - 1 };
}
