import { deserialize, serialize } from 'node:v8';
import { createCodedMatrix } from '#core/model/coded-matrix.ts';
import { createAutoencoder } from '#core/model/sprout/autoencoder.ts';
import type { CodedWideWeights } from '#core/model/sprout/model-file.ts';
import { createWide } from '#core/model/sprout/wide.ts';
import type { HeadSettings } from '#learn/heads/head-settings.ts';
import { readHeadsState, writeHeadsState } from '#learn/heads/heads-state.ts';
import type { HeadlessNetwork } from '#learn/heads/list-features.ts';
import { trainHeads, type TrainedHeads } from '#learn/heads/train-heads.ts';
import { foldsOf, type Folds } from '../folds.ts';
import type { StepContext, StepFunction } from '../job/training-step.ts';
import { readKernels } from '../read-kernels.ts';
import { autoencoderFrom } from './autoencoder.ts';
import { itemItemFrom } from './item-item-model.ts';
import { networkDataFrom, type NetworkData } from './network-data.ts';

/** The steps that learned the parts of a network from all lists but those of one fold. */
export interface FoldSteps {
	readonly presence: string;
	readonly rating: string;
	readonly autoencoder: string;
}

/** Settings of the heads. */
export interface HeadsInput {
	readonly data: string;
	readonly folds: Folds;
	/** One for each fold. */
	readonly steps: readonly FoldSteps[];
	readonly settings: HeadSettings;
}

/** Learns the heads on what each fold's networks say of the lists of that fold. */
export const learnHeads: StepFunction<HeadsInput> = async (input, context) => {
	const data = await networkDataFrom(context, input.data);
	const networks: HeadlessNetwork[] = [];
	for (const steps of input.steps) networks.push(await headlessNetwork(context, data, steps));
	const { lists } = data;
	const total = input.settings.epochs * lists.userCount;
	const heads = await trainHeads({
		lists,
		foldOfList: foldsOf(lists, input.folds),
		networks,
		coldTitles: data.coldTitles,
		eligible: data.eligible,
		settings: input.settings,
		kernels: await readKernels(),
		state: context.state ? readHeadsState(context.state) : undefined,
		onProgress: (share) => context.report({ done: share * total, total, unit: 'profiles' }),
		async onEpoch(state, { epoch, presence, rating }) {
			await context.log({ series: 'ranking', epoch, loss: presence });
			await context.log({ series: 'points of 100', epoch, loss: rating });
			await context.saveState(writeHeadsState(state));
		},
	});
	return serialize(heads);
};

/** The heads that a step learned. */
export async function headsFrom(
	context: Pick<StepContext, 'result'>,
	step: string,
): Promise<TrainedHeads> {
	// Written above by this program, and its checksum fits.
	return deserialize(await context.result(step)) as TrainedHeads;
}

async function headlessNetwork(
	context: StepContext,
	{ learnedCount, links, facts, titles }: NetworkData,
	steps: FoldSteps,
): Promise<HeadlessNetwork> {
	const wide = async (step: string) => {
		const weights = await itemItemFrom(context, step);
		return createWide(unpack(weights, learnedCount), links, learnedCount);
	};
	return {
		titles,
		presence: await wide(steps.presence),
		rating: await wide(steps.rating),
		autoencoder: createAutoencoder(
			await autoencoderFrom(context, steps.autoencoder),
			facts,
			learnedCount,
		),
	};
}

function unpack({ triangle, magnitudes, ...scales }: CodedWideWeights, size: number) {
	return { ...scales, matrix: createCodedMatrix(size, triangle, magnitudes) };
}
