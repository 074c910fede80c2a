import { PRESENCE_FEATURES } from '#core/model/sprout/presence-features.ts';
import { GREATEST_FEATURE } from '#core/model/sprout/head.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { headLayout, type HeadParameters } from './head-parameters.ts';
import type { Standard } from './list-features.ts';

/** What is to be ranked before what, for one list. */
export interface RankingTarget {
	/** 1 where a title may be ranked, length m. */
	readonly candidates: Uint8Array;
	/** Positions that should come first; all of them candidates. */
	readonly targets: Uint16Array;
	/** Weight of each target. */
	readonly weight: number;
}

/** Loss and gradient of the presence head for one list, over all its m titles. */
export interface PresenceTrainer {
	/** Where the raw features of the m titles go before {@link PresenceTrainer.accumulate}: m rows. */
	features(): Float32Array;
	/**
	 * Adds the gradient of the masked multinomial losses of all targets to `gradient`.
	 *
	 * @returns the sum of the losses
	 */
	accumulate(
		head: HeadParameters,
		standard: Standard,
		rankings: readonly RankingTarget[],
		gradient: Float64Array,
	): number;
}

const F = PRESENCE_FEATURES;

/**
 * Room for one list in the memory of the kernels; forward and backward over all titles are products of
 * matrices, m × features by features × width.
 */
export function createPresenceTrainer(
	kernels: Kernels,
	titleCount: number,
	width: number,
): PresenceTrainer {
	const { arena } = kernels;
	const z = arena.allocate(4 * titleCount * F);
	const a = arena.allocate(4 * titleCount * width);
	const hidden = arena.allocate(4 * width * F);
	const hiddenGradient = arena.allocate(4 * width * F);
	const logits = arena.allocate(4 * titleCount);
	const partial = arena.allocate(4 * titleCount);
	const mask = arena.allocate(titleCount);
	const targets = arena.allocate(2 * titleCount);
	const targetWeights = arena.allocate(4 * titleCount);
	const scratch = arena.allocate(kernels.gemmScratchBytes(Math.max(width, F)));

	const forward = (head: HeadParameters, standard: Standard) => {
		const layout = headLayout(head);
		standardise(arena.f32(z, titleCount * F), standard);
		arena.f32(hidden, width * F).set(head.values.subarray(0, layout.hiddenBias));
		const pre = arena.f32(a, titleCount * width);
		const biases = head.values.subarray(layout.hiddenBias, layout.output);
		for (let title = 0; title < titleCount; title++) pre.set(biases, title * width);
		kernels.gemm(titleCount, width, F, 1, z, F, 1, hidden, 1, F, a, width, false, scratch);
		writeLogits(head, arena.f32(z, titleCount * F), pre, arena.f32(logits, titleCount));
	};
	/** Loss of one ranking; adds its gradient by the logits to `sum`. */
	const rank = ({ candidates, targets: wanted, weight }: RankingTarget, sum: Float64Array) => {
		if (wanted.length === 0) return 0;
		arena.u8(mask, titleCount).set(candidates);
		arena.u16(targets, wanted.length).set(wanted);
		arena.f32(targetWeights, wanted.length).fill(weight);
		const loss = kernels.softmaxGradient(
			logits,
			mask,
			titleCount,
			targets,
			targetWeights,
			wanted.length,
			partial,
		);
		arena.f32(partial, titleCount).forEach((g, title) => (sum[title] = (sum[title] ?? 0) + g));
		return loss;
	};
	const byLogits = new Float64Array(titleCount);
	return {
		features: () => arena.f32(z, titleCount * F),
		accumulate(head, standard, rankings, gradient) {
			forward(head, standard);
			byLogits.fill(0);
			const loss = rankings.reduce((sum, ranking) => sum + rank(ranking, byLogits), 0);
			const rows = arena.f32(z, titleCount * F);
			backward(head, rows, arena.f32(a, titleCount * width), byLogits, gradient);
			arena.f32(hiddenGradient, width * F).fill(0);
			kernels.gemm(
				width,
				F,
				titleCount,
				1,
				a,
				1,
				width,
				z,
				F,
				1,
				hiddenGradient,
				F,
				false,
				scratch,
			);
			const sums = arena.f32(hiddenGradient, width * F);
			sums.forEach((g, at) => (gradient[at] = (gradient[at] ?? 0) + g));
			return loss;
		},
	};
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
		if (g === 0) return void pre.fill(0, title * width, (title + 1) * width);
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
