import type { Recommender } from '#core/model/recommender.ts';
import { trainItemKnn } from '#learn/baselines/item-knn.ts';
import { createPopularity } from '#learn/baselines/popularity.ts';
import type { Interactions } from '#learn/interactions.ts';
import { BundleError, readBundle } from '#server/bundle.ts';
import type { Corpus } from '../dataset/corpus.ts';

/** What a model is made from. */
export interface ModelContext {
	readonly corpus: Corpus;
	/** Lists of `train` users; nothing else is learned from. */
	readonly training: Interactions;
	readonly bundleFolder: string;
	readonly signal: AbortSignal;
	/** Told the share of the learning that is done, 0–1. */
	readonly onProgress: (share: number) => void;
}

/** One row of the report. */
export interface EvaluatedModel {
	/** Short name for `--models`. */
	readonly key: string;
	readonly label: string;
	/** Learns or loads the model; `null` with a remark where it is not there to be measured. */
	readonly prepare: (context: ModelContext) => Promise<Recommender | { readonly missing: string }>;
}

/** The model that the others are compared with. */
export const REFERENCE_MODEL = 'ease-tuned';

/** Every model that is measured, weakest first. */
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
		key: 'bundle',
		label: 'Sprout, as bundled (int8)',
		prepare: ({ bundleFolder }) => readBundledModel(bundleFolder),
	},
];

async function readBundledModel(folder: string): Promise<Recommender | { missing: string }> {
	try {
		const { readItemItemModel } = await import('#core/model/read-model.ts');
		return readItemItemModel((await readBundle(folder)).model);
	} catch (error) {
		if (error instanceof BundleError) return { missing: error.message };
		throw error;
	}
}
