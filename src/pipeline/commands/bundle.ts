import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_POINTS } from '#core/atlas/atlas-data.ts';
import { decodeCatalogue } from '#core/catalogue/decode.ts';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { BUNDLE_FILES, type Manifest } from '#server/bundle-manifest.ts';
import { BundleError } from '#server/bundle.ts';
import { addAtlas } from '../bundle/add-atlas.ts';
import {
	checkAtlasPart,
	keepAtlasPart,
	readAtlasFolder,
	type AtlasPart,
} from '../bundle/atlas-part.ts';
import { makeBundle } from '../bundle/make-bundle.ts';
import { keepModelPart, type ModelPart } from '../bundle/model-part.ts';
import { readTrainedModels } from '../bundle/trained-models.ts';
import { checkTarget } from '../bundle/write-bundle.ts';
import {
	buildCatalogue,
	CATALOGUE_SOURCES,
	type BuiltCatalogue,
} from '../catalogue/build-catalogue.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { BrokenRowLog, describeBrokenRows } from '../dataset/broken-rows.ts';
import type { Terminal } from '../terminal.ts';
import { parseThreads, WORK_OPTIONS } from '../training/work-options.ts';

const help = `Usage: npm run sprout -- bundle --data <folder> [options]

Makes the bundle that the site serves: catalogue, models and manifest. The same
data makes the same bytes. An interrupted run leaves the old bundle as it was;
its training goes on where it was when it is started again, as "train" does.

Options:
  --data <folder>    the data to make it from
  --out <folder>     where to put it, a new folder or a bundle's (default: bundle)
  --only catalogue   keep the models of the bundle that is there
  --models <folder>  take the models that "train" put there, trained on this data
  --atlas <folder>   take the map that "atlas --out" put there, or, with "make",
                     make one as "atlas" does (default: keep that of the bundle)
  --work <folder>    where to keep what a later training goes on from (default:
                     .training)
  --threads <n>      steps of the training to run at once (default: one for each
                     core)`;

/** Where the models come from. */
type ModelOrigin =
	| { readonly from: 'bundle' }
	| { readonly from: 'folder'; readonly folder: string }
	| { readonly from: 'training'; readonly work: string; readonly threads: number };

/** In the work folder: what a training wrote last, and the map that was made last. */
const TRAINED = 'models';
const MADE_ATLAS = 'atlas';
/** For `--atlas`: no folder, but to be made. */
const MAKE = 'make';

async function readCatalogue(
	data: string,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<BuiltCatalogue> {
	const broken = new BrokenRowLog();
	const progress = terminal.progress('Reading the catalogue', CATALOGUE_SOURCES.length);
	let done = 0;
	const onRead = (source: string) => progress.update(++done, source);
	const built = await buildCatalogue(data, { broken, onRead, signal });
	progress.finish(`${built.parts.anime.length} titles`);
	for (const line of describeBrokenRows(broken.report())) terminal.warn(line);
	return built;
}

async function parseArguments(args: string[]) {
	const { data, out, only, models, atlas, work, threads } = parseOptions(args, {
		data: { type: 'string' },
		out: { type: 'string', default: 'bundle' },
		only: { type: 'string' },
		models: { type: 'string' },
		atlas: { type: 'string' },
		...WORK_OPTIONS,
	});
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	if (only !== undefined && only !== 'catalogue') {
		throw new UsageError(`--only takes "catalogue", not "${only}".`);
	}
	if (only !== undefined && models !== undefined) {
		throw new UsageError('--only catalogue keeps the models: leave out --models.');
	}
	const found = await stat(data).catch(() => null);
	if (!found?.isDirectory()) throw new UsageError(`There is no folder ${data}.`);
	const count = parseThreads(threads);
	let origin: ModelOrigin = { from: 'training', work, threads: count };
	if (only !== undefined) origin = { from: 'bundle' };
	if (models !== undefined) origin = { from: 'folder', folder: models };
	return { data, out, origin, atlas, work, threads: count };
}

async function readModels(
	origin: ModelOrigin,
	{ data, out }: { readonly data: string; readonly out: string },
	terminal: Terminal,
	signal: AbortSignal,
): Promise<ModelPart> {
	if (origin.from === 'bundle') return keepModelPart(out);
	// The training is loaded only by those who need it.
	const { trainingPlan } = await import('../training/training-plan.ts');
	const plan = trainingPlan();
	if (origin.from === 'folder') return readTrainedModels(origin.folder, data, plan.sources);
	const { work, threads } = origin;
	const trained = join(work, TRAINED);
	const { train } = await import('../training/train.ts');
	const options = { data, out: trained, work, threads, fresh: false };
	terminal.print(await train(plan, options, terminal, signal));
	return readTrainedModels(trained, data, plan.sources);
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { data, out, origin, atlas, work, threads } = await parseArguments(args);
	try {
		await checkTarget(out);
		const catalogue = await readCatalogue(data, terminal, signal);
		const models = await readModels(origin, { data, out }, terminal, signal);
		signal.throwIfAborted();
		const kept = atlas === undefined ? await keptAtlas(out, catalogue, terminal) : null;
		const taken = atlas === undefined || atlas === MAKE ? kept : await readAtlasFolder(atlas);
		let manifest = await makeBundle(out, { data, catalogue, models, atlas: taken });
		if (atlas === MAKE)
			manifest = await addMadeAtlas({ data, out, work, threads }, terminal, signal);
		terminal.print(describeBundle(out, manifest));
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError || error instanceof BundleError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** Makes a map of the new bundle, from nothing: the same data makes the same bytes. */
async function addMadeAtlas(
	options: {
		readonly data: string;
		readonly out: string;
		readonly work: string;
		readonly threads: number;
	},
	terminal: Terminal,
	signal: AbortSignal,
): Promise<Manifest> {
	const { out: bundle, work } = options;
	const out = join(work, MADE_ATLAS);
	const { makeAtlas } = await import('../atlas/make-atlas.ts');
	const request = { ...options, bundle, out, from: null, fresh: false, most: MOST_POINTS } as const;
	terminal.print(await makeAtlas({ ...request, method: 'sprout' }, terminal, signal));
	return addAtlas(bundle, await readAtlasFolder(out));
}

/** The map of the bundle that is replaced, as long as the new catalogue has its titles. */
async function keptAtlas(
	dir: string,
	{ parts }: BuiltCatalogue,
	terminal: Terminal,
): Promise<AtlasPart | null> {
	const part = await keepAtlasPart(dir);
	if (!part) return null;
	const { titles, facts } = encodeCatalogue(parts);
	try {
		checkAtlasPart(part, decodeCatalogue(titles, facts));
		return part;
	} catch (error) {
		if (!(error instanceof BundleError)) throw error;
		terminal.warn(`The map is left out: ${error.message}`);
		return null;
	}
}

const NAME_WIDTH = 28;

function describeBundle(out: string, manifest: Manifest): string {
	const files = BUNDLE_FILES.map((name) => {
		const size = manifest.files[name];
		return `  ${name.padEnd(NAME_WIDTH)}${size ? `${(size.bytes / 1e6).toFixed(2)} MB` : 'none'}`;
	});
	const counts = Object.entries(manifest.counts).map(
		([name, n]) => `  ${name.padEnd(NAME_WIDTH)}${n}`,
	);
	return [`${out}, data of ${manifest.date}`, ...files, ...counts].join('\n');
}

/** `npm run sprout -- bundle`. */
export const command: Command = { help, run };
