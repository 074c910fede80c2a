import { topK } from '../src/core/math/top-k.ts';
import { openSproutModel } from '../src/core/model/sprout/open-sprout-model.ts';
import type { SproutModel } from '../src/core/model/sprout/sprout-model.ts';
import { readBundle } from '../src/server/bundle.ts';
import { timeMedian, type Measurement } from './measurement.ts';
import { sampleProfile } from './profiles.ts';

const ENTRIES = 150;
const EXPLAINED = 50;

/** The models of the bundle alone, on one core. */
export async function run(): Promise<Measurement[]> {
	const { model, smallModel } = await readBundle('bundle');
	return [...(await measure('server', model)), ...(await measure('browser', smallModel))];
}

async function measure(where: string, bytes: Uint8Array): Promise<Measurement[]> {
	const model = openSproutModel(bytes);
	const entries = sampleProfile(model.items, ENTRIES);
	const input = model.readInput(entries);
	const scores = new Float32Array(model.items.length);
	const ratings = new Float32Array(model.items.length);
	model.infer(input, scores, ratings);
	const best = topK(scores, EXPLAINED);
	const parts = new Float32Array(best.length * input.items.length);
	const megabytes = (bytes.length / 1e6).toFixed(1);
	return [
		{
			name: `${where}: read ${ENTRIES} entries, score and rate ${model.items.length} titles`,
			median: await timeMedian(() => model.infer(model.readInput(entries), scores, ratings)),
			unit: 'ms',
			limit: 8,
		},
		{
			name: `${where}: what each of ${ENTRIES} entries does for ${EXPLAINED} titles`,
			median: await timeMedian(() => model.contributions(input, best, parts)),
			unit: 'ms',
			limit: 40,
			reference: {
				name: 'scoring the list anew without each entry',
				median: await timeMedian(() => scoreWithoutEach(model, entries, scores), {
					runs: 3,
					warmUp: 1,
				}),
			},
		},
		{
			name: `${where}: read the model file (${megabytes} MB)`,
			median: await timeMedian(() => openSproutModel(bytes), { runs: 5, warmUp: 1 }),
			unit: 'ms',
			limit: 1500,
		},
	];
}

function scoreWithoutEach(
	model: SproutModel,
	entries: ReturnType<typeof sampleProfile>,
	scores: Float32Array,
): void {
	entries.forEach((_, k) => model.score(model.readInput(entries.toSpliced(k, 1)), scores));
}
