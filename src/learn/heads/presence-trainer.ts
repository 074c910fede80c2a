import { PRESENCE_FEATURES } from '#core/model/sprout/presence-features.ts';
import { GREATEST_FEATURE } from '#core/model/sprout/head.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { headLayout, type HeadParameters } from './head-parameters.ts';
import type { Standard } from './list-features.ts';

/** What is to be ranked before what, for one list. */
export interface RankingTarget {
	/** 1 where the candidate of a row may be ranked. */
	readonly candidates: Uint8Array;
	/** Rows that should come first; all of them may be ranked. */
	readonly targets: Uint16Array;
	/** Weight of each target. */
	readonly weight: number;
}

/** Loss and gradient of the presence head for one list, over the candidates that it is shown. */
export interface PresenceTrainer {
	/** Where the raw features of the candidates go before {@link PresenceTrainer.accumulate}, row by row. */
	features(): Float32Array;
	/**
	 * Adds the gradient of the masked multinomial losses of all rankings to `gradient`.
	 *
	 * @param count rows that hold a candidate
	 * @returns the sum of the losses
	 */
	accumulate(
		head: HeadParameters,
		standard: Standard,
		count: number,
		rankings: readonly RankingTarget[],
		gradient: Float64Array,
	): number;
}

const F = PRESENCE_FEATURES;
/** Candidates that hardly move the loss are passed over: together less than a thousandth of it. */
const LEAST_GRADIENT = 1e-7;

/**
 * Room for one list in the memory of the kernels; forward and backward over all candidates are products
 * of matrices, candidates × features by features × width.
 *
 * @param capacity most candidates of a list
 */
export function createPresenceTrainer(
	kernels: Kernels,
	capacity: number,
	width: number,
): PresenceTrainer {
	const { arena } = kernels;
	const at = allocate(kernels, capacity, width);
	return {
		features: () => arena.f32(at.features, capacity * F),
		accumulate(head, standard, count, rankings, gradient) {
			const rows = arena.f32(at.features, count * F);
			const hidden = arena.f32(at.hidden, count * width);
			standardise(rows, standard);
			const { hiddenBias, output } = headLayout(head);
			arena.f32(at.weights, width * F).set(head.values.subarray(0, hiddenBias));
			fillRows(hidden, head.values.subarray(hiddenBias, output));
			// hidden += features · weightsᵀ
			const { features, weights } = at;
			kernels.gemm(
				count,
				width,
				F,
				1,
				features,
				F,
				1,
				weights,
				1,
				F,
				at.hidden,
				width,
				false,
				at.scratch,
			);
			writeLogits(head, rows, hidden, arena.f32(at.logits, count));
			const byLogits = new Float64Array(count);
			const loss = rankings.reduce((sum, ranking) => sum + rank(kernels, at, ranking, byLogits), 0);
			backward(head, rows, hidden, byLogits, gradient);
			arena.f32(at.gradient, width * F).fill(0);
			// gradient += hiddenᵀ · features
			kernels.gemm(
				width,
				F,
				count,
				1,
				at.hidden,
				1,
				width,
				features,
				F,
				1,
				at.gradient,
				F,
				false,
				at.scratch,
			);
			addTo(gradient, arena.f32(at.gradient, width * F));
			return loss;
		},
	};
}

type Room = ReturnType<typeof allocate>;

/** Addresses of all that one list takes. */
function allocate({ arena, gemmScratchBytes }: Kernels, titleCount: number, width: number) {
	return {
		features: arena.allocate(4 * titleCount * F),
		hidden: arena.allocate(4 * titleCount * width),
		weights: arena.allocate(4 * width * F),
		gradient: arena.allocate(4 * width * F),
		logits: arena.allocate(4 * titleCount),
		partial: arena.allocate(4 * titleCount),
		mask: arena.allocate(titleCount),
		targets: arena.allocate(2 * titleCount),
		targetWeights: arena.allocate(4 * titleCount),
		scratch: arena.allocate(gemmScratchBytes(Math.max(width, F))),
	};
}

function addTo(sums: Float64Array, values: Float32Array): void {
	values.forEach((value, at) => (sums[at] = (sums[at] ?? 0) + value));
}

function fillRows(rows: Float32Array, row: Float32Array): void {
	for (let at = 0; at < rows.length; at += row.length) rows.set(row, at);
}

/** Loss of one ranking; adds its gradient by the logits to `sum`. */
function rank(
	{ arena, softmaxGradient }: Kernels,
	at: Room,
	{ candidates, targets, weight }: RankingTarget,
	sum: Float64Array,
): number {
	if (targets.length === 0) return 0;
	const count = candidates.length;
	arena.u8(at.mask, count).set(candidates);
	arena.u16(at.targets, targets.length).set(targets);
	arena.f32(at.targetWeights, targets.length).fill(weight);
	const loss = softmaxGradient(
		at.logits,
		at.mask,
		count,
		at.targets,
		at.targetWeights,
		targets.length,
		at.partial,
	);
	addTo(sum, arena.f32(at.partial, count));
	return loss;
}

function standardise(rows: Float32Array, { mean, deviation }: Standard): void {
	for (let at = 0, f = 0; at < rows.length; at++) {
		const value = ((rows[at] ?? 0) - (mean[f] ?? 0)) / (deviation[f] ?? 1);
		rows[at] = Math.max(-GREATEST_FEATURE, Math.min(GREATEST_FEATURE, value));
		f = f + 1 === F ? 0 : f + 1;
	}
}

function writeLogits(
	head: HeadParameters,
	rows: Float32Array,
	pre: Float32Array,
	out: Float32Array,
): void {
	const { width, values } = head;
	const at = headLayout(head);
	for (let title = 0; title < out.length; title++) {
		let sum = values[at.bias] ?? 0;
		for (let f = 0; f < F; f++) sum += (values[at.skip + f] ?? 0) * (rows[title * F + f] ?? 0);
		for (let unit = 0; unit < width; unit++) {
			const value = pre[title * width + unit] ?? 0;
			if (value > 0) sum += (values[at.output + unit] ?? 0) * value;
		}
		out[title] = sum;
	}
}

/** Adds all gradients but that of the hidden weights, and turns `pre` into its own gradient. */
function backward(
	head: HeadParameters,
	rows: Float32Array,
	pre: Float32Array,
	byLogits: Float64Array,
	gradient: Float64Array,
): void {
	const { width, values } = head;
	const at = headLayout(head);
	const add = (place: number, value: number) => {
		gradient[place] = (gradient[place] ?? 0) + value;
	};
	byLogits.forEach((g, title) => {
		if (Math.abs(g) < LEAST_GRADIENT) {
			return void pre.fill(0, title * width, (title + 1) * width);
		}
		add(at.bias, g);
		for (let f = 0; f < F; f++) add(at.skip + f, g * (rows[title * F + f] ?? 0));
		for (let unit = 0; unit < width; unit++) {
			const place = title * width + unit;
			const value = pre[place] ?? 0;
			const own = value > 0 ? g * (values[at.output + unit] ?? 0) : 0;
			if (value > 0) add(at.output + unit, g * value);
			pre[place] = own;
			add(at.hiddenBias + unit, own);
		}
	});
}
