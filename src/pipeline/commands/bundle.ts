import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { BundleError, readManifest } from '#server/bundle.ts';
import { BUNDLE_FILES, BUNDLE_FORMAT, type Manifest } from '#server/bundle-manifest.ts';
import { describeSources } from '../bundle/describe-sources.ts';
import { packBytes } from '../bundle/pack.ts';
import { writeBundle, type PackedFiles } from '../bundle/write-bundle.ts';
import {
	buildCatalogue,
	CATALOGUE_SOURCES,
	type BuiltCatalogue,
} from '../catalogue/build-catalogue.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { BrokenRowLog, describeBrokenRows } from '../dataset/broken-rows.ts';
import type { Terminal } from '../terminal.ts';

const MODEL_FILE = 'model.safetensors.gz';

const help = `Usage: npm run sprout -- bundle --data <folder> [options]

Makes the bundle that the site serves: catalogue, model and manifest. The same
data makes the same bytes. An interrupted run leaves the old bundle as it was.

Options:
  --data <folder>    the data to make it from
  --out <folder>     where to put it (default: bundle)
  --only catalogue   keep the model of the bundle that is there`;

/** The model's part of a bundle: packed file, settings and counts for the manifest. */
interface ModelPart {
	readonly file: Uint8Array | null;
	readonly settings: Manifest['model'];
	readonly counts: Readonly<Record<string, number>>;
	readonly sources: readonly string[];
}

const NO_MODEL: ModelPart = { file: null, settings: null, counts: {}, sources: [] };

async function makeCatalogue(
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

/** The model that stands in the old bundle, so that work on the catalogue alone does not lose it. */
async function keepModel(out: string): Promise<ModelPart> {
	let manifest: Manifest;
	try {
		manifest = await readManifest(out);
	} catch (error) {
		if (error instanceof BundleError) return NO_MODEL;
		throw error;
	}
	if (!manifest.files[MODEL_FILE]) return NO_MODEL;
	return {
		file: await readFile(join(out, MODEL_FILE)),
		settings: manifest.model,
		counts: Object.fromEntries(
			Object.entries(manifest.counts).filter(([name]) => name.startsWith('model')),
		),
		sources: Object.keys(manifest.sources),
	};
}

function countCatalogue({ parts }: BuiltCatalogue): Record<string, number> {
	const grouped = parts.franchises.reduce((sum, members) => sum + members.length, 0);
	return {
		titles: parts.anime.length,
		relatedPairs: parts.pairs.length,
		franchisesOfSeveral: parts.franchises.length,
		titlesInThem: grouped,
	};
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const options = parseOptions(args, {
		data: { type: 'string' },
		out: { type: 'string', default: 'bundle' },
		only: { type: 'string' },
	});
	const { data, out, only } = options;
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	if (only !== undefined && only !== 'catalogue') {
		throw new UsageError(`--only takes "catalogue", not "${only}".`);
	}
	const isFolder = await stat(data).then(
		(found) => found.isDirectory(),
		() => false,
	);
	if (!isFolder) throw new UsageError(`There is no folder ${data}.`);
	try {
		const built = await makeCatalogue(data, terminal, signal);
		const model = await keepModel(out);
		signal.throwIfAborted();
		const manifest = await makeBundle({ data, out, built, model });
		terminal.print(describeBundle(out, manifest));
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

async function makeBundle(parts: {
	data: string;
	out: string;
	built: BuiltCatalogue;
	model: ModelPart;
}): Promise<Manifest> {
	const { data, out, built, model } = parts;
	const { titles, facts } = encodeCatalogue(built.parts);
	const files: PackedFiles = {
		'titles.json.gz': packBytes(JSON.stringify(titles)),
		'facts.json.gz': packBytes(JSON.stringify(facts)),
		...(model.file && { [MODEL_FILE]: model.file }),
	};
	return writeBundle(out, files, {
		format: BUNDLE_FORMAT,
		date: built.date,
		sources: await describeSources(data, [...CATALOGUE_SOURCES, ...model.sources], built.rows),
		counts: { ...countCatalogue(built), ...model.counts },
		model: model.settings,
	});
}

function describeBundle(out: string, manifest: Manifest): string {
	const files = BUNDLE_FILES.map((name) => {
		const size = manifest.files[name];
		return `  ${name.padEnd(24)}${size ? `${(size.bytes / 1e6).toFixed(2)} MB` : 'none'}`;
	});
	const counts = Object.entries(manifest.counts).map(([name, n]) => `  ${name.padEnd(24)}${n}`);
	return [`${out}, data of ${manifest.date}`, ...files, ...counts].join('\n');
}

/** `npm run sprout -- bundle`. */
export const command: Command = { help, run };
