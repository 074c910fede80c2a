import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ModelFileError } from '#core/model/open-model.ts';
import type { RankingModel } from '#core/model/recommender.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import { BundleError, openModel, readBundle } from '#server/bundle.ts';
import { DataFileError } from '../csv.ts';

const unpack = promisify(gunzip);

/**
 * Opens the model to measure: a file of its own (`.gz` is unpacked), or the bundle's.
 *
 * @throws DataFileError when it can't be used; the message says why
 */
export async function openBatchModel(
	bundleFolder: string,
	file: string | undefined,
): Promise<RankingModel> {
	try {
		if (file === undefined) return openModel(await readBundle(bundleFolder));
		const bytes = await readFile(file);
		return openSproutModel(new Uint8Array(file.endsWith('.gz') ? await unpack(bytes) : bytes));
	} catch (cause) {
		if (cause instanceof BundleError) throw new DataFileError(cause.message, { cause });
		if (cause instanceof ModelFileError || (cause instanceof Error && 'code' in cause)) {
			const where = file ?? bundleFolder;
			throw new DataFileError(`The model ${where} can't be used: ${cause.message}`, { cause });
		}
		throw cause;
	}
}
