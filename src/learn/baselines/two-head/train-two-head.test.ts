import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { interactionsOf } from '#tests/support/interactions.ts';
import type { Interactions } from '../../interactions.ts';
import { instantiateKernels } from '../../kernels/kernels.ts';
import { trainTwoHead } from './train-two-head.ts';
import { TWO_HEAD } from './two-head-settings.ts';

const ITEMS = Int32Array.of(10, 20, 30);
const TASTE = interactionsOf(
	[
		[0, 1, 2],
		[0, 1, 2],
		[0, 1],
		[1, 2],
	],
	3,
);
/** Everybody likes the first title and dislikes the last. */
const SCORED = { ...TASTE, scores: Uint8Array.of(95, 75, 40, 95, 75, 40, 95, 75, 75, 40) };

async function task(lists: Interactions = SCORED) {
	const url = new URL('../../kernels/kernels.wasm', import.meta.url);
	const kernels = await instantiateKernels(new Uint8Array(await readFile(url)));
	const widths = { trunk: [8, 4], head: [8] };
	const few = { epochs: 40, batchSize: 4, warmUpSteps: 5, learningRate: 0.02 };
	return { items: ITEMS, lists, settings: { ...TWO_HEAD, ...few, widths }, kernels };
}

describe('trainTwoHead', () => {
	test('learns what is liked', async () => {
		const model = await trainTwoHead(await task());
		const ratings = new Float32Array(3);
		model.rate(model.readInput([{ malId: 20, score: 75, status: 'completed' }]), ratings);
		const [liked = 0, usual = 0, disliked = 0] = ratings;
		expect(liked).toBeGreaterThan(usual + 5);
		expect(usual).toBeGreaterThan(disliked + 5);
	});

	test('tells how far it is, and frees its memory', async () => {
		const shares: number[] = [];
		const given = await task();
		const before = given.kernels.arena.allocate(0);
		await trainTwoHead({ ...given, onProgress: (share) => void shares.push(share) });
		expect(shares).toHaveLength(40);
		expect(shares.at(-1)).toBe(1);
		expect(given.kernels.arena.allocate(0)).toBe(before);
	});

	test('refuses to learn from nothing', async () => {
		await expect(trainTwoHead(await task(interactionsOf([], 3)))).rejects.toThrow(RangeError);
	});
});
