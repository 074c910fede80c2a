import type { ItemItemParts } from '#core/model/item-item-model.ts';
import type { Interactions } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { invertSymmetric, type OnProgress } from '../kernels/symmetric-inverse.ts';
import { createDenseMatrix } from './dense-matrix.ts';
import type { EaseSettings } from './ease-settings.ts';
import { addLists, addSideInformation, allocateGram, dampDiagonal, type Gram } from './gram.ts';
import { NOTHING_KNOWN, type SideInformation } from './side-information.ts';

/** Share of the time that the Gram matrix takes; the inverse takes the rest. */
const GRAM_SHARE = 0.3;

/** Everything that one training run needs. */
export interface EaseTask {
	readonly name: string;
	/** MyAnimeList ids by item position. */
	readonly items: Int32Array;
	/** What to learn from: training users only, planned titles left out. */
	readonly lists: Interactions;
	/** What each entry of the lists counts, such as a surprise; 1, where left out. */
	readonly values?: Float32Array;
	readonly side?: SideInformation;
	readonly settings: EaseSettings;
	readonly kernels: Kernels;
	/** Awaited between steps of well under a second, share 0–1; what it throws stops the training. */
	readonly onProgress?: OnProgress;
}

/** What was learned, and √P_ii, by which titles that were not learned can be scored. */
export interface TrainedEase extends ItemItemParts {
	readonly linkScale: Float32Array;
}

/**
 * Learns an item-item model in closed form: B_ij = −P_ij / P_jj with P the inverse of the damped Gram
 * matrix of all lists and of what the catalogue knows (Steck 2019, 1905.03375).
 *
 * The result holds B in f32; `createItemItemModel` makes a recommender of it. Takes 4·m² bytes in the
 * kernels' memory, freed at the end, and as much for the result.
 *
 * @throws RangeError when the damping is too small to invert the matrix
 */
export async function trainEase(task: EaseTask): Promise<TrainedEase> {
	const { name, items, lists, values, side = NOTHING_KNOWN, settings, kernels, onProgress } = task;
	const frequency = itemFrequency(lists);
	return kernels.arena.scoped(async () => {
		const gram = allocateGram(kernels, lists.itemCount);
		const exponent = settings.userWeightExponent;
		await addLists(kernels, gram, lists, exponent, values, (share) =>
			onProgress?.(share * GRAM_SHARE),
		);
		addSideInformation(kernels, gram, side, settings.side);
		dampDiagonal(kernels, gram, settings.damping, settings.dropout);
		await invertSymmetric(kernels, gram.address, gram.size, gram.ld, (share) =>
			onProgress?.(GRAM_SHARE + share * (1 - GRAM_SHARE)),
		);
		return { name, items, ...weightsOf(kernels, gram, frequency, settings) };
	});
}

/** Number of lists that each item is on, length m. */
export function itemFrequency({ itemCount, items }: Interactions): Uint32Array {
	const frequency = new Uint32Array(itemCount);
	for (const item of items) frequency[item] = (frequency[item] ?? 0) + 1;
	return frequency;
}

/**
 * B between its scales: S_ij = −P_ij / √(P_ii·P_jj) is symmetric and its elements are partial
 * correlations, all of one size, which is what lets one step quantise them all.
 */
function weightsOf(
	kernels: Kernels,
	{ address, size, ld }: Gram,
	frequency: Uint32Array,
	settings: EaseSettings,
): Omit<TrainedEase, 'name' | 'items'> {
	const inverse = kernels.arena.f32(address, size * ld);
	const root = Float64Array.from(frequency, (_, i) => Math.sqrt(inverse[i * (ld + 1)] ?? 0));
	const values = new Float32Array(size * size);
	for (let i = 0; i < size; i++) {
		for (let j = 0; j < i; j++) {
			const value = -(inverse[i * ld + j] ?? 0) / ((root[i] ?? 0) * (root[j] ?? 0));
			values[i * size + j] = value;
			values[j * size + i] = value;
		}
	}
	const { inputScaleExponent, outputScaleExponent } = settings;
	// A title that is on no list counts as though it were on one.
	const scale = (item: number, exponent: number) => Math.max(1, frequency[item] ?? 0) ** -exponent;
	const greatest = frequency.reduce((most, count) => Math.max(most, count), 1);
	return {
		inputScale: Float32Array.from(root, (r, i) => r * scale(i, inputScaleExponent)),
		linkScale: Float32Array.from(root),
		outputScale: Float32Array.from(root, (r, j) => scale(j, outputScaleExponent) / r),
		prior: Float32Array.from(frequency, (count) => (settings.prior * count) / greatest),
		matrix: createDenseMatrix(size, values),
	};
}
