import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ModelFileError } from '#core/model/model-format.ts';
import { readItemItemModel } from '#core/model/read-model.ts';
import type { RatingRecommender, Recommender } from '#core/model/recommender.ts';
import { BundleError, openModel, readBundle } from '#server/bundle.ts';
import { DataFileError } from '../csv.ts';

/** A model that ranks and may predict scores as well. */
export type BatchModel = Recommender & Partial<Pick<RatingRecommender, 'rate'>>;

const unpack = promisify(gunzip);

/**
 * Opens the model to measure: a file of its own (`.gz` is unpacked), or the bundle's.
 *
 * @throws DataFileError when it can't be used; the message says why
 */
export async function openBatchModel(
	bundleFolder: string,
	file: string | undefined,
): Promise<BatchModel> {
	try {
		if (file === undefined) return openModel(await readBundle(bundleFolder));
		const bytes = await readFile(file);
		return readItemItemModel(new Uint8Array(file.endsWith('.gz') ? await unpack(bytes) : bytes));
	} catch (cause) {
		if (cause instanceof BundleError) throw new DataFileError(cause.message, { cause });
		if (cause instanceof ModelFileError || (cause instanceof Error && 'code' in cause)) {
			const where = file ?? bundleFolder;
			throw new DataFileError(`The model ${where} can't be used: ${cause.message}`, { cause });
		}
		throw cause;
	}
}

/** Whether a model predicts scores. */
export function predictsScores(model: BatchModel): model is RatingRecommender {
	return model.rate !== undefined;
}
