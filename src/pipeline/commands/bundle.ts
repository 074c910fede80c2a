import { stat } from 'node:fs/promises';
import { BUNDLE_FILES, type Manifest } from '#server/bundle-manifest.ts';
import { BundleError } from '#server/bundle.ts';
import { makeBundle } from '../bundle/make-bundle.ts';
import { keepModelPart, trainModelPart } from '../bundle/model-part.ts';
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

const help = `Usage: npm run sprout -- bundle --data <folder> [options]

Makes the bundle that the site serves: catalogue, model and manifest. The same
data makes the same bytes. An interrupted run leaves the old bundle as it was.

Options:
  --data <folder>    the data to make it from
  --out <folder>     where to put it, a new folder or a bundle's (default: bundle)
  --only catalogue   keep the model of the bundle that is there`;

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
	const { data, out, only } = parseOptions(args, {
		data: { type: 'string' },
		out: { type: 'string', default: 'bundle' },
		only: { type: 'string' },
	});
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	if (only !== undefined && only !== 'catalogue') {
		throw new UsageError(`--only takes "catalogue", not "${only}".`);
	}
	const found = await stat(data).catch(() => null);
	if (!found?.isDirectory()) throw new UsageError(`There is no folder ${data}.`);
	return { data, out, trains: only === undefined };
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { data, out, trains } = await parseArguments(args);
	try {
		await checkTarget(out);
		const catalogue = await readCatalogue(data, terminal, signal);
		const model = trains ? await trainModelPart(data, terminal, signal) : await keepModelPart(out);
		signal.throwIfAborted();
		terminal.print(describeBundle(out, await makeBundle(out, { data, catalogue, model })));
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError || error instanceof BundleError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

function describeBundle(out: string, manifest: Manifest): string {
	const files = BUNDLE_FILES.map((name) => {
		const size = manifest.files[name];
		return `  ${name.padEnd(22)}${size ? `${(size.bytes / 1e6).toFixed(2)} MB` : 'none'}`;
	});
	const counts = Object.entries(manifest.counts).map(([name, n]) => `  ${name.padEnd(22)}${n}`);
	return [`${out}, data of ${manifest.date}`, ...files, ...counts].join('\n');
}

/** `npm run sprout -- bundle`. */
export const command: Command = { help, run };
