import { setImmediate } from 'node:timers/promises';
import { createItemItemModel } from '#core/model/item-item-model.ts';
import type { Recommender } from '#core/model/recommender.ts';
import { createContentKnn } from '#learn/baselines/content-knn.ts';
import { TUNED_IALS } from '#learn/baselines/ials-settings.ts';
import { TUNED_ITEM_KNN, trainItemKnn } from '#learn/baselines/item-knn.ts';
import { itemPositions, readInput } from '#learn/baselines/list-input.ts';
import { MULT_DAE } from '#learn/baselines/mult-dae-settings.ts';
import { createPopularity } from '#learn/baselines/popularity.ts';
import {
	createOwnMean,
	trainRatingBiases,
	type RatingPredictor,
} from '#learn/baselines/rating-biases.ts';
import { trainIals } from '#learn/baselines/train-ials.ts';
import { trainMultDae } from '#learn/baselines/train-mult-dae.ts';
import { trainTwoHead } from '#learn/baselines/two-head/train-two-head.ts';
import { TWO_HEAD } from '#learn/baselines/two-head/two-head-settings.ts';
import {
	PLAIN_EASE,
	SIDE_EASE,
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
import { learnColdNetwork, learnFloatNetwork } from './network-models.ts';
import { CONTENT_KINDS, itemTags, type ItemFacts } from '../training/item-tags.ts';

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
	/** What the catalogue says of every title of the corpus. */
	readonly facts: ItemFacts;
	readonly bundleFolder: string;
	readonly dataFolder: string;
	/** Where trainings keep what they have learned. */
	readonly workFolder: string;
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
	/**
	 * Learns the same model anew for the measurement of cold titles: from lists that lack some titles
	 * of the corpus, which it must score nevertheless. Models that can't are left out of it.
	 */
	readonly learnCold?: LearnCold;
}

type LearnCold = (context: ModelContext) => Promise<Recommender>;

/** A row of the table of cold titles. */
export type ColdModel = Pick<EvaluatedModel, 'key' | 'label'> & { readonly learnCold: LearnCold };

/** A row of the table of predicted scores that ranks nothing. */
export interface RatingBaseline {
	readonly key: string;
	readonly label: string;
	readonly learn: (context: Pick<ModelContext, 'corpus' | 'training'>) => RatingPredictor;
}

/** The model that the others are compared with. */
export const REFERENCE_MODEL = 'ease-tuned';
/** The model that the site answers with: the one whose floors must hold. */
export const SERVED_MODEL = 'sprout';
/** The predictions that the others are compared with. */
export const REFERENCE_RATINGS = 'rating-biases';
/** What ranking of cold titles is compared with. */
export const REFERENCE_COLD = 'content-knn';

/** Predicted scores are held against these; they are measured whatever models are. */
export const RATING_BASELINES: readonly RatingBaseline[] = [
	{
		key: 'own-mean',
		label: 'own mean',
		learn: ({ corpus, training }) => createOwnMean(corpus.items, training),
	},
	{
		key: REFERENCE_RATINGS,
		label: 'user and item biases, damped',
		learn: ({ corpus, training }) => trainRatingBiases(corpus.items, training),
	},
];

/** What cold titles are ranked by without learning. */
export const COLD_BASELINE: ColdModel = {
	key: REFERENCE_COLD,
	label: 'content kNN',
	learnCold: async ({ corpus, facts }) =>
		createContentKnn(corpus.items, itemTags(facts, CONTENT_KINDS)),
};

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
		key: 'item-knn-tuned',
		label: 'item kNN, tuned',
		prepare: async ({ corpus, training, onProgress }) =>
			trainItemKnn(corpus.items, training, {
				...TUNED_ITEM_KNN,
				onProgress: (done) => onProgress(done / corpus.size),
			}),
	},
	{
		key: 'ials',
		label: 'iALS',
		prepare: async (context) => trainIals({ ...learning(context), settings: TUNED_IALS }),
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
		key: 'ease-side',
		label: 'EASE, tuned, with side information',
		prepare: async (context) => readingPresence(await learnEase(SIDE_EASE, context)),
		learnCold: async (context) => readingPresence(await learnEase(SIDE_EASE, context)),
	},
	{
		key: 'mult-dae',
		label: `Mult-DAE (${MULT_DAE.width} hidden)`,
		prepare: async (context) => trainMultDae({ ...learning(context), settings: MULT_DAE }),
	},
	{
		key: 'two-head',
		label: 'two-head network, a quarter of the widths',
		prepare: async (context) => trainTwoHead({ ...learning(context), settings: TWO_HEAD }),
	},
	{
		key: 'wide',
		label: 'its wide presence part alone',
		prepare: async (context) =>
			readingPresence(await learnEase(SPROUT_EASE, withSproutLists(context))),
	},
	{
		key: 'sprout-float',
		label: 'Sprout, float',
		prepare: learnFloatNetwork,
	},
	{
		key: SERVED_MODEL,
		label: 'Sprout, as bundled (int8)',
		prepare: ({ bundleFolder }) => readBundledModel(bundleFolder),
		learnCold: learnColdNetwork,
	},
];

/** What baselines with settings of their own are learned from. */
function learning(context: ModelContext) {
	const { corpus, training, kernels } = context;
	return {
		items: corpus.items,
		lists: training,
		kernels,
		onProgress: (share: number) => pause(context, share),
	};
}

/** Sprout's own rows learn from the lists that the bundled model learns from. */
function withSproutLists(context: ModelContext): ModelContext {
	return { ...context, training: context.sproutTraining };
}

async function learnEase(settings: EaseSettings, context: ModelContext): Promise<Recommender> {
	const { corpus, training, kernels, readSide } = context;
	const usesSide = Object.values(settings.side).some((weight) => weight !== 0);
	const parts = await trainEase({
		name: 'ease',
		items: corpus.items,
		lists: training,
		side: usesSide ? await readSide() : NOTHING_KNOWN,
		settings,
		kernels,
		onProgress: (share) => pause(context, share),
	});
	return createItemItemModel(parts);
}

/** Tells how far the learning is and lets signals in. */
async function pause({ onProgress, signal }: ModelContext, share: number): Promise<void> {
	onProgress(share);
	await setImmediate();
	signal.throwIfAborted();
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
