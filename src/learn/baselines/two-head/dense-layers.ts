import type { Kernels } from '../../kernels/kernels.ts';
import type { Dense } from './layout.ts';

/** The activations of a layer for each list of a batch. Addresses of f32. */
export interface Activations {
	readonly width: number;
	/** Floats from one list to the next. */
	readonly stride: number;
	readonly values: number;
	/** The same address as `values` where the gradient is written over them. */
	readonly gradients: number;
	/** Whether values below zero are cut off. */
	readonly rectified: boolean;
}

/** Where the parameters lie and what the products need. Addresses. */
export interface DenseMemory {
	readonly kernels: Kernels;
	readonly values: number;
	readonly gradients: number;
	readonly scratch: number;
}

/** Values of every layer from those of the first; `activations` holds one more than there are layers. */
export function forward(
	memory: DenseMemory,
	layers: readonly Dense[],
	activations: readonly Activations[],
	rows: number,
): void {
	const { kernels, values, scratch } = memory;
	layers.forEach(({ inputs, outputs, weights, bias }, k) => {
		const [from, to] = [activations[k], activations[k + 1]];
		if (!from || !to) throw new RangeError('A layer lacks its activations.');
		kernels.arena.f32(to.values, rows * to.stride).fill(0);
		kernels.addColumns(to.values, rows, outputs, to.stride, values + 4 * bias);
		const w = values + 4 * weights;
		// prettier-ignore
		kernels.gemm(
			rows, outputs, inputs, 1, from.values, from.stride, 1, w, 1, inputs, to.values, to.stride, false, scratch,
		);
		rectify(kernels, to, rows);
	});
}

/**
 * Adds the gradients of the layers' parameters and those of all activations but the last, whose gradient is
 * given and destroyed.
 */
export function backward(
	memory: DenseMemory,
	layers: readonly Dense[],
	activations: readonly Activations[],
	rows: number,
): void {
	const { kernels, values, gradients, scratch } = memory;
	for (let k = layers.length - 1; k >= 0; k--) {
		const [layer, from, to] = [layers[k], activations[k], activations[k + 1]];
		if (!layer || !from || !to) throw new RangeError('A layer lacks its activations.');
		const { inputs, outputs, weights, bias } = layer;
		rectifyGradient(kernels, to, rows);
		const [w, slope] = [values + 4 * weights, gradients + 4 * weights];
		kernels.columnSums(to.gradients, rows, outputs, to.stride, gradients + 4 * bias);
		// prettier-ignore
		kernels.gemm(
			outputs, inputs, rows, 1, to.gradients, 1, to.stride, from.values, from.stride, 1, slope, inputs, false, scratch,
		);
		// prettier-ignore
		kernels.gemm(
			rows, inputs, outputs, 1, to.gradients, to.stride, 1, w, inputs, 1, from.gradients, from.stride, false, scratch,
		);
	}
}

/** Cuts off what lies below zero, where the layer is one that does. */
export function rectify(kernels: Kernels, layer: Activations, rows: number): void {
	if (!layer.rectified) return;
	const values = kernels.arena.f32(layer.values, rows * layer.stride);
	for (let at = 0; at < values.length; at++) values[at] = Math.max(0, values[at] ?? 0);
}

/** What was cut off has no slope. */
export function rectifyGradient(kernels: Kernels, layer: Activations, rows: number): void {
	if (!layer.rectified) return;
	const values = kernels.arena.f32(layer.values, rows * layer.stride);
	const gradients = kernels.arena.f32(layer.gradients, rows * layer.stride);
	for (let at = 0; at < values.length; at++) if (!values[at]) gradients[at] = 0;
}
