import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { AutoencoderWeights } from '#core/model/sprout/parts.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { instantiateKernels } from '../kernels/kernels.ts';
import { SPROUT_AUTOENCODER } from './autoencoder-settings.ts';
import { trainAutoencoder } from './train-autoencoder.ts';

const wasm = new Uint8Array(await readFile(new URL('../kernels/kernels.wasm', import.meta.url)));

const SIZE = 40;
/** User u has every title of the own colour but title u, which is what comes next by eye. */
const ROWS = Array.from({ length: SIZE }, (_, user) =>
	Array.from({ length: SIZE }, (_, item) => item).filter(
		(item) => item % 2 === user % 2 && item !== user,
	),
);

/** The first title that is not on the list, by plain arithmetic without scores, statuses and facts. */
function firstUnseen(w: AutoencoderWeights, list: readonly number[]): number {
	const hidden = Array.from(w.hiddenBias, (bias, k) => {
		const sum = list.reduce((s, i) => s + (w.presenceInput.values[i * w.width + k] ?? 0), 0);
		return Math.tanh(bias + sum / Math.sqrt(list.length));
	});
	const logits = Array.from(w.presenceBias, (bias, j) =>
		list.includes(j)
			? -Infinity
			: hidden.reduce((s, h, k) => s + h * (w.presenceOutput.values[j * w.width + k] ?? 0), bias),
	);
	return logits.indexOf(Math.max(...logits));
}

describe('an autoencoder of a checkerboard', () => {
	it('puts the withheld title first for everybody, without any fact', async () => {
		const { weights } = await trainAutoencoder({
			lists: interactionsOf(ROWS, SIZE),
			eligible: { groupOfUser: new Uint8Array(SIZE), masks: [new Uint8Array(SIZE).fill(1)] },
			facts: {
				offsets: new Uint32Array(SIZE + 1),
				columns: new Uint16Array(),
				values: new Float32Array(),
			},
			factCount: 0,
			settings: { ...SPROUT_AUTOENCODER, width: 8, epochs: 40, batchSize: 8, learningRate: 0.02 },
			kernels: await instantiateKernels(wasm),
		});
		expect(ROWS.map((list) => firstUnseen(weights, list))).toEqual([...ROWS.keys()]);
	});
});
