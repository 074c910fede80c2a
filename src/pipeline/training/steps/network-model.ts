import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import type { StepFunction } from '../job/training-step.ts';
import { autoencoderFrom } from './autoencoder.ts';
import { headsFrom, type FoldSteps } from './heads.ts';
import { itemItemFrom } from './item-item-model.ts';
import { networkDataFrom } from './network-data.ts';

/** The steps whose results make a model. */
export interface NetworkModelInput extends FoldSteps {
	readonly name: string;
	readonly data: string;
	readonly heads: string;
	/** Which variant of the wide parts. */
	readonly variant: number;
	readonly likingWeight: number;
	/** How it was trained, for the file. */
	readonly settings: Readonly<Record<string, unknown>>;
}

/** Joins the parts to a model file. */
export const joinNetwork: StepFunction<NetworkModelInput> = async (input, context) => {
	const { variant } = input;
	const data = await networkDataFrom(context, input.data);
	await context.report({ done: 0, total: 1 });
	return writeSproutModel({
		name: input.name,
		items: data.items,
		learnedCount: data.learnedCount,
		titles: data.titles.facts,
		links: data.links,
		facts: data.facts,
		presence: await itemItemFrom(context, input.presence, variant),
		rating: await itemItemFrom(context, input.rating, variant),
		autoencoder: await autoencoderFrom(context, input.autoencoder),
		...(await headsFrom(context, input.heads)),
		likingWeight: input.likingWeight,
		settings: input.settings,
	});
};
