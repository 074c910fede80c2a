import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { interactionsOf } from '#tests/support/interactions.ts';
import { instantiateKernels } from '../kernels/kernels.ts';
import { MULT_DAE } from './mult-dae-settings.ts';
import { trainMultDae } from './train-mult-dae.ts';

const ITEMS = Int32Array.of(10, 20, 30, 40);
const ROWS = [
	[0, 1],
	[0, 1],
	[2, 3],
	[2, 3],
];

async function task(lists = interactionsOf(ROWS, 4)) {
	const url = new URL('../kernels/kernels.wasm', import.meta.url);
	const kernels = await instantiateKernels(new Uint8Array(await readFile(url)));
	const settings = { ...MULT_DAE, width: 4, epochs: 5, batchSize: 2 };
	return { items: ITEMS, lists, settings, kernels };
}

function scoresFor(model: Awaited<ReturnType<typeof trainMultDae>>, score: number | null) {
	const out = new Float32Array(ITEMS.length);
	const entries = [10, 30].map((malId) => ({ malId, score, status: 'dropped' as const }));
	model.score(model.readInput(entries), out);
	return out;
}

describe('trainMultDae', () => {
	test('neither learns from scores nor reads them', async () => {
		const lists = interactionsOf(ROWS, 4);
		const scored = { ...lists, scores: Uint8Array.of(10, 100, 90, 20, 30, 80, 100, 50) };
		const plain = scoresFor(await trainMultDae(await task()), null);
		expect(scoresFor(await trainMultDae(await task(scored)), null)).toEqual(plain);
		expect(scoresFor(await trainMultDae(await task()), 100)).toEqual(plain);
	});

	test('tells how far it is', async () => {
		const shares: number[] = [];
		await trainMultDae({ ...(await task()), onProgress: (share) => void shares.push(share) });
		expect(shares).toHaveLength(5 * (4 / 2));
		expect(shares.at(-1)).toBe(1);
	});
});
