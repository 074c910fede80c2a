import type { Batch } from './batch.ts';
import type { Network } from './network.ts';
import { buildTitleRows, titleRowGradients } from './title-rows.ts';

/** The presence loss; leaves the gradient of the logits in their place. */
export function presenceLoss(network: Network, batch: Batch): number {
	const { kernels, hidden, titles, titleBias, logits, logitStride, scratch } = network;
	const { itemCount, width } = network.shape;
	buildTitleRows(network, batch);
	const bias = kernels.arena.f32(titleBias, itemCount);
	for (let row = 0; row < batch.rows; row++) {
		kernels.arena.f32(logits + 4 * row * logitStride, itemCount).set(bias);
	}
	// prettier-ignore
	kernels.gemm(
		batch.rows, itemCount, width, 1, hidden, width, 1, titles, 1, width, logits, logitStride, false, scratch,
	);
	const { offsets, columns, values } = batch.targets;
	let loss = 0;
	for (let row = 0; row < batch.rows; row++) {
		const start = offsets[row] ?? 0;
		const at = logits + 4 * row * logitStride;
		loss += kernels.softmaxGradient(
			at,
			batch.candidates + row * itemCount,
			itemCount,
			columns + 2 * start,
			values + 4 * start,
			(offsets[row + 1] ?? 0) - start,
			at,
		);
	}
	return loss;
}

/** Adds the gradients of the presence loss times `weight` to its parameters and to that of h. */
export function presenceGradients(network: Network, batch: Batch, weight: number): void {
	const { kernels, parameters, hidden, hiddenGradient, titles, titleBiasGradient } = network;
	const { logits, logitStride, scratch } = network;
	const { itemCount, width } = network.shape;
	const own = parameters.gradientAt('presenceOutput');
	kernels.arena.f32(titleBiasGradient, itemCount).fill(0);
	for (let row = 0; row < batch.rows; row++) {
		kernels.axpy(itemCount, weight, logits + 4 * row * logitStride, titleBiasGradient);
	}
	// prettier-ignore
	kernels.gemm(
		itemCount, width, batch.rows, weight, logits, 1, logitStride, hidden, width, 1, own, width, false, scratch,
	);
	// prettier-ignore
	kernels.gemm(
		batch.rows, width, itemCount, weight, logits, logitStride, 1, titles, width, 1, hiddenGradient, width, false, scratch,
	);
	titleRowGradients(network, batch);
}
