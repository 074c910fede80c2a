/** Decay of the running means of Adam (Kingma & Ba 2015, 1412.6980). */
const FIRST = 0.9;
const SECOND = 0.999;
const EPSILON = 1e-8;

/** What Adam remembers of the gradients of one array. */
export interface AdamState {
	step: number;
	readonly first: Float32Array;
	readonly second: Float32Array;
}

/** Nothing remembered yet. */
export function createAdam(size: number): AdamState {
	return { step: 0, first: new Float32Array(size), second: new Float32Array(size) };
}

/**
 * One step of Adam with decoupled weight decay (Loshchilov & Hutter 2019, 1711.05101) over a small array; large
 * ones go through the kernel of the same name.
 *
 * @param decayed numbers from the start of the array that decay
 */
export function adamStep(
	state: AdamState,
	values: Float32Array,
	gradient: Float64Array,
	learningRate: number,
	decay: number,
	decayed: number,
): void {
	state.step++;
	const first = 1 - FIRST ** state.step;
	const second = 1 - SECOND ** state.step;
	for (let at = 0; at < values.length; at++) {
		const g = gradient[at] ?? 0;
		const m = FIRST * (state.first[at] ?? 0) + (1 - FIRST) * g;
		const v = SECOND * (state.second[at] ?? 0) + (1 - SECOND) * g * g;
		state.first[at] = m;
		state.second[at] = v;
		const step = m / first / (Math.sqrt(v / second) + EPSILON);
		const own = values[at] ?? 0;
		values[at] = own - learningRate * (step + (at < decayed ? decay * own : 0));
	}
}

/** Learning rate that rises over the warm-up and falls to 2 % along a half cosine. */
export function scheduledRate(
	rate: number,
	warmUpSteps: number,
	step: number,
	steps: number,
): number {
	const rise = Math.min(1, (step + 1) / Math.max(1, warmUpSteps));
	return rate * rise * (0.02 + 0.98 * 0.5 * (1 + Math.cos((Math.PI * step) / Math.max(1, steps))));
}
