import { join } from 'node:path';
import type { SproutParts, WideWeights } from '#core/model/sprout/parts.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import { createSproutModel } from '#core/model/sprout/sprout-model.ts';
import type { Recommender } from '#core/model/recommender.ts';
import { itemFrequency } from '#learn/ease/train-ease.ts';
import { trainingChecksums } from '../training/checksums.ts';
import { runJob, type JobResults } from '../training/job/run-job.ts';
import { floatItemItem } from '../training/steps/item-item-model.ts';
import { autoencoderFrom } from '../training/steps/autoencoder.ts';
import { headsFrom } from '../training/steps/heads.ts';
import { networkDataFrom } from '../training/steps/network-data.ts';
import {
	QUICK_FOLDS,
	QUICK_VARIANT,
	SERVER_VARIANT,
	trainingPlan,
	type TrainingPlan,
} from '../training/training-plan.ts';
import type { ModelContext } from './models.ts';

/** Steps that run at once. */
const THREADS = 2;

/**
 * Learns the network anew without the titles that the lists lack: in the quick variant, since it is learned
 * once for each fold of titles.
 */
export async function learnColdNetwork(context: ModelContext): Promise<Recommender> {
	const frequency = itemFrequency(context.sproutTraining);
	const hidden = Array.from(context.corpus.items).filter((_, item) => frequency[item] === 0);
	const plan = trainingPlan({ hidden, variants: [QUICK_VARIANT], folds: QUICK_FOLDS });
	const results = await runPlan(plan, join(context.workFolder, 'cold'), context);
	return openSproutModel(await results.result(QUICK_VARIANT.key));
}

/**
 * The network of the server before its numbers were coded in one byte each: what coding costs. Takes what the
 * training left in the work folder, or trains.
 */
export async function learnFloatNetwork(context: ModelContext): Promise<Recommender> {
	const { key, likingWeight } = SERVER_VARIANT;
	const plan = trainingPlan({ variants: [SERVER_VARIANT] });
	const results = await runPlan(plan, context.workFolder, context);
	const data = await networkDataFrom(results, 'data');
	const parts: SproutParts = {
		name: 'float',
		items: data.items,
		learnedCount: data.learnedCount,
		titles: data.titles.facts,
		links: data.links,
		facts: data.facts,
		presence: await wide('presence', results),
		rating: await wide('rating', results),
		autoencoder: await autoencoderFrom(results, `${key}-autoencoder`),
		...(await headsFrom(results, `${key}-heads`)),
		likingWeight,
	};
	return createSproutModel(parts);
}

async function wide(output: 'presence' | 'rating', results: JobResults): Promise<WideWeights> {
	return floatItemItem(output, await networkDataFrom(results, 'data'));
}

async function runPlan(
	plan: TrainingPlan,
	work: string,
	{ dataFolder, signal, onProgress }: ModelContext,
): Promise<JobResults> {
	let done = 0;
	const checksums = await trainingChecksums(dataFolder, plan.sources, signal);
	const { steps, registry } = plan;
	return runJob(
		{ steps, registry, data: dataFolder, checksums, work, threads: THREADS },
		{ onDone: () => onProgress(++done / steps.length) },
		signal,
	);
}
