import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import { normalisationOf, normaliseScore } from '#core/profile/score-normalisation.ts';
import { createRng } from '#core/math/rng.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { instantiateKernels } from '../kernels/kernels.ts';
import type { MaskedLists } from './autoencoder-task.ts';
import { allocateBatch } from './batch.ts';
import { fillBatch } from './fill-batch.ts';
import { lossAndGradients, lossesOf } from './loss-and-gradients.ts';
import { allocateNetwork, type Network } from './network.ts';
import { arrayOf, weightsOf, type ParameterName } from './parameters.ts';

const wasm = new Uint8Array(await readFile(new URL('../kernels/kernels.wasm', import.meta.url)));

/** Seven titles, three facts; the last title has none. */
const FACTS = {
	offsets: Uint32Array.of(0, 2, 3, 4, 6, 7, 8, 8),
	columns: Uint16Array.of(0, 1, 2, 0, 1, 2, 1, 2),
	values: Float32Array.of(0.6, 0.8, 1, 1, 0.8, 0.6, 1, 1),
};
const LISTS = {
	...interactionsOf([[0, 1, 2, 4], [1, 3, 5, 6], [0, 2, 3, 6], [2]], 7),
	scores: Uint8Array.of(90, 0, 60, 80, 70, 100, 0, 30, 0, 85, 95, 75, 80),
	statuses: Uint8Array.from([1, 3, 1, 0, 2, 1, 1, 3, 1, 1, 1, 1, 1]),
};
/** Title 6 is too new for the second and the fourth user, though the second has it. */
const SOURCE: MaskedLists = {
	lists: LISTS,
	hidden: Uint8Array.of(0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1),
	eligible: {
		groupOfUser: Uint8Array.of(0, 1, 0, 1),
		masks: [Uint8Array.of(1, 1, 1, 1, 1, 1, 1), Uint8Array.of(1, 1, 1, 1, 1, 1, 0)],
	},
};
const ALL = Uint32Array.of(0, 1, 2, 3);

async function smallNetwork({ ratings = true, ratingPull = 1 } = {}) {
	const kernels = await instantiateKernels(wasm);
	const shape = { itemCount: 7, factCount: 3, width: 5, ratings };
	const batch = allocateBatch(kernels, shape, 4, 4);
	const network = allocateNetwork(kernels, shape, {
		facts: FACTS,
		batch,
		huberDelta: 0.7,
		ratingPull,
	});
	const { layout, values, gradients } = network.parameters;
	const rng = createRng(3);
	const all = kernels.arena.f32(values, layout.length);
	for (const name of layout.places.keys()) {
		arrayOf(all, layout, name).forEach((_, k, array) => (array[k] = rng.next() - 0.5));
	}
	fillBatch({ kernels, facts: FACTS, factCount: 3, targetExponent: 0.5 }, batch, SOURCE, ALL);
	// Titles 1 and 5 speak by their facts alone.
	batch.itself.set([1, 0, 1, 1, 1, 0, 1]);
	return { network, batch, all, slopes: kernels.arena.f32(gradients, layout.length) };
}

/** Presence logits of a list in plain arithmetic. */
function logitsOf(network: Network, itself: Uint8Array, user: number): number[] {
	const { layout, values } = network.parameters;
	const { width: H } = network.shape;
	const w = weightsOf(network.kernels.arena.f32(values, layout.length), layout, H);
	const entries = [0, 1, 2, 3].map((k) => (LISTS.offsets[user] ?? 0) + k);
	const visible = entries.filter((at) => at < (LISTS.offsets[user + 1] ?? 0) && !SOURCE.hidden[at]);
	const scores = visible.map((at) => LISTS.scores[at] ?? 0).filter((score) => score > 0);
	const sum = scores.reduce((total, score) => total + score, 0);
	const squares = scores.reduce((total, score) => total + score ** 2, 0);
	const normalisation = normalisationOf(scores.length, sum, squares);
	const factSum = (rows: Float32Array, width: number, item: number, k: number) => {
		let total = 0;
		for (let at = FACTS.offsets[item] ?? 0; at < (FACTS.offsets[item + 1] ?? 0); at++) {
			total += (FACTS.values[at] ?? 0) * (rows[(FACTS.columns[at] ?? 0) * width + k] ?? 0);
		}
		return total;
	};
	const h = Array.from({ length: H }, (_, k) => {
		let total = 0;
		for (const at of visible) {
			const [item, score] = [LISTS.items[at] ?? 0, LISTS.scores[at] ?? 0];
			const status = LIST_STATUSES[LISTS.statuses[at] ?? 0] ?? '';
			total += w.presenceInput.values[item * H + k] ?? 0;
			total += factSum(w.factInput.values, H, item, k);
			const y = score > 0 ? normaliseScore(score, normalisation) : 0;
			total += y * (w.scoreInput.values[item * H + k] ?? 0);
			const delta = ['on-hold', 'dropped'].includes(status) ? 1 : 0;
			total += delta * (w.droppedInput.values[item * H + k] ?? 0);
		}
		return Math.tanh((w.hiddenBias[k] ?? 0) + total / Math.sqrt(Math.max(1, visible.length)));
	});
	return Array.from({ length: 7 }, (_, j) => {
		const own = itself[j] ?? 0;
		const bias = own * (w.presenceBias[j] ?? 0) + factSum(w.factBias, 1, j, 0);
		return h.reduce((total, x, k) => {
			const row = own * (w.presenceOutput.values[j * H + k] ?? 0);
			return total + x * (row + factSum(w.factOutput.values, H, j, k));
		}, bias);
	});
}

/** Candidates and what is to be found of each list, by eye from the constants above. */
const ASKED = [
	{ candidates: [2, 3, 4, 5, 6], targets: [2, 4] },
	{ candidates: [0, 2, 4, 5], targets: [5] },
	{ candidates: [1, 0, 3, 4, 5], targets: [0, 3] },
	{ candidates: [0, 1, 2, 3, 4, 5], targets: [2] },
];

describe('lossesOf', () => {
	it('is the weighted multinomial of the formula over what may be recommended', async () => {
		const { network, batch } = await smallNetwork();
		const { presence } = lossesOf(network, batch);
		let expected = 0;
		for (const [user, { candidates, targets }] of ASKED.entries()) {
			const logits = logitsOf(network, batch.itself, user);
			const at = (item: number) => logits[item] ?? 0;
			const sum = candidates.reduce((total, item) => total + Math.exp(at(item)), 0);
			for (const item of targets) {
				expected += (Math.log(sum) - at(item)) / Math.sqrt(targets.length) / ASKED.length;
			}
		}
		expect(presence).toBeCloseTo(expected, 5);
	});
});

describe('lossAndGradients', () => {
	it.each([{ ratings: true }, { ratings: false }])(
		'agrees with finite differences in every parameter, $ratings',
		async ({ ratings }) => {
			const { network, batch, all, slopes } = await smallNetwork({ ratings });
			const { layout } = network.parameters;
			lossAndGradients(network, batch);
			const gradients = slopes.slice();
			const step = 2 ** -7;
			const totalAt = (at: number, value: number) => {
				const before = all[at] ?? 0;
				all[at] = value;
				const { total } = lossAndGradients(network, batch);
				all[at] = before;
				return total;
			};
			const touched = new Map<ParameterName, number>();
			for (const [name, { start, length }] of layout.places) {
				let size = 0;
				for (let at = start; at < start + length; at++) {
					const value = all[at] ?? 0;
					const slope = (totalAt(at, value + step) - totalAt(at, value - step)) / (2 * step);
					expect(Math.abs(slope - (gradients[at] ?? 0)), `${name} ${at - start}`).toBeLessThan(
						2e-4,
					);
					size = Math.max(size, Math.abs(slope));
				}
				touched.set(name, size);
			}
			// Differences tell only where there is a slope: every array has one well above the noise.
			const silent = ratings ? [] : ['ratingOutput', 'ratingBias', 'logVariances'];
			expect([...touched].filter(([, size]) => size < 0.01).map(([name]) => name)).toEqual(silent);
		},
	);

	it('lets as much of the rating loss reach the hidden layer as it is told', async () => {
		const slopesWith = async (ratingPull: number) => {
			const { network, batch, slopes } = await smallNetwork({ ratingPull });
			lossAndGradients(network, batch);
			const { layout } = network.parameters;
			return {
				bias: arrayOf(slopes, layout, 'hiddenBias'),
				output: arrayOf(slopes, layout, 'ratingOutput'),
			};
		};
		const [none, half, all] = [await slopesWith(0), await slopesWith(0.5), await slopesWith(1)];
		half.bias.forEach((slope, k) => {
			expect(slope).toBeCloseTo(((none.bias[k] ?? 0) + (all.bias[k] ?? 0)) / 2, 6);
		});
		expect(none.bias).not.toEqual(all.bias);
		expect(none.output).toEqual(all.output);
	});

	it('leaves the own weights of silent titles alone', async () => {
		const { network, batch, slopes } = await smallNetwork();
		lossAndGradients(network, batch);
		const { layout } = network.parameters;
		const rows = arrayOf(slopes, layout, 'presenceOutput');
		const bias = arrayOf(slopes, layout, 'presenceBias');
		expect([...rows.subarray(5, 10)]).toEqual([0, 0, 0, 0, 0]);
		expect([bias[1], bias[5]]).toEqual([0, 0]);
		expect(Math.abs(bias[2] ?? 0)).toBeGreaterThan(0);
	});
});
