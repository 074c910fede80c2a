import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SafetensorsError } from '#core/model/safetensors.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { instantiateKernels } from '../kernels/kernels.ts';
import { SPROUT_AUTOENCODER, type AutoencoderSettings } from './autoencoder-settings.ts';
import { readState, writeState, type AutoencoderState } from './autoencoder-state.ts';
import type { AutoencoderTask, ValidationTask } from './autoencoder-task.ts';
import { trainAutoencoder } from './train-autoencoder.ts';

const wasm = new Uint8Array(await readFile(new URL('../kernels/kernels.wasm', import.meta.url)));

const ITEMS = 8;
/** Two tastes: users of one have even titles, users of the other odd ones, each without one. */
const TASTES = Array.from({ length: 24 }, (_, user) =>
	[0, 2, 4, 6].map((item) => item + (user % 2)).filter((_, k) => k !== Math.floor(user / 2) % 4),
);
const LISTS = {
	...interactionsOf(TASTES, ITEMS),
	scores: Uint8Array.from(TASTES.flat(), (item) => (item < 4 ? 90 : 60)),
};
const everybody = (userCount: number) => ({
	groupOfUser: new Uint8Array(userCount),
	masks: [new Uint8Array(ITEMS).fill(1)],
});
/** Titles 0 and 1 share a fact, 6 and 7 another. */
const FACTS = {
	offsets: Uint32Array.of(0, 1, 2, 2, 2, 2, 2, 3, 4),
	columns: Uint16Array.of(0, 0, 1, 1),
	values: Float32Array.of(1, 1, 1, 1),
};
const SETTINGS: AutoencoderSettings = {
	...SPROUT_AUTOENCODER,
	width: 6,
	epochs: 4,
	batchSize: 5,
	learningRate: 0.02,
	warmUpSteps: 3,
};

async function taskOf(more: Partial<AutoencoderTask> = {}): Promise<AutoencoderTask> {
	return {
		lists: LISTS,
		eligible: everybody(LISTS.userCount),
		facts: FACTS,
		factCount: 2,
		settings: SETTINGS,
		kernels: await instantiateKernels(wasm),
		...more,
	};
}

/** The last title of each list is hidden. */
function validationOf(more: Partial<ValidationTask> = {}): ValidationTask {
	const rows = [
		[0, 2, 4],
		[1, 3, 5],
	];
	return {
		lists: interactionsOf(rows, ITEMS),
		hidden: Uint8Array.of(0, 0, 1, 0, 0, 1),
		eligible: everybody(rows.length),
		every: 1,
		patience: 100,
		...more,
	};
}

/** Trains until an epoch is done, as though the process had ended there, and returns its state. */
async function stateAfter(epochs: number, task: AutoencoderTask): Promise<AutoencoderState> {
	let state: AutoencoderState | undefined;
	const ended = trainAutoencoder({
		...task,
		onEpoch: ({ epoch }, takeState) => {
			if (epoch + 1 < epochs) return;
			state = takeState();
			throw new Error('enough');
		},
	});
	await expect(ended).rejects.toThrow('enough');
	if (!state) throw new Error(`There was no epoch ${epochs}.`);
	return state;
}

describe('trainAutoencoder', () => {
	it('learns both tastes', async () => {
		const settings = { ...SETTINGS, epochs: 100, learningRate: 0.05 };
		const { curve } = await trainAutoencoder(
			await taskOf({ settings, validation: validationOf() }),
		);
		const [first, last] = [curve[0]?.validation?.presence, curve.at(-1)?.validation?.presence];
		// Two visible titles leave six; who has the taste of two knows that it is one of two.
		expect(first).toBeGreaterThan(Math.log(5));
		expect(last).toBeLessThan(Math.log(3));
		expect(curve.at(-1)?.rating).toBeLessThan((curve[0]?.rating ?? 0) / 2);
	});

	it.each([{ validation: validationOf({ every: 2 }) }, {}])(
		'gives the same bytes resumed after two of four epochs as in one run',
		async (more) => {
			const whole = await trainAutoencoder(await taskOf(more));
			const bytes = writeState(await stateAfter(2, await taskOf(more)));
			const resume = readState(bytes);
			expect(writeState(resume)).toEqual(bytes);
			const resumed = await trainAutoencoder(await taskOf({ ...more, resume }));
			expect(resumed).toEqual(whole);
		},
	);

	it('frees its memory and repeats itself', async () => {
		const task = await taskOf();
		const free = task.kernels.arena.scopedSync(() => task.kernels.arena.allocate(4));
		const first = await trainAutoencoder(task);
		expect(task.kernels.arena.allocate(4)).toBe(free);
		expect(await trainAutoencoder(task)).toEqual(first);
	});

	it('stops once lists of others are no longer found better, and keeps the best weights', async () => {
		const settings = { ...SETTINGS, epochs: 200, learningRate: 0.2 };
		const validation = validationOf({ patience: 3 });
		const task = await taskOf({ settings, validation });
		const states: AutoencoderState[] = [];
		const onEpoch: AutoencoderTask['onEpoch'] = (_, takeState) => void states.push(takeState());
		const { curve, weights } = await trainAutoencoder({ ...task, onEpoch });
		const best = states.at(-1)?.best?.epoch ?? Infinity;
		expect(curve.length).toBe(best + 1 + 3);
		expect(curve.length).toBeLessThan(200);
		const values = states[best]?.values ?? new Float32Array();
		const { presenceInput } = weights;
		expect(presenceInput.values).toEqual(values.slice(0, presenceInput.values.length));
	});

	it('learns no ratings where none are wanted', async () => {
		const settings = { ...SETTINGS, ratings: false };
		const { weights, curve } = await trainAutoencoder(await taskOf({ settings }));
		expect([weights.ratingOutput.values.length, weights.ratingBias.length]).toEqual([0, 0]);
		expect(weights.presenceOutput.values.length).toBe(ITEMS * 6);
		expect(curve.map(({ rating }) => rating)).toEqual([0, 0, 0, 0]);
	});

	it('tells how far it is, and ends where told to', async () => {
		const shares: number[] = [];
		const onProgress = ({ share }: { share: number }) => {
			shares.push(share);
			if (shares.length === 3) throw new Error('stop');
		};
		await expect(trainAutoencoder(await taskOf({ onProgress }))).rejects.toThrow('stop');
		// 24 lists in batches of 5: 4 steps an epoch, 4 epochs.
		expect(shares).toEqual([1 / 16, 2 / 16, 3 / 16]);
	});

	it('refuses a state of other settings, and having no list', async () => {
		const resume = await stateAfter(1, await taskOf());
		const settings = { ...SETTINGS, learningRate: 0.01 };
		const other = trainAutoencoder(await taskOf({ settings, resume }));
		await expect(other).rejects.toThrow(RangeError);
		const lists = interactionsOf([], ITEMS);
		await expect(trainAutoencoder(await taskOf({ lists }))).rejects.toThrow(RangeError);
	});
});

describe('readState', () => {
	it('refuses bytes that are no state', async () => {
		const bytes = writeState(await stateAfter(1, await taskOf()));
		expect(() => readState(bytes.subarray(0, bytes.length - 4))).toThrow(SafetensorsError);
		const text = new TextDecoder('latin1').decode(bytes);
		const damaged = (from: string, to: string) =>
			Uint8Array.from(text.replace(from, to), (letter) => letter.charCodeAt(0));
		for (const [from, to] of [
			['sprout-autoencoder-state-1', 'sprout-autoencoder-state-0'],
			['\\"epochs\\":1', '\\"epochs\\":x'],
			['\\"epochs\\":1', '\\"epochz\\":1'],
			['\\"epoch\\":0', '\\"epock\\":0'],
			['"second"', '"sekond"'],
		] as const) {
			expect(text, from).toContain(from);
			expect(() => readState(damaged(from, to)), to).toThrow(SafetensorsError);
		}
	});
});
