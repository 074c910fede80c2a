import { setImmediate } from 'node:timers/promises';
import { GREATEST_CODE } from '#core/model/coded-matrix.ts';
import { writeItemItemModel } from '#core/model/write-model.ts';
import { SPROUT_EASE } from '#learn/ease/ease-settings.ts';
import { quantise } from '#learn/ease/quantise.ts';
import type { SideInformation } from '#learn/ease/side-information.ts';
import { trainEase } from '#learn/ease/train-ease.ts';
import type { Interactions } from '#learn/interactions.ts';
import { DataFileError } from './csv.ts';
import { describeBrokenRows } from './dataset/broken-rows.ts';
import { readDataset } from './dataset/dataset.ts';
import { trainingInteractions, type ListLengthRule } from './dataset/training-interactions.ts';
import type { Terminal } from './terminal.ts';
import { readKernels } from './training/read-kernels.ts';
import { readSideInformation, SIDE_SOURCES } from './training/read-side-information.ts';

/** The files of a data folder that the model is made from. */
export const MODEL_SOURCES = [
	...SIDE_SOURCES,
	'evaluation/corpus.csv',
	'evaluation/sources.csv',
	'profiles.csv.gz',
	'users.csv',
] as const;

/** The model's part of a bundle. */
export interface TrainedModel {
	/** The model file, not packed; see `ItemItemFile`. */
	readonly file: Uint8Array<ArrayBuffer>;
	/** How it was trained, for the manifest. */
	readonly settings: Record<string, unknown>;
	readonly counts: Record<string, number>;
}

const MODEL_NAME = 'Sprout';

/**
 * Lists that the model learns from: shorter and longer ones than the baselines use. Weighted by their
 * length, both gained a little on `validation`, rare titles most.
 */
export const MODEL_LIST_LENGTHS: ListLengthRule = { minEntries: 5, maxEntries: Infinity };

/**
 * Reads a data folder and learns the bundle's model from its `train` users: some ten seconds and
 * under 1 GB. The same data gives the same bytes: nothing is random, and the kernels use no operation
 * that differs between processors.
 *
 * @throws DataFileError when a file is missing or damaged, or no list is left to learn from
 */
export async function trainBundleModel(
	dataDir: string,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<TrainedModel> {
	const reading = terminal.progress('Reading the lists', 2);
	const dataset = await readDataset(dataDir, signal);
	reading.update(1, 'catalogue');
	const side = await readSideInformation(dataDir, dataset.corpus.position, { signal });
	const lists = trainingInteractions(dataset, MODEL_LIST_LENGTHS);
	reading.finish(`${lists.userCount} to learn from`);
	for (const line of describeBrokenRows(dataset.broken)) terminal.warn(line);
	if (lists.userCount === 0) throw new DataFileError(`${dataDir} has no list to learn from.`);

	const learning = terminal.progress('Learning the model', 1);
	const parts = await trainEase({
		name: MODEL_NAME,
		items: dataset.corpus.items,
		lists,
		side,
		settings: SPROUT_EASE,
		kernels: await readKernels(),
		async onProgress(share) {
			learning.update(share);
			// Lets signals in: the work itself never waits for anything.
			await setImmediate();
			signal.throwIfAborted();
		},
	});
	const coded = quantise(parts.matrix);
	learning.finish();
	const settings = { kind: 'item-item', bits: 8, codes: 2 * GREATEST_CODE + 1, ...SPROUT_EASE };
	return {
		file: writeItemItemModel({ ...parts, ...coded, settings }),
		settings: { name: MODEL_NAME, ...settings },
		counts: countsOf(lists, side),
	};
}

function countsOf(lists: Interactions, side: SideInformation): Record<string, number> {
	return {
		modelTitles: lists.itemCount,
		modelLists: lists.userCount,
		modelEntries: lists.items.length,
		modelRelations: side.relations.length,
		modelNeighbours: side.neighbours.length,
		modelRecommendations: side.recommendations.length,
		modelGroups: side.groups.length,
	};
}
