import { readItemItemModel } from '../src/core/model/read-model.ts';
import type { ExplainingRecommender, ModelInput } from '../src/core/model/recommender.ts';
import { topK } from '../src/core/math/top-k.ts';
import { readBundle } from '../src/server/bundle.ts';
import { timeMedian, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';

const ENTRIES = 150;
const EXPLAINED = 50;

/** Every weight of the model as a plain float, row by row: what the coded matrix is held against. */
function denseWeights(model: ExplainingRecommender): Float32Array {
	const size = model.items.length;
	const weights = new Float32Array(size * size);
	const one: ModelInput = {
		items: Int32Array.of(0),
		weights: Float32Array.of(1),
		scores: Uint8Array.of(0),
		shunned: Uint8Array.of(0),
	};
	const part = new Float32Array(1);
	for (let row = 0; row < size; row++) {
		one.items[0] = row;
		for (let column = 0; column < size; column++) {
			model.contributions(one, column, part);
			weights[row * size + column] = part[0] ?? 0;
		}
	}
	return weights;
}

/** The textbook loop: title by title, entry by entry. */
function plainScores(weights: Float32Array, input: ModelInput, out: Float32Array): void {
	for (let item = 0; item < out.length; item++) {
		let sum = 0;
		for (let k = 0; k < input.items.length; k++) {
			const row = input.items[k] ?? 0;
			sum += (input.weights[k] ?? 0) * (weights[row * out.length + item] ?? 0);
		}
		out[item] = sum;
	}
}

/** The model of the bundle alone, on one core. */
export async function run(): Promise<Measurement[]> {
	const bundle = await readBundle('bundle');
	const model = readItemItemModel(bundle.model);
	const entries = sampleProfile(model.items, ENTRIES);
	const input = model.readInput(entries);
	const scores = new Float32Array(model.items.length);
	model.score(input, scores);
	const best = topK(scores, EXPLAINED);
	const parts = new Float32Array(input.items.length);
	const megabytes = bundle.model.length / 1e6;
	const reading = {
		name: `read the model file (${megabytes.toFixed(1)} MB)`,
		median: await timeMedian(() => readItemItemModel(bundle.model), { runs: 10, warmUp: 2 }),
		unit: 'ms',
		limit: 150,
	} as const;
	const weights = denseWeights(model);
	const out = new Float32Array(model.items.length);
	return [
		{
			name: `read ${ENTRIES} entries, score ${model.items.length} titles`,
			median: await timeMedian(() => model.score(model.readInput(entries), scores)),
			unit: 'ms',
			limit: 5,
			reference: {
				name: 'plain loops over a dense float matrix',
				median: await timeMedian(() => plainScores(weights, input, out), { runs: 20 }),
			},
		},
		{
			name: `contributions of ${ENTRIES} entries to ${EXPLAINED} titles`,
			median: await timeMedian(() => {
				for (const item of best) model.contributions(input, item, parts);
			}),
			unit: 'ms',
			limit: 5,
		},
		reading,
	];
}
