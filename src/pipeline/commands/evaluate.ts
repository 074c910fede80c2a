import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { POPULARITY_THIRDS, popularityThirds } from '#core/metrics/popularity-thirds.ts';
import { itemFrequency } from '#learn/ease/train-ease.ts';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { describeBrokenRows } from '../dataset/broken-rows.ts';
import { readDataset, type Dataset } from '../dataset/dataset.ts';
import { evaluationSet, type EvaluationSet } from '../dataset/evaluation-set.ts';
import { trainingInteractions } from '../dataset/training-interactions.ts';
import type { EvaluationReport } from '../evaluation/evaluation-report.ts';
import { measureModels } from '../evaluation/measure-models.ts';
import { EVALUATED_MODELS, REFERENCE_MODEL, type ModelContext } from '../evaluation/models.ts';
import { differenceTable, mainTable } from '../evaluation/quality-tables.ts';
import { renderEvaluation } from '../evaluation/render-evaluation.ts';
import { reportModel, type Measured } from '../evaluation/report.ts';
import { readRunOrigin } from '../evaluation/run-origin.ts';
import type { Terminal } from '../terminal.ts';
import { MODEL_LIST_LENGTHS } from '../train-model.ts';
import { readKernels } from '../training/read-kernels.ts';
import { readSideInformation } from '../training/read-side-information.ts';

const KEYS = EVALUATED_MODELS.map(({ key }) => key);
const BOOTSTRAP = { resamples: 2000, level: 0.95, seed: 1 };
/** Where the results of a full run live in the repository. */
const PUBLISHED = { json: 'bench/results/evaluation.json', markdown: 'docs/evaluation.md' };

const help = `Usage: npm run sprout -- evaluate --data <folder> [options]

Measures every model on users who were not learned from, and prints a table. A
run on all of test with all models writes ${PUBLISHED.json} and
${PUBLISHED.markdown}; any other run writes only where --out says.

Options:
  --data <folder>    the data to learn from and to measure with
  --split <name>     test (default) or validation; choose settings on validation
  --users <n>        measure only so many users, spread evenly
  --models <a,b>     measure only these: ${KEYS.join(', ')}
  --bundle <folder>  where the bundled model is (default: bundle)
  --out <folder>     write evaluation.json and evaluation.md there`;

interface Options {
	readonly data: string;
	readonly split: 'test' | 'validation';
	readonly users: number;
	readonly models: readonly string[];
	readonly bundle: string;
	readonly out: string | undefined;
}

function readOptions(args: string[]): Options {
	const given = parseOptions(args, {
		data: { type: 'string' },
		split: { type: 'string', default: 'test' },
		users: { type: 'string' },
		models: { type: 'string' },
		bundle: { type: 'string', default: 'bundle' },
		out: { type: 'string' },
	});
	const { data, split, bundle, out } = given;
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	if (split !== 'test' && split !== 'validation') {
		throw new UsageError(`--split takes test or validation, not "${split}".`);
	}
	const users = given.users === undefined ? Infinity : Number(given.users);
	if (!(users >= 1)) throw new UsageError(`--users takes a number from 1, not "${given.users}".`);
	const models = given.models?.split(',') ?? KEYS;
	const unknown = models.filter((key) => !KEYS.includes(key));
	if (unknown.length > 0) throw new UsageError(`There is no model "${unknown.join(', ')}".`);
	return { data, split, users, models, bundle, out };
}

/** At most so many users, evenly spread, so that all sources are among them. */
function thinOut(set: EvaluationSet, limit: number): EvaluationSet {
	const { length } = set.users;
	if (limit >= length) return set;
	const kept = (place: number) =>
		Math.floor(((place + 1) * limit) / length) > Math.floor((place * limit) / length);
	return { ...set, users: set.users.filter((_, place) => kept(place)) };
}

async function loadData(folder: string, terminal: Terminal, signal: AbortSignal): Promise<Dataset> {
	const progress = terminal.progress('Reading the lists', 1);
	const dataset = await readDataset(folder, signal);
	progress.finish(`${dataset.corpus.size} titles`);
	for (const line of describeBrokenRows(dataset.broken)) terminal.warn(line);
	return dataset;
}

async function makeReport(
	set: EvaluationSet,
	{ training, sproutTraining }: Pick<ModelContext, 'training' | 'sproutTraining'>,
	measured: readonly Measured[],
): Promise<EvaluationReport> {
	const popularity = itemFrequency(training);
	const thirds = popularityThirds(popularity);
	const titlesIn = (third: number) => thirds.filter((group) => group === third).length;
	const [head, mid, tail] = POPULARITY_THIRDS.map((_, third) => titlesIn(third));
	const reference = measured.find(({ evaluation }) => evaluation.name === REFERENCE_MODEL);
	const context = { ...BOOTSTRAP, popularity, thirds, trainUsers: training.userCount };
	return {
		origin: await readRunOrigin(new Date()),
		data: {
			split: set.split,
			users: set.users.length,
			trainUsers: training.userCount,
			sproutTrainUsers: sproutTraining.userCount,
			items: set.corpus.size,
			thirds: { head: head ?? 0, mid: mid ?? 0, tail: tail ?? 0 },
		},
		bootstrap: BOOTSTRAP,
		// Node states it in KiB.
		peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
		reference: REFERENCE_MODEL,
		models: measured.map((model) => reportModel(model, reference?.evaluation ?? null, context)),
	};
}

async function write(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}

async function publish(report: EvaluationReport, options: Options): Promise<string[]> {
	const { out, split, users } = options;
	const isWhole =
		split === 'test' && users === Infinity && report.models.length === EVALUATED_MODELS.length;
	if (out === undefined && !isWhole) return [];
	const json = out === undefined ? PUBLISHED.json : join(out, 'evaluation.json');
	const markdown = out === undefined ? PUBLISHED.markdown : join(out, 'evaluation.md');
	// Six digits are far below the intervals and keep the differences of two runs readable.
	const rounded = (_key: string, value: unknown) =>
		typeof value === 'number' ? Number(value.toPrecision(6)) : value;
	await write(json, `${JSON.stringify(report, rounded, '\t')}\n`);
	await write(markdown, renderEvaluation(report));
	return [json, markdown];
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	const options = readOptions(args);
	try {
		const dataset = await loadData(options.data, terminal, signal);
		const training = trainingInteractions(dataset);
		const set = thinOut(evaluationSet(dataset, options.split), options.users);
		const models = EVALUATED_MODELS.filter(({ key }) => options.models.includes(key));
		const { corpus } = dataset;
		const preparation = {
			corpus,
			training,
			sproutTraining: trainingInteractions(dataset, MODEL_LIST_LENGTHS),
			kernels: await readKernels(),
			readSide: () => readSideInformation(options.data, corpus.position, { signal }),
			bundleFolder: options.bundle,
			signal,
		};
		const measured = await measureModels(models, set, preparation, terminal);
		// Each model that is missing was named with its reason.
		if (measured.length === 0) return 1;
		const report = await makeReport(set, preparation, measured);
		terminal.print(mainTable(report.models));
		terminal.print(`\n${differenceTable(report.models)}`.trimEnd());
		const files = await publish(report, options);
		for (const file of files) terminal.warn(`Wrote ${file}.`);
		return 0;
	} catch (error) {
		if (!(error instanceof DataFileError)) throw error;
		terminal.warn(error.message);
		return 1;
	}
}

/** `npm run sprout -- evaluate`. */
export const command: Command = { help, run };
