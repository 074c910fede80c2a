import { deserialize, serialize } from 'node:v8';
import type { SideInformation } from '#learn/ease/side-information.ts';
import type { Interactions } from '#learn/interactions.ts';
import { describeBrokenRows } from '../../dataset/broken-rows.ts';
import { readDataset } from '../../dataset/dataset.ts';
import { DataFileError } from '../../csv.ts';
import { trainingInteractions, type ListLengthRule } from '../../dataset/training-interactions.ts';
import type { StepContext, StepFunction } from '../job/training-step.ts';
import { readSideInformation } from '../read-side-information.ts';

/** What every later step learns from. */
export interface TrainingLists {
	/** MyAnimeList ids by item position. */
	readonly items: Int32Array;
	/** Of `train` users, planned titles left out. */
	readonly lists: Interactions;
	readonly side: SideInformation;
}

/** Reads the data folder once, for the other steps. @throws DataFileError */
export const readLists: StepFunction<ListLengthRule> = async (lengths, context) => {
	const { data, signal } = context;
	await context.report({ done: 0, total: 2 });
	const dataset = await readDataset(data, signal);
	await context.report({ done: 1, total: 2 });
	const side = await readSideInformation(data, dataset.corpus.position, { signal });
	for (const line of describeBrokenRows(dataset.broken)) context.warn(line);
	const lists = trainingInteractions(dataset, lengths);
	if (lists.userCount === 0) throw new DataFileError(`${data} has no list to learn from.`);
	return serialize({ items: dataset.corpus.items, lists, side } satisfies TrainingLists);
};

/** The result of a step that ran {@link readLists}. */
export async function listsFrom(context: StepContext, step: string): Promise<TrainingLists> {
	// Written above by this program, and its checksum fits.
	return deserialize(await context.result(step)) as TrainingLists;
}
