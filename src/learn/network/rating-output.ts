import type { Batch } from './batch.ts';
import type { Network } from './network.ts';

/** The rating loss over the hidden scores alone; leaves the gradient of the predictions in their place. */
export function ratingLoss(network: Network, { ratings }: Batch): number {
	const { kernels, parameters, hidden, predicted, huberDelta } = network;
	const { itemCount, width } = network.shape;
	const { rows, items, count } = ratings;
	const table = parameters.at('ratingOutput');
	kernels.sampledDot(hidden, width, table, width, width, rows, items, count, predicted);
	const bias = kernels.arena.f32(parameters.at('ratingBias'), itemCount);
	const positions = kernels.arena.u16(items, count);
	const values = kernels.arena.f32(predicted, count);
	positions.forEach((item, k) => (values[k] = (values[k] ?? 0) + (bias[item] ?? 0)));
	const { targets, weights } = ratings;
	return kernels.huberGradient(predicted, targets, weights, count, huberDelta, predicted);
}

/** Adds the gradients of the rating loss times `weight` to its parameters, and `ratingPull` of it to that of h. */
export function ratingGradients(network: Network, { ratings }: Batch, weight: number): void {
	const { kernels, parameters, hidden, hiddenGradient, predicted, ratingPull } = network;
	const { itemCount, width } = network.shape;
	const { rows, items, count } = ratings;
	kernels.scale(count, weight, predicted);
	const bias = kernels.arena.f32(parameters.gradientAt('ratingBias'), itemCount);
	const slopes = kernels.arena.f32(predicted, count);
	const positions = kernels.arena.u16(items, count);
	positions.forEach((item, k) => (bias[item] = (bias[item] ?? 0) + (slopes[k] ?? 0)));
	const table = parameters.at('ratingOutput');
	const gradient = parameters.gradientAt('ratingOutput');
	kernels.sampledScatter(gradient, width, hidden, width, width, items, rows, predicted, count);
	kernels.scale(count, ratingPull, predicted);
	// prettier-ignore
	kernels.sampledScatter(hiddenGradient, width, table, width, width, rows, items, predicted, count);
}
