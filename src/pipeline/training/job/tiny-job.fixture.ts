import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { TrainingJob } from './run-job.ts';
import type { StepFunction, TrainingStep } from './training-step.ts';

/** Long enough to be killed in the middle of it: some tens of milliseconds a step. */
const EPOCHS = 12;
const EPOCH_MS = 4;
const STATE_BYTES = 4096;

const hash = (...parts: (string | Uint8Array)[]) => {
	const sum = createHash('sha256');
	for (const part of parts) sum.update(part);
	return new Uint8Array(sum.digest());
};

/** Epoch by epoch, each a hash of the one before; the first byte of the state is the epoch. */
const learn: StepFunction<{ seed: number; fails?: boolean }> = async ({ seed, fails }, context) => {
	let state = context.state ?? new Uint8Array(STATE_BYTES).fill(seed, 1);
	for (let epoch = state[0] ?? 0; epoch < EPOCHS;) {
		if (fails && epoch === 2) throw new RangeError('The matrix is not positive definite.');
		await setTimeout(EPOCH_MS);
		state = state.slice();
		state.set(hash(state), 1);
		state[0] = ++epoch;
		await context.log({ series: 'train', epoch, loss: (state[1] ?? 0) / epoch });
		await context.saveState(state);
		await context.report({ done: epoch, total: EPOCHS, unit: 'profiles', loss: state[1] ?? 0 });
	}
	return state;
};

/** A hash of what it needs. */
const join: StepFunction<readonly string[]> = async (names, context) =>
	hash(context.data, ...(await Promise.all(names.map((name) => context.result(name)))));

/** Lets nothing in until it is ended. */
const hang: StepFunction<null> = async (_, context) => {
	await context.report({ done: 0, total: 1 });
	for (;;) hash('');
};

export const steps = { learn, join, hang };

export const step = (
	name: string,
	run: keyof typeof steps,
	input: unknown,
	needs: readonly string[] = [],
): TrainingStep => ({ name, phase: run, run, input, version: 1, needs, costS: 1 });

/** Three things to learn, and what is made of them. */
export function tinyJob(work: string, threads: number): TrainingJob {
	const names = ['a', 'b', 'c'];
	return {
		steps: [
			...names.map((name, seed) => step(name, 'learn', { seed })),
			step('all', 'join', names, names),
		],
		registry: import.meta.url,
		data: 'no folder',
		checksums: { 'profiles.csv': '00' },
		work,
		threads,
	};
}
