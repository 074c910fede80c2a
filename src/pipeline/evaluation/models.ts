import { setImmediate } from 'node:timers/promises';
import { createItemItemModel } from '#core/model/item-item-model.ts';
import type { Recommender } from '#core/model/recommender.ts';
import { trainItemKnn } from '#learn/baselines/item-knn.ts';
import { itemPositions, readInput } from '#learn/baselines/list-input.ts';
import { createPopularity } from '#learn/baselines/popularity.ts';
import {
	PLAIN_EASE,
	SPROUT_EASE,
	TUNED_EASE,
	type EaseSettings,
} from '#learn/ease/ease-settings.ts';
import { NOTHING_KNOWN, type SideInformation } from '#learn/ease/side-information.ts';
import { trainEase } from '#learn/ease/train-ease.ts';
import type { Interactions } from '#learn/interactions.ts';
import type { Kernels } from '#learn/kernels/kernels.ts';
import { BundleError, openModel, readBundle } from '#server/bundle.ts';
import type { Corpus } from '../dataset/corpus.ts';

/** What a model is made from. */
export interface ModelContext {
	readonly corpus: Corpus;
	/** Lists of `train` users; nothing else is learned from. */
	readonly training: Interactions;
	/** The same users' lists within the bounds that the bundled model is learned from. */
	readonly sproutTraining: Interactions;
	readonly kernels: Kernels;
	/** Read only for models that use it. */
	readonly readSide: () => Promise<SideInformation>;
	readonly bundleFolder: string;
	readonly signal: AbortSignal;
	/** Told the share of the learning that is done, 0–1. */
	readonly onProgress: (share: number) => void;
}

/** A model that is not there to be measured, and why. */
interface MissingModel {
	readonly missing: string;
}

/** One row of the report. */
export interface EvaluatedModel {
	/** Short name for `--models`. */
	readonly key: string;
	readonly label: string;
	readonly prepare: (context: ModelContext) => Promise<Recommender | MissingModel>;
}

/** The model that the others are compared with. */
export const REFERENCE_MODEL = 'ease-tuned';

/** Every model that is measured, in the order of the table. */
export const EVALUATED_MODELS: readonly EvaluatedModel[] = [
	{
		key: 'popularity',
		label: 'popularity',
		prepare: async ({ corpus, training }) => createPopularity(corpus.items, training),
	},
	{
		key: 'item-knn',
		label: 'item kNN (cosine, 50)',
		prepare: async ({ corpus, training, onProgress }) =>
			trainItemKnn(corpus.items, training, {
				onProgress: (done) => onProgress(done / corpus.size),
			}),
	},
	{
		key: 'ease',
		label: 'EASE (λ 200)',
		prepare: async (context) => readingPresence(await learnEase(PLAIN_EASE, context)),
	},
	{
		key: REFERENCE_MODEL,
		label: 'EASE, tuned',
		prepare: async (context) => readingPresence(await learnEase(TUNED_EASE, context)),
	},
	{
		key: 'sprout-presence',
		label: 'Sprout, scores ignored',
		prepare: async (context) =>
			readingPresence(await learnEase(SPROUT_EASE, withSproutLists(context))),
	},
	{
		key: 'sprout-float',
		label: 'Sprout, float',
		prepare: (context) => learnEase(SPROUT_EASE, withSproutLists(context)),
	},
	{
		key: 'sprout',
		label: 'Sprout, as bundled (int8)',
		prepare: ({ bundleFolder }) => readBundledModel(bundleFolder),
	},
];

/** Sprout's own rows learn from the lists that the bundled model learns from. */
function withSproutLists(context: ModelContext): ModelContext {
	return { ...context, training: context.sproutTraining };
}

async function learnEase(settings: EaseSettings, context: ModelContext): Promise<Recommender> {
	const { corpus, training, kernels, readSide, signal, onProgress } = context;
	const usesSide = Object.values(settings.side).some((weight) => weight !== 0);
	const parts = await trainEase({
		name: 'ease',
		items: corpus.items,
		lists: training,
		side: usesSide ? await readSide() : NOTHING_KNOWN,
		settings,
		kernels,
		async onProgress(share) {
			onProgress(share);
			await setImmediate();
			signal.throwIfAborted();
		},
	});
	return createItemItemModel(parts);
}

/** The same weights fed with what was watched, whatever its score, as the papers do. */
function readingPresence(model: Recommender): Recommender {
	const positions = itemPositions(model.items);
	return { ...model, readInput: (entries) => readInput(entries, positions) };
}

async function readBundledModel(folder: string): Promise<Recommender | MissingModel> {
	try {
		return openModel(await readBundle(folder));
	} catch (error) {
		if (error instanceof BundleError) return { missing: error.message };
		throw error;
	}
}
