import type { AutoencoderSettings } from './autoencoder-settings.ts';
import type { Network } from './network.ts';

/** The learning rate of step 1, 2, …: up in a line, then down in half a cosine to a small rest. */
export function learningRateAt(
	step: number,
	steps: number,
	{
		learningRate,
		warmUpSteps,
		finalRate,
	}: Pick<AutoencoderSettings, 'learningRate' | 'warmUpSteps' | 'finalRate'>,
): number {
	const warmUp = warmUpSteps > 0 ? Math.min(1, step / warmUpSteps) : 1;
	const cosine = (1 + Math.cos((Math.PI * step) / steps)) / 2;
	return learningRate * warmUp * (finalRate + (1 - finalRate) * cosine);
}

/** Step 1, 2, … of Adam with decoupled decay on all parameters; the gradients are zero afterwards. */
export function takeStep(
	{ kernels, parameters }: Network,
	step: number,
	steps: number,
	settings: AutoencoderSettings,
): void {
	const { values, gradients, first, second, layout } = parameters;
	const { beta1, beta2, epsilon, weightDecay } = settings;
	const rate = learningRateAt(step, steps, settings);
	const update = (start: number, end: number, decay: number) =>
		kernels.adam(
			values + 4 * start,
			gradients + 4 * start,
			first + 4 * start,
			second + 4 * start,
			end - start,
			rate,
			beta1,
			beta2,
			epsilon,
			1 - beta1 ** step,
			1 - beta2 ** step,
			decay,
		);
	update(0, layout.decayed, weightDecay);
	update(layout.decayed, layout.length, 0);
}
