import type { Losses } from '../../network/autoencoder-task.ts';
import type { Batch } from '../../network/batch.ts';
import { eachRow, type SparseMemory } from '../../network/sparse-memory.ts';
import { backward, forward, rectify, rectifyGradient, type Activations } from './dense-layers.ts';
import type { Dense } from './layout.ts';
import type { TwoHeadNetwork } from './two-head-network.ts';

/** Losses of a batch and the one number that training makes small. */
export interface TwoHeadLosses extends Losses {
	/** presence + ratingWeight · rating. */
	readonly total: number;
}

/** Losses of a batch, and adds their gradients to those of the parameters. */
export function lossAndGradients(network: TwoHeadNetwork, batch: Batch): TwoHeadLosses {
	const { kernels, layout, trunk, ratingWeight } = network;
	const { rows } = batch;
	readInputs(network, batch);
	forward(network, layout.trunk, trunk, rows);
	for (const layer of new Set([...trunk, ...network.presence.slice(0, -1), ...network.rating])) {
		kernels.arena.f32(layer.gradients, rows * layer.stride).fill(0);
	}
	const presence = presenceLoss(network, batch);
	const rating = ratingLoss(network, batch);
	backward(network, layout.trunk, trunk, rows);
	inputGradients(network, batch);
	return { presence, rating, total: presence + ratingWeight * rating };
}

/** The tables that a list gathers its rows from, as places in the layout. */
function inputs({ layout }: TwoHeadNetwork, batch: Batch): readonly [number, SparseMemory][] {
	return [
		[layout.presenceInput, batch.presence],
		[layout.scoreInput, batch.scores],
	];
}

function firstLayer({ trunk: [first] }: TwoHeadNetwork): Activations {
	if (!first) throw new RangeError('The trunk has no layer.');
	return first;
}

function readInputs(network: TwoHeadNetwork, batch: Batch): void {
	const { kernels, layout, values } = network;
	const first = firstLayer(network);
	const { width, stride } = first;
	kernels.arena.f32(first.values, batch.rows * stride).fill(0);
	kernels.addColumns(first.values, batch.rows, width, stride, values + 4 * layout.inputBias);
	for (const [table, sparse] of inputs(network, batch)) {
		eachRow(sparse, batch.rows, (row, items, weights, count) => {
			const into = first.values + 4 * row * stride;
			kernels.gatherRows(values + 4 * table, width, width, items, weights, count, into);
		});
	}
	rectify(kernels, first, batch.rows);
}

function inputGradients(network: TwoHeadNetwork, batch: Batch): void {
	const { kernels, layout, gradients } = network;
	const first = firstLayer(network);
	const { width, stride } = first;
	rectifyGradient(kernels, first, batch.rows);
	const bias = gradients + 4 * layout.inputBias;
	kernels.columnSums(first.gradients, batch.rows, width, stride, bias);
	for (const [table, sparse] of inputs(network, batch)) {
		eachRow(sparse, batch.rows, (row, items, weights, count) => {
			const source = first.gradients + 4 * row * stride;
			kernels.scatterRows(gradients + 4 * table, width, width, items, weights, count, source);
		});
	}
}

/** The presence loss, with its gradients down to that of the code. */
function presenceLoss(network: TwoHeadNetwork, batch: Batch): number {
	const { kernels, layout, itemCount, presence } = network;
	forward(network, layout.presence, presence, batch.rows);
	const logits = presence.at(-1);
	if (!logits) throw new RangeError('The presence head has no layer.');
	const { offsets, columns, values } = batch.targets;
	let loss = 0;
	for (let row = 0; row < batch.rows; row++) {
		const at = logits.values + 4 * row * logits.stride;
		const [start, end] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
		const mask = batch.candidates + row * itemCount;
		const [targets, weights] = [columns + 2 * start, values + 4 * start];
		loss += kernels.softmaxGradient(at, mask, itemCount, targets, weights, end - start, at);
	}
	backward(network, layout.presence, presence, batch.rows);
	return loss;
}

/** The rating loss over the hidden scores, with its gradients, weighted, down to that of the code. */
function ratingLoss(network: TwoHeadNetwork, { rows: rowCount, ratings }: Batch): number {
	const { kernels, layout, rating, predicted, huberDelta, ratingWeight } = network;
	const [last, output] = [rating.at(-1), layout.rating.at(-1)];
	if (!last || !output) throw new RangeError('The rating head has no layer.');
	const layers = layout.rating.slice(0, -1);
	forward(network, layers, rating, rowCount);
	predict(network, output, last, ratings);
	const { rows, items, count, targets, weights } = ratings;
	const loss = kernels.huberGradient(predicted, targets, weights, count, huberDelta, predicted);
	kernels.scale(count, ratingWeight, predicted);
	const { width, stride } = last;
	const table = network.values + 4 * output.weights;
	const slope = network.gradients + 4 * output.weights;
	const bias = kernels.arena.f32(network.gradients + 4 * output.bias, output.outputs);
	const slopes = kernels.arena.f32(predicted, count);
	kernels.arena.u16(items, count).forEach((item, k) => {
		bias[item] = (bias[item] ?? 0) + (slopes[k] ?? 0);
	});
	// prettier-ignore
	kernels.sampledScatter(slope, width, last.values, stride, width, items, rows, predicted, count);
	// prettier-ignore
	kernels.sampledScatter(last.gradients, stride, table, width, width, rows, items, predicted, count);
	backward(network, layers, rating, rowCount);
	return loss;
}

/** Predicts the hidden scores alone. */
function predict(
	{ kernels, values, predicted }: TwoHeadNetwork,
	{ weights, bias, outputs }: Dense,
	last: Activations,
	{ rows, items, count }: Batch['ratings'],
): void {
	const { width, stride } = last;
	const table = values + 4 * weights;
	kernels.sampledDot(last.values, stride, table, width, width, rows, items, count, predicted);
	const biases = kernels.arena.f32(values + 4 * bias, outputs);
	const predictions = kernels.arena.f32(predicted, count);
	kernels.arena.u16(items, count).forEach((item, k) => {
		predictions[k] = (predictions[k] ?? 0) + (biases[item] ?? 0);
	});
}
