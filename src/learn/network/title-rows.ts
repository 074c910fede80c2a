import type { Batch } from './batch.ts';
import type { Network } from './network.ts';
import { eachRow } from './sparse-memory.ts';

/**
 * The output weights of each title: E_j + f_j·C and b_j + f_j·c, without E_j and b_j where the title is
 * silent. As a dense table, since every list of the batch uses all of it.
 */
export function buildTitleRows({ kernels, ...network }: Network, { itself }: Batch): void {
	const { parameters, titles, titleBias, facts } = network;
	const { itemCount, width, factCount } = network.shape;
	const { arena } = kernels;
	const rows = arena.f32(titles, itemCount * width);
	rows.set(arena.f32(parameters.at('presenceOutput'), itemCount * width));
	const bias = arena.f32(titleBias, itemCount);
	bias.set(arena.f32(parameters.at('presenceBias'), itemCount));
	itself.forEach((speaks, item) => {
		if (speaks) return;
		rows.fill(0, item * width, (item + 1) * width);
		bias[item] = 0;
	});
	const table = parameters.at('factOutput');
	eachRow(facts, itemCount, (item, columns, values, count) =>
		kernels.gatherRows(table, width, width, columns, values, count, titles + 4 * item * width),
	);
	const factBias = arena.f32(parameters.at('factBias'), factCount);
	eachRow(facts, itemCount, (item, columns, values, count) => {
		const [positions, shares] = [arena.u16(columns, count), arena.f32(values, count)];
		let sum = bias[item] ?? 0;
		for (let k = 0; k < count; k++) sum += (shares[k] ?? 0) * (factBias[positions[k] ?? 0] ?? 0);
		bias[item] = sum;
	});
}

/**
 * Hands the gradients of the output weights on to facts and titles: those of the rows lie in the gradient
 * of E already, those of the biases in `titleBiasGradient`.
 */
export function titleRowGradients({ kernels, ...network }: Network, { itself }: Batch): void {
	const { parameters, titleBiasGradient, facts } = network;
	const { itemCount, width, factCount } = network.shape;
	const { arena } = kernels;
	const own = parameters.gradientAt('presenceOutput');
	const table = parameters.gradientAt('factOutput');
	eachRow(facts, itemCount, (item, columns, values, count) =>
		kernels.scatterRows(table, width, width, columns, values, count, own + 4 * item * width),
	);
	const bias = arena.f32(titleBiasGradient, itemCount);
	const factBias = arena.f32(parameters.gradientAt('factBias'), factCount);
	eachRow(facts, itemCount, (item, columns, values, count) => {
		const [positions, shares] = [arena.u16(columns, count), arena.f32(values, count)];
		for (let k = 0; k < count; k++) {
			const to = positions[k] ?? 0;
			factBias[to] = (factBias[to] ?? 0) + (shares[k] ?? 0) * (bias[item] ?? 0);
		}
	});
	const rows = arena.f32(own, itemCount * width);
	const ownBias = arena.f32(parameters.gradientAt('presenceBias'), itemCount);
	itself.forEach((speaks, item) => {
		if (speaks) ownBias[item] = (ownBias[item] ?? 0) + (bias[item] ?? 0);
		else rows.fill(0, item * width, (item + 1) * width);
	});
}
