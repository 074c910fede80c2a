import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ModelFileError } from '#core/model/open-model.ts';
import { readSafetensors } from '#core/model/safetensors.ts';
import { readSproutParts } from '#core/model/sprout/read-sprout-model.ts';
import { BundleError } from '#server/bundle.ts';
import {
	MODEL_FILE,
	MODEL_FILES,
	SMALL_MODEL_FILE,
	type Manifest,
} from '#server/bundle-manifest.ts';
import { TRAINING_RECORD } from '../training/output-folder.ts';
import { describeSources } from './describe-sources.ts';
import type { ModelPart } from './model-part.ts';
import { packBytes } from './pack.ts';

const REMEDY = 'Train again: `npm run sprout -- train --data <folder>`.';

/** The part of a training's record that says what it was trained on. */
const RecordSchema = v.object({ sources: v.record(v.string(), v.string()) });

/** What the manifest says of a model. */
interface ModelFacts {
	readonly settings: Record<string, unknown>;
	readonly counts: Manifest['counts'];
}

/**
 * Packs the models that a training wrote.
 *
 * @param sources files of the data folder that models are trained on
 * @throws BundleError when one is missing or damaged, or was trained on other data than `data`
 */
export async function readTrainedModels(
	folder: string,
	data: string,
	sources: readonly string[],
): Promise<ModelPart> {
	const [large, small] = await Promise.all(
		MODEL_FILES.map((name) => readModelFile(join(folder, name.replace(/\.gz$/, '')))),
	);
	if (!large || !small) throw new BundleError(`${folder} lacks a model. ${REMEDY}`);
	const described = await describeSources(data, sources);
	await checkRecord(folder, described);
	return {
		files: { [MODEL_FILE]: packBytes(large.bytes), [SMALL_MODEL_FILE]: packBytes(small.bytes) },
		settings: { [MODEL_FILE]: large.facts.settings, [SMALL_MODEL_FILE]: small.facts.settings },
		counts: large.facts.counts,
		sources: described,
	};
}

async function readModelFile(path: string) {
	const bytes = new Uint8Array(await readFile(path).catch(missing(path)));
	try {
		return { bytes, facts: describeModel(bytes) };
	} catch (cause) {
		if (!(cause instanceof ModelFileError)) throw cause;
		throw new BundleError(`${path} can't be used: ${cause.message} ${REMEDY}`, { cause });
	}
}

/** How a model was trained, and on how much. @throws ModelFileError when it is none */
function describeModel(bytes: Uint8Array): ModelFacts {
	const { items, learnedCount, titles, links, autoencoder } = readSproutParts(bytes);
	const { settings = '{}' } = readSafetensors(bytes).metadata;
	return {
		// Written by our own training, and the file's checksum fits.
		settings: JSON.parse(settings) as Record<string, unknown>,
		counts: {
			modelTitles: items.length,
			modelLearnedTitles: learnedCount,
			modelEntries: titles.frequency.reduce((sum, lists) => sum + lists, 0),
			modelLinks: links.columns.length,
			modelFacts: autoencoder.factBias.length,
		},
	};
}

/** Holds what the training says it read against the data that the bundle is made from. */
async function checkRecord(folder: string, sources: Manifest['sources']): Promise<void> {
	const path = join(folder, TRAINING_RECORD);
	const text = await readFile(path, 'utf8').catch(missing(path));
	const record = v.safeParse(v.pipe(v.string(), v.parseJson(), RecordSchema), text);
	if (!record.success) throw new BundleError(`${path} is damaged. ${REMEDY}`);
	const other = Object.entries(sources).find(
		([name, { sha256 }]) => record.output.sources[name] !== sha256,
	);
	if (other === undefined) return;
	throw new BundleError(`The models in ${folder} were trained on another ${other[0]}. ${REMEDY}`);
}

function missing(path: string): (cause: unknown) => never {
	return (cause) => {
		const reason = cause instanceof Error && 'code' in cause ? cause.code : undefined;
		if (reason !== 'ENOENT' && reason !== 'ENOTDIR') throw cause;
		throw new BundleError(`${path} is missing. ${REMEDY}`, { cause });
	};
}
