import { openBatchModel } from '../batch/batch-model.ts';
import { predictPairs } from '../batch/predict-pairs.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import type { Terminal } from '../terminal.ts';

const help = `Usage: npm run -s sprout -- predict --profiles <file> --pairs <file> --out <file> [options]

Predicts the scores that users would give, to measure from outside.

Reads lists (user,mal_id,score,status, as "recommend" does) and pairs (user,mal_id);
.gz is unpacked. Writes user,mal_id,predicted_score in the order of the pairs, 1–10 on
the user's own scale.

A row that can't be used ends the run with its line number, and nothing is written.

Options:
  --profiles <file>  the lists
  --pairs <file>     whose scores of what to predict
  --out <file>       the result; - is standard output
  --model <file>     another model than the bundle's
  --bundle <folder>  where the bundle is (default: bundle)`;

function readOptions(args: string[]) {
	const { profiles, pairs, out, model, bundle } = parseOptions(args, {
		profiles: { type: 'string' },
		pairs: { type: 'string' },
		out: { type: 'string' },
		model: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
	});
	if (profiles === undefined) throw new UsageError('Which lists? Name their file: --profiles.');
	if (pairs === undefined) throw new UsageError('Which pairs? Name their file: --pairs.');
	if (out === undefined) throw new UsageError('Where to? Name a file with --out, or - to print.');
	return { profiles, pairs, out, model, bundle };
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const { profiles, pairs, out, ...options } = readOptions(args);
	try {
		const model = await openBatchModel(options.bundle, options.model);
		await predictPairs({ model, profiles, pairs, out, signal }, terminal);
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** `npm run sprout -- predict`. */
export const command: Command = { help, run };
