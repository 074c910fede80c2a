import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import { MANIFEST_FILE, MODEL_FILES, type Manifest } from '#server/bundle-manifest.ts';
import { BundleError, readManifest } from '#server/bundle.ts';
import { keepModelPart } from '../bundle/model-part.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import {
	calibrateModels,
	unpackModels,
	type UnpackedModels,
} from '../rating-error/calibrate-models.ts';
import { errorReport } from '../rating-error/error-report.ts';
import { readHeldOutLists } from '../rating-error/held-out-lists.ts';
import { measureErrors } from '../rating-error/measure-errors.ts';
import type { Terminal } from '../terminal.ts';

const help = `Usage: npm run sprout -- calibrate --data <folder> [options]

Measures on "validation" users how far the scores that the bundle's models predict are
off, and writes that into the bundle's manifest; no other file changes. "bundle" does
the same. Then holds what is said against the real errors of "test" users.

Options:
  --data <folder>    users, lists and what is withheld of them
  --bundle <folder>  the bundle (default: bundle)
  --report <file>    write the check on "test" there, as Markdown, instead of printing it`;

function readOptions(args: string[]) {
	const { data, bundle, report } = parseOptions(args, {
		data: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
		report: { type: 'string' },
	});
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	return { data, bundle, report };
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { data, bundle, report } = readOptions(args);
	try {
		const { files } = await keepModelPart(bundle);
		if (files === null) throw new BundleError(`${bundle} has no models to measure.`);
		const models = unpackModels(files);
		const ratingErrors = await calibrateModels(data, models, terminal, signal);
		if (!ratingErrors) throw new DataFileError(`${data} holds too few scores to measure with.`);
		const checked = await check(data, models, ratingErrors, signal);
		await writeManifest(bundle, { ...(await readManifest(bundle)), ratingErrors });
		if (report === undefined) terminal.print(checked);
		else await writeFile(report, checked);
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError || error instanceof BundleError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

const INTRODUCTION = `# The usual error of predicted scores

Measured by \`npm run sprout -- calibrate\`. A card says "7.8 ± 0.9": 0.9 is how far such a prediction is off on average.
It is fitted on the hidden scores of \`validation\` users, from their whole lists and from random parts of them, to four
things that are known when a score is predicted: how many entries of the list are scored, how widely its scores spread,
the predicted score itself, and whether the title was learned or is known by its facts alone.

Below, what is said is held against the errors on \`test\` users, whom neither the models nor the fit have seen, from
whole lists and parts likewise. All errors are mean absolute errors in points of 10. They are of titles that people chose
to watch: what nobody would have chosen may be judged less surely.
`;

/** What is said of `test` users against what is true of them. */
async function check(
	data: string,
	models: UnpackedModels,
	ratingErrors: NonNullable<Manifest['ratingErrors']>,
	signal: AbortSignal,
): Promise<string> {
	const lists = await readHeldOutLists(data, 'test', signal);
	const parts = [INTRODUCTION];
	for (const name of MODEL_FILES) {
		const error = ratingErrors[name];
		if (!error) continue;
		const measured = await measureErrors(openSproutModel(models[name]), lists, signal);
		if (measured.length > 0) parts.push(`## ${name}\n\n${errorReport(error, measured)}\n`);
	}
	return parts.join('\n');
}

/** Puts it into its place when it is whole. */
async function writeManifest(bundle: string, manifest: Manifest): Promise<void> {
	const path = join(bundle, MANIFEST_FILE);
	// Where `bundle` puts it: before the files.
	const { files, ...facts } = manifest;
	await writeFile(`${path}.new`, `${JSON.stringify({ ...facts, files }, null, '\t')}\n`);
	await rename(`${path}.new`, path);
}

/** `npm run sprout -- calibrate`. */
export const command: Command = { help, run };
