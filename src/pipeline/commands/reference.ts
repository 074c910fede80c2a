import { stat } from 'node:fs/promises';
import { REFERENCE_FILE } from '#server/bundle-manifest.ts';
import { BundleError } from '#server/bundle.ts';
import { addReference } from '../bundle/reference-part.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import type { Terminal } from '../terminal.ts';

const help = `Usage: npm run sprout -- reference --data <folder> [options]

Counts what real lists are like, for the profile pages: how each title was
scored, how long lists are, how well known their titles. Puts the figures into a
bundle, whose models stay as they are. Sums alone are kept, no list.

Options:
  --data <folder>    the data with the lists; those of "train" users are counted
  --bundle <folder>  the bundle to put them into (default: bundle)`;

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { data, bundle } = parseOptions(args, {
		data: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
	});
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	const found = await stat(data).catch(() => null);
	if (!found?.isDirectory()) throw new UsageError(`There is no folder ${data}.`);
	try {
		const { files, counts } = await addReference(bundle, data, terminal, signal);
		const size = ((files[REFERENCE_FILE]?.bytes ?? 0) / 1e3).toFixed(0);
		terminal.print(`${bundle}: figures of ${counts.referenceLists} lists, ${size} kB`);
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError || error instanceof BundleError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** `npm run sprout -- reference`. */
export const command: Command = { help, run };
