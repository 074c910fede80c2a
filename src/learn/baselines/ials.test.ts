import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { interactionsOf } from '#tests/support/interactions.ts';
import { instantiateKernels } from '../kernels/kernels.ts';
import { createIals } from './ials.ts';
import { TUNED_IALS } from './ials-settings.ts';
import { trainIals } from './train-ials.ts';

const SETTINGS = {
	...TUNED_IALS,
	dimensions: 1,
	unobservedWeight: 0.5,
	regularisation: 0.1,
	frequencyExponent: 1,
};
const ITEMS = Int32Array.of(10, 20, 30);
const watched = (...malIds: number[]) =>
	malIds.map((malId) => ({ malId, score: null, status: 'completed' as const }));

describe('createIals', () => {
	test('folds a list in by one least-squares solution', () => {
		const factors = { count: 3, dimensions: 1, values: Float32Array.of(1, 2, 3) };
		const model = createIals(ITEMS, factors, SETTINGS);
		const out = new Float32Array(3);
		model.score(model.readInput(watched(10, 20)), out);
		// Two entries; all three titles count a half; λ times entries and half of all titles.
		const user = (1 + 2) / (1 + 4 + 0.5 * (1 + 4 + 9) + 0.1 * (2 + 0.5 * 3));
		[1, 2, 3].forEach((factor, item) => expect(out[item]).toBeCloseTo(user * factor, 6));
	});
});

describe('trainIals', () => {
	const url = new URL('../kernels/kernels.wasm', import.meta.url);
	const task = async (rows: number[][]) => ({
		items: ITEMS,
		lists: interactionsOf(rows, 3),
		settings: { ...SETTINGS, dimensions: 4, epochs: 8 },
		kernels: await instantiateKernels(new Uint8Array(await readFile(url))),
	});

	test('brings what is watched together close, and repeats itself', async () => {
		const rows = [[0, 1], [0, 1], [0, 1], [2], [2]];
		const scores = async () => {
			const model = await trainIals(await task(rows));
			const out = new Float32Array(3);
			model.score(model.readInput(watched(10)), out);
			return [...out];
		};
		const [own, kin, stranger] = await scores();
		expect(kin).toBeGreaterThan(0.5 * (own ?? 0));
		expect(Math.abs(stranger ?? 1)).toBeLessThan(0.1 * (kin ?? 0));
		expect(await scores()).toEqual([own, kin, stranger]);
	});

	test('survives titles and lists without an entry, and tells how far it is', async () => {
		const shares: number[] = [];
		const onProgress = (share: number) => void shares.push(share);
		const model = await trainIals({ ...(await task([[0], []])), onProgress });
		const out = new Float32Array(3);
		model.score(model.readInput([]), out);
		expect([...out]).toEqual([0, 0, 0]);
		expect(shares.at(-1)).toBeCloseTo(1, 12);
	});
});
