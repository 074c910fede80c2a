import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_POINTS } from '#core/atlas/atlas-data.ts';
import { ATLAS_FILES } from '#server/bundle-manifest.ts';
import { BundleError } from '#server/bundle.ts';
import { makeAtlas, type AtlasOptions } from '../atlas/make-atlas.ts';
import { addAtlas } from '../bundle/add-atlas.ts';
import { readAtlasFolder } from '../bundle/atlas-part.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { parseCount } from '../dataset/corpus.ts';
import type { Terminal } from '../terminal.ts';
import { parseThreads, WORK_OPTIONS } from '../training/work-options.ts';

const help = `Usage: npm run sprout -- atlas --data <folder> [options]

Makes the map and puts it into the bundle, whose other files stay as they are. A
bundle that has a map already gets one that looks like it: titles stay about where
they were. The same data, model and earlier map make the same bytes. A run that was
stopped or killed goes on where it was when it is started again.

Options:
  --data <folder>    the data to make it from
  --bundle <folder>  the bundle that gives the model and gets the map (default:
                     bundle)
  --out <folder>     only write the map's files there; "bundle --atlas" takes them
  --from <folder>    the bundle whose map the new one is to look like (default:
                     that of --bundle)
  --cold             begin from nothing instead
  --titles <n>       titles at most, those with the most members (default and
                     limit: ${MOST_POINTS})
  --method <name>    how the local lens is laid out: sprout (default) or reference
  --work <folder>    where to keep what a later run goes on from (default:
                     .training)
  --threads <n>      steps to run at once (default: one for each core)
  --fresh            forget what earlier runs left in the work folder`;

/** In the work folder: the files that were made last. */
const MADE = 'atlas';

interface Options extends AtlasOptions {
	/** Whether the map goes into the bundle. */
	readonly adds: boolean;
}

async function readOptions(args: string[]): Promise<Options> {
	const given = parseOptions(args, {
		data: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
		out: { type: 'string' },
		from: { type: 'string' },
		cold: { type: 'boolean', default: false },
		titles: { type: 'string', default: String(MOST_POINTS) },
		method: { type: 'string', default: 'sprout' },
		...WORK_OPTIONS,
		fresh: { type: 'boolean', default: false },
	});
	const { data, bundle, out, from, cold, titles, method, work, threads, fresh } = given;
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	const found = await stat(data).catch(() => null);
	if (!found?.isDirectory()) throw new UsageError(`There is no folder ${data}.`);
	if (cold && from !== undefined)
		throw new UsageError('--cold begins from nothing: leave out --from.');
	if (method !== 'sprout' && method !== 'reference') {
		throw new UsageError(`--method takes sprout or reference, not "${method}".`);
	}
	const most = parseCount(titles) ?? 0;
	if (most < 2 || most > MOST_POINTS) {
		throw new UsageError(`--titles takes a number from 2 to ${MOST_POINTS}, not "${titles}".`);
	}
	return {
		data,
		bundle,
		from: cold ? null : (from ?? bundle),
		out: out ?? join(work, MADE),
		adds: out === undefined,
		work,
		threads: parseThreads(threads),
		fresh,
		most,
		method,
	};
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { adds, ...options } = await readOptions(args);
	try {
		terminal.print(await makeAtlas(options, terminal, signal));
		if (adds) {
			const { files } = await addAtlas(options.bundle, await readAtlasFolder(options.out));
			const sizes = ATLAS_FILES.map(
				(name) => `${name} ${((files[name]?.bytes ?? 0) / 1e3).toFixed(0)} KB`,
			);
			terminal.print(`${options.bundle} has the map: ${sizes.join(', ')}`);
		}
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError || error instanceof BundleError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** `npm run sprout -- atlas`. */
export const command: Command = { help, run };
