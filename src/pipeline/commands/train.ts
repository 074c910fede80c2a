import { stat } from 'node:fs/promises';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import type { Terminal } from '../terminal.ts';
import { train, type TrainingOptions } from '../training/train.ts';
import { trainingPlan } from '../training/training-plan.ts';
import { parseThreads, WORK_OPTIONS } from '../training/work-options.ts';

const help = `Usage: npm run sprout -- train --data <folder> [options]

Trains the model and writes its files. The same data makes the same bytes,
whatever the number of threads. A run that was stopped or killed goes on where
it was when it is started again.

Options:
  --data <folder>  the data to learn from
  --out <folder>   where to put the model, a new folder or one that a training
                   left (default: trained)
  --work <folder>  where to keep what a later run goes on from (default:
                   .training)
  --threads <n>    steps to run at once (default: one for each core)
  --fresh          forget what earlier runs left in the work folder`;

async function readOptions(args: string[]): Promise<TrainingOptions> {
	const { data, out, work, threads, fresh } = parseOptions(args, {
		data: { type: 'string' },
		out: { type: 'string', default: 'trained' },
		...WORK_OPTIONS,
		fresh: { type: 'boolean', default: false },
	});
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	const found = await stat(data).catch(() => null);
	if (!found?.isDirectory()) throw new UsageError(`There is no folder ${data}.`);
	return { data, out, work, threads: parseThreads(threads), fresh };
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const options = await readOptions(args);
	try {
		terminal.print(await train(trainingPlan(), options, terminal, signal));
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** `npm run sprout -- train`. */
export const command: Command = { help, run };
