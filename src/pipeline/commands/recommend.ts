import { availableParallelism } from 'node:os';
import { readBundle, BundleError } from '#server/bundle.ts';
import { catalogueFranchises, readCandidates, type Franchises } from '../batch/candidates.ts';
import { recommendLists } from '../batch/recommend-lists.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import type { Terminal } from '../terminal.ts';

const help = `Usage: npm run -s sprout -- recommend --profiles <file> --candidates <file> --out <file> [options]

Ranks titles for every list of a file, to measure from outside.

Reads user,mal_id,score,status (.gz is unpacked): scores 0–10, 0 is unscored; the
rows of one user stand together. What a user watched is never recommended; planned
titles are no input and may be. Writes user,rank,mal_id,score,predicted_score: the
model's score, and the one of 1–10 that the user would give.

A row that can't be used ends the run with its line number, and nothing is written.

Options:
  --profiles <file>    the lists
  --candidates <file>  titles that may be recommended: mal_id, and franchise if you like
  --out <file>         the result; - is standard output
  --top <n>            titles for each list (default: 100)
  --new-franchises     leave out every franchise that the list touches: those of the
                       candidates' column franchise, or else the bundle's
  --threads <n>        lists ranked at once, 1 to 16; each holds the model once
                       (default: one for each core, 4 at most)
  --model <file>       another model than the bundle's
  --bundle <folder>    where the bundle is (default: bundle)`;

const MOST_THREADS = 16;
const USUAL_THREADS = 4;

interface Options {
	readonly profiles: string;
	readonly candidates: string;
	readonly out: string;
	readonly top: number;
	readonly newFranchises: boolean;
	readonly model: string | undefined;
	readonly bundle: string;
	readonly threads: number;
}

function readOptions(args: string[]): Options {
	const given = parseOptions(args, {
		profiles: { type: 'string' },
		candidates: { type: 'string' },
		out: { type: 'string' },
		top: { type: 'string', default: '100' },
		threads: { type: 'string' },
		'new-franchises': { type: 'boolean', default: false },
		model: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
	});
	const { profiles, candidates, out, model, bundle } = given;
	if (profiles === undefined) throw new UsageError('Which lists? Name their file: --profiles.');
	if (candidates === undefined) {
		throw new UsageError('Which titles may be recommended? Name their file: --candidates.');
	}
	if (out === undefined) throw new UsageError('Where to? Name a file with --out, or - to print.');
	if (!/^[1-9]\d{0,5}$/.test(given.top)) {
		throw new UsageError(`--top takes a whole number from 1, not "${given.top}".`);
	}
	const newFranchises = given['new-franchises'];
	const threads = Number(given.threads ?? Math.min(USUAL_THREADS, availableParallelism()));
	if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
		throw new UsageError(`--threads takes a whole number from 1 to ${MOST_THREADS}.`);
	}
	const top = Number(given.top);
	return { profiles, candidates, out, top, newFranchises, model, bundle, threads };
}

/** Franchises of the bundle's catalogue. @throws DataFileError when there is no usable bundle */
async function bundleFranchises(folder: string): Promise<Franchises> {
	try {
		return catalogueFranchises((await readBundle(folder, [])).catalogue);
	} catch (cause) {
		if (cause instanceof BundleError) throw new DataFileError(cause.message, { cause });
		throw cause;
	}
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const options = readOptions(args);
	const { profiles, out, top, newFranchises, bundle, model, threads } = options;
	try {
		const { malIds, franchises: own } = await readCandidates(options.candidates, signal);
		const franchises = newFranchises ? (own ?? (await bundleFranchises(bundle))) : null;
		const ranking = { bundle, model, candidates: malIds, franchises, top };
		await recommendLists({ ranking, threads, profiles, out, signal }, terminal);
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** `npm run sprout -- recommend`. */
export const command: Command = { help, run };
