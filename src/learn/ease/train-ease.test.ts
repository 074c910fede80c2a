import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { interactionsOf } from '#tests/support/interactions.ts';
import { instantiateKernels } from '../kernels/kernels.ts';
import { NO_SIDE_INFORMATION, PLAIN_EASE, type EaseSettings } from './ease-settings.ts';
import { NOTHING_KNOWN, type SideInformation } from './side-information.ts';
import { trainEase } from './train-ease.ts';

const wasm = new Uint8Array(await readFile(new URL('../kernels/kernels.wasm', import.meta.url)));

/** Two titles: on 4 and 3 lists, on 2 together. */
const PAIR = interactionsOf([[0, 1], [0, 1], [0], [0], [1]], 2);

async function learn(
	settings: Partial<EaseSettings>,
	{ side = NOTHING_KNOWN, lists = PAIR }: { side?: SideInformation; lists?: typeof PAIR } = {},
) {
	const items = Int32Array.from({ length: lists.itemCount }, (_, item) => item + 1);
	const kernels = await instantiateKernels(wasm);
	const all = { ...PLAIN_EASE, ...settings };
	const parts = await trainEase({ name: 'test', items, lists, side, settings: all, kernels });
	return {
		...parts,
		weight: (i: number, j: number) =>
			(parts.inputScale[i] ?? 0) * parts.matrix.at(i, j) * (parts.outputScale[j] ?? 0),
	};
}

// For two titles with the damped Gram matrix [[a, g], [g, b]], P = [[b, −g], [−g, a]] / det, so
// B_01 = g / a and B_10 = g / b: the shares of lists that have both.

describe('trainEase', () => {
	it('gives the closed form of two titles', async () => {
		const { weight } = await learn({ damping: 1 });
		expect(weight(0, 1)).toBeCloseTo(2 / (4 + 1), 6);
		expect(weight(1, 0)).toBeCloseTo(2 / (3 + 1), 6);
		expect(weight(0, 0)).toBe(0);
	});

	it('weighs lists by their length', async () => {
		// Lists of two count 2^−1, lists of one count 1: G = [[2 · ½ + 2, 2 · ½], [1, 2 · ½ + 1]].
		const { weight } = await learn({ damping: 1, userWeightExponent: 1 });
		expect(weight(0, 1)).toBeCloseTo(1 / (3 + 1), 6);
		expect(weight(1, 0)).toBeCloseTo(1 / (2 + 1), 6);
	});

	it('adds p/(1−p) of the diagonal for dropped input', async () => {
		const { weight } = await learn({ damping: 1, dropout: 0.5 });
		expect(weight(0, 1)).toBeCloseTo(2 / (4 + 4 + 1), 6);
	});

	it('scales evidence and scores by how frequent a title is', async () => {
		const { weight } = await learn({
			damping: 1,
			inputScaleExponent: 1,
			outputScaleExponent: 0.5,
		});
		expect(weight(0, 1)).toBeCloseTo(((2 / 5) * (1 / 4)) / Math.sqrt(3), 6);
	});

	it('makes the prior from the share of lists', async () => {
		const { prior } = await learn({ prior: 0.5 });
		expect([...prior]).toEqual([0.5, 0.5 * (3 / 4)]);
	});

	it('adds what the catalogue knows to both titles and their pair', async () => {
		const weights = { relation: 2, neighbour: 3, recommendation: 5, group: 14 };
		const pair = { a: 0, b: 1 };
		const known = async (side: Partial<SideInformation>) =>
			(await learn({ damping: 1, side: weights }, { side: { ...NOTHING_KNOWN, ...side } })).weight(
				0,
				1,
			);
		expect(await known({ relations: [pair] })).toBeCloseTo((2 + 2) / (4 + 1 + 2), 6);
		expect(await known({ neighbours: [{ a: 1, b: 0 }] })).toBeCloseTo((2 + 3) / (5 + 3), 6);
		const votes = 5 * Math.log(1 + 9);
		expect(await known({ recommendations: [{ ...pair, votes: 9 }] })).toBeCloseTo(
			(2 + votes) / (5 + votes),
			5,
		);
		// A group of two: 14/2 each.
		expect(await known({ groups: [Uint16Array.of(0, 1)] })).toBeCloseTo((2 + 7) / (5 + 7), 6);
	});

	it('lets a title on no list be known through its relatives alone', async () => {
		const lists = interactionsOf([[0, 1], [0, 1], [1]], 3);
		const side = { ...NOTHING_KNOWN, relations: [{ a: 0, b: 2 }] };
		const weights = { ...NO_SIDE_INFORMATION, relation: 4 };
		const { weight } = await learn({ damping: 1, side: weights }, { lists, side });
		expect(weight(0, 2)).toBeGreaterThan(0.3);
		expect(weight(0, 2)).toBeGreaterThan(weight(1, 2));
	});

	it('reports growing progress to the end, and stops when the listener throws', async () => {
		const kernels = await instantiateKernels(wasm);
		const shares: number[] = [];
		const task = {
			name: 'test',
			items: Int32Array.of(1, 2),
			lists: PAIR,
			settings: PLAIN_EASE,
			kernels,
		};
		await trainEase({ ...task, onProgress: (share) => void shares.push(share) });
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)).toBeCloseTo(1);
		const stop = () => Promise.reject(new Error('enough'));
		await expect(trainEase({ ...task, onProgress: stop })).rejects.toThrow('enough');
	});
});
