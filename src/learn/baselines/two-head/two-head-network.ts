import type { Kernels } from '../../kernels/kernels.ts';
import type { Batch } from '../../network/batch.ts';
import type { Activations, DenseMemory } from './dense-layers.ts';
import { aligned, layoutOf, type TwoHeadLayout } from './layout.ts';
import type { TwoHeadSettings } from './two-head-settings.ts';

/** A two-head network in the memory of the kernels: its parameters and what one pass needs. */
export interface TwoHeadNetwork extends DenseMemory {
	readonly itemCount: number;
	readonly huberDelta: number;
	readonly ratingWeight: number;
	readonly layout: TwoHeadLayout;
	/** Addresses of Adam's moments. */
	readonly first: number;
	readonly second: number;
	/** From the first layer to the code. */
	readonly trunk: readonly Activations[];
	/** From the code to the logits. */
	readonly presence: readonly Activations[];
	/** From the code to what the predicted scores are products of: those are computed for the hidden scores alone. */
	readonly rating: readonly Activations[];
	/** Address of the predicted scores, then of their gradient. */
	readonly predicted: number;
}

/** Room for a network that handles batches of the capacity of `batch`; all parameters are zero. */
export function allocateTwoHead(
	kernels: Kernels,
	itemCount: number,
	settings: Pick<TwoHeadSettings, 'widths' | 'huberDelta' | 'ratingWeight'>,
	{ capacity }: Batch,
): TwoHeadNetwork {
	const { arena } = kernels;
	const { widths, huberDelta, ratingWeight } = settings;
	const layout = layoutOf(itemCount, widths);
	const zeros = () => {
		const address = arena.allocate(4 * layout.length);
		arena.f32(address, layout.length).fill(0);
		return address;
	};
	const activations = (width: number): Activations => {
		const stride = aligned(width);
		const floats = () => arena.allocate(4 * capacity.rows * stride);
		return { width, stride, values: floats(), gradients: floats(), rectified: true };
	};
	const trunk = widths.trunk.map(activations);
	const code = trunk.slice(-1);
	const logits = activations(itemCount);
	const widest = Math.max(itemCount, ...widths.trunk, ...widths.head);
	return {
		kernels,
		itemCount,
		huberDelta,
		ratingWeight,
		layout,
		values: zeros(),
		gradients: zeros(),
		first: zeros(),
		second: zeros(),
		scratch: arena.allocate(kernels.gemmScratchBytes(widest)),
		trunk,
		presence: [
			...code,
			...widths.head.map(activations),
			{ ...logits, gradients: logits.values, rectified: false },
		],
		rating: [...code, ...widths.head.map(activations)],
		predicted: arena.allocate(4 * capacity.entries),
	};
}
