import { deserialize, serialize } from 'node:v8';
import { buildCatalogue } from '../../catalogue/build-catalogue.ts';
import { DataFileError } from '../../csv.ts';
import { BrokenRowLog, describeBrokenRows } from '../../dataset/broken-rows.ts';
import { readDataset } from '../../dataset/dataset.ts';
import type { ListLengthRule } from '../../dataset/training-interactions.ts';
import type { StepContext, StepFunction } from '../job/training-step.ts';
import { prepareTrainingData, type TrainingData } from '../training-data.ts';
import { validationLists, type ValidationLists } from '../validation-lists.ts';

/** Which lists are learned from, and what is kept from learning. */
export interface NetworkDataInput {
	readonly rule: ListLengthRule;
	/** MyAnimeList ids of titles that are treated as though they were on no list. */
	readonly hidden: readonly number[];
}

/** What every later step learns from, and what it stops by. */
export interface NetworkData extends TrainingData {
	readonly validation: ValidationLists;
}

/** Reads the data folder once, for the other steps. @throws DataFileError */
export const readNetworkData: StepFunction<NetworkDataInput> = async (input, context) => {
	const { data: folder, signal } = context;
	await context.report({ done: 0, total: 3 });
	const dataset = await readDataset(folder, signal);
	await context.report({ done: 1, total: 3 });
	const broken = new BrokenRowLog();
	const catalogue = await buildCatalogue(folder, { broken, signal });
	await context.report({ done: 2, total: 3 });
	for (const line of describeBrokenRows([...dataset.broken, ...broken.report()])) {
		context.warn(line);
	}
	const data = await prepareTrainingData(folder, dataset, catalogue, {
		rule: input.rule,
		hidden: new Set(input.hidden),
		signal,
	});
	if (data.lists.userCount === 0) throw new DataFileError(`${folder} has no list to learn from.`);
	return serialize({ ...data, validation: validationLists(dataset, data) } satisfies NetworkData);
};

/** The result of a step that ran {@link readNetworkData}. */
export async function networkDataFrom(
	context: Pick<StepContext, 'result'>,
	step: string,
): Promise<NetworkData> {
	// Written above by this program, and its checksum fits.
	return deserialize(await context.result(step)) as NetworkData;
}
