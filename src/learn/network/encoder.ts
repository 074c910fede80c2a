import type { Batch } from './batch.ts';
import type { Network } from './network.ts';
import type { ParameterName } from './parameters.ts';
import { eachRow, type SparseMemory } from './sparse-memory.ts';

/** The three tables that a list gathers its rows from. */
function inputs(batch: Batch): readonly (readonly [ParameterName, SparseMemory])[] {
	return [
		['presenceInput', batch.presence],
		['scoreInput', batch.scores],
		['droppedInput', batch.dropped],
	];
}

/** h = tanh(bias + n^−½ · Σ [P_i + f_i·Q + y_i·S_i + δ_i·D_i]) of each list. */
export function encode(network: Network, batch: Batch): void {
	const { kernels, parameters, hidden, scratch } = network;
	const { width, factCount } = network.shape;
	kernels.arena.f32(hidden, batch.rows * width).fill(0);
	kernels.addColumns(hidden, batch.rows, width, width, parameters.at('hiddenBias'));
	for (const [name, rows] of inputs(batch)) {
		const table = parameters.at(name);
		eachRow(rows, batch.rows, (row, items, weights, count) =>
			kernels.gatherRows(table, width, width, items, weights, count, hidden + 4 * row * width),
		);
	}
	const [facts, table] = [batch.facts, parameters.at('factInput')];
	// prettier-ignore
	kernels.gemm(
		batch.rows, width, factCount, 1, facts, factCount, 1, table, width, 1, hidden, width, false, scratch,
	);
	kernels.tanhForward(hidden, batch.rows * width);
}

/** Adds the gradients of the encoder's parameters; takes the gradient of h and destroys it. */
export function encoderGradients(network: Network, batch: Batch): void {
	const { kernels, parameters, hidden, hiddenGradient, scratch } = network;
	const { width, factCount } = network.shape;
	kernels.tanhBackward(hidden, hiddenGradient, batch.rows * width);
	const bias = parameters.gradientAt('hiddenBias');
	kernels.columnSums(hiddenGradient, batch.rows, width, width, bias);
	for (const [name, rows] of inputs(batch)) {
		const table = parameters.gradientAt(name);
		eachRow(rows, batch.rows, (row, items, weights, count) => {
			const source = hiddenGradient + 4 * row * width;
			kernels.scatterRows(table, width, width, items, weights, count, source);
		});
	}
	const [facts, table] = [batch.facts, parameters.gradientAt('factInput')];
	// prettier-ignore
	kernels.gemm(
		factCount, width, batch.rows, 1, facts, 1, factCount, hiddenGradient, width, 1, table, width, false, scratch,
	);
}
