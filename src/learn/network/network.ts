import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Batch } from './batch.ts';
import { allocateParameters, type Parameters, type Shape } from './parameters.ts';
import { copySparse, type SparseMemory } from './sparse-memory.ts';

/** A network in the memory of the kernels: its parameters and what one pass needs. Addresses of f32. */
export interface Network {
	readonly kernels: Kernels;
	readonly shape: Shape;
	readonly huberDelta: number;
	readonly ratingPull: number;
	readonly parameters: Parameters;
	/** m rows over the facts. */
	readonly facts: SparseMemory;
	/** h of each list: rows × H; and its gradient. */
	readonly hidden: number;
	readonly hiddenGradient: number;
	/** E_j + f_j·C, or f_j·C where a title is silent: m × H. */
	readonly titles: number;
	/** b_j + f_j·c likewise, length m; and its gradient. */
	readonly titleBias: number;
	readonly titleBiasGradient: number;
	/** Presence logits, then their gradient: rows × m, rows `logitStride` apart. */
	readonly logits: number;
	readonly logitStride: number;
	/** Predicted scores of the hidden ones, then their gradient. */
	readonly predicted: number;
	/** For `gemm`. */
	readonly scratch: number;
}

/** What a network is built for; numbers as in `AutoencoderSettings`. */
interface NetworkOptions {
	/** m rows over the facts. */
	readonly facts: SparseRows;
	/** Decides how many lists and entries there is room for. */
	readonly batch: Batch;
	readonly huberDelta: number;
	readonly ratingPull: number;
}

/** Floats in a cache line. */
const LINE = 16;

/** Room for a network that handles batches of the capacity of `batch`; all parameters are zero. */
export function allocateNetwork(
	kernels: Kernels,
	shape: Shape,
	{ facts, batch, huberDelta, ratingPull }: NetworkOptions,
): Network {
	const { arena } = kernels;
	const { itemCount, factCount, width } = shape;
	const { rows, entries } = batch.capacity;
	const floats = (count: number) => arena.allocate(4 * count);
	const logitStride = Math.ceil(itemCount / LINE) * LINE;
	return {
		kernels,
		shape,
		huberDelta,
		ratingPull,
		parameters: allocateParameters(arena, shape),
		facts: copySparse(arena, facts),
		hidden: floats(rows * width),
		hiddenGradient: floats(rows * width),
		titles: floats(itemCount * width),
		titleBias: floats(itemCount),
		titleBiasGradient: floats(itemCount),
		logits: floats(rows * logitStride),
		logitStride,
		predicted: floats(entries),
		scratch: arena.allocate(kernels.gemmScratchBytes(Math.max(itemCount, factCount, width))),
	};
}
