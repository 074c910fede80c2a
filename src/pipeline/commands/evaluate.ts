import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseOptions, UsageError, type Command } from '../command.ts';
import { DataFileError } from '../csv.ts';
import { describeBrokenRows } from '../dataset/broken-rows.ts';
import { readDataset, type Dataset } from '../dataset/dataset.ts';
import { evaluationSet, type EvaluationSet } from '../dataset/evaluation-set.ts';
import { trainingInteractions } from '../dataset/training-interactions.ts';
import type { EvaluationReport } from '../evaluation/evaluation-report.ts';
import { makeReport } from '../evaluation/make-report.ts';
import { measureCold } from '../evaluation/measure-cold.ts';
import { measureModels, type Preparation } from '../evaluation/measure-models.ts';
import { COLD_BASELINE, EVALUATED_MODELS, type EvaluatedModel } from '../evaluation/models.ts';
import { plotsOf } from '../evaluation/plots/report-plots.ts';
import { plannedUsers } from '../evaluation/planned-users.ts';
import { differenceTable, mainTable } from '../evaluation/quality-tables.ts';
import { PLOT_FOLDER, renderEvaluation } from '../evaluation/render-evaluation.ts';
import type { Terminal } from '../terminal.ts';
import { MODEL_LIST_LENGTHS } from '../training/training-data.ts';
import { readItemFacts } from '../training/item-tags.ts';
import { readKernels } from '../training/read-kernels.ts';
import { readSideInformation } from '../training/read-side-information.ts';

const KEYS = EVALUATED_MODELS.map(({ key }) => key);
/** Where the results of a full run live in the repository. */
const PUBLISHED = { json: 'bench/results/evaluation.json', markdown: 'docs/evaluation.md' };

const help = `Usage: npm run sprout -- evaluate --data <folder> [options]
       npm run sprout -- evaluate atlas --data <folder> [options]

Measures every model on users who were not learned from, and prints a table. A
run with --cold on all of test with all models writes ${PUBLISHED.json}
and ${PUBLISHED.markdown}; any other run writes only where --out says.
"evaluate atlas" measures the map; it takes --data, --bundle and --out.

Options:
  --data <folder>    the data to learn from and to measure with
  --split <name>     test (default) or validation; choose settings on validation
  --users <n>        measure only so many users, spread evenly
  --models <a,b>     measure only these: ${KEYS.join(', ')}
  --cold             measure titles that nobody had told the models of, too:
                     learns five times, which takes minutes
  --bundle <folder>  where the bundled model is (default: bundle)
  --work <folder>    where trainings keep what they have learned (default: .training)
  --out <folder>     write evaluation.json and evaluation.md there`;

interface Options {
	readonly data: string;
	readonly split: 'test' | 'validation';
	readonly users: number;
	readonly models: readonly string[];
	readonly cold: boolean;
	readonly bundle: string;
	readonly work: string;
	readonly out: string | undefined;
}

function readOptions(args: string[]): Options {
	const given = parseOptions(args, {
		data: { type: 'string' },
		split: { type: 'string', default: 'test' },
		users: { type: 'string' },
		models: { type: 'string' },
		cold: { type: 'boolean', default: false },
		bundle: { type: 'string', default: 'bundle' },
		work: { type: 'string', default: '.training' },
		out: { type: 'string' },
	});
	const { data, split, cold, bundle, work, out } = given;
	if (data === undefined) throw new UsageError('Which data? Name its folder with --data.');
	if (split !== 'test' && split !== 'validation') {
		throw new UsageError(`--split takes test or validation, not "${split}".`);
	}
	const users = given.users === undefined ? Infinity : Number(given.users);
	if (!(users >= 1)) throw new UsageError(`--users takes a number from 1, not "${given.users}".`);
	const models = given.models?.split(',') ?? KEYS;
	const unknown = models.filter((key) => !KEYS.includes(key));
	if (unknown.length > 0) throw new UsageError(`There is no model "${unknown.join(', ')}".`);
	return { data, split, users, models, cold, bundle, work, out };
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

async function prepare(
	dataset: Dataset,
	{ data, bundle, work }: Options,
	signal: AbortSignal,
): Promise<Preparation> {
	const { corpus } = dataset;
	return {
		corpus,
		training: trainingInteractions(dataset),
		sproutTraining: trainingInteractions(dataset, MODEL_LIST_LENGTHS),
		kernels: await readKernels(),
		readSide: () => readSideInformation(data, corpus.position, { signal }),
		facts: await readItemFacts(data, corpus.items, { signal }),
		bundleFolder: bundle,
		dataFolder: data,
		workFolder: work,
		signal,
	};
}

/** The models that can be measured with cold titles, after what they are compared with. */
function coldModels(models: readonly EvaluatedModel[]) {
	const able = models.flatMap(({ key, label, learnCold }) =>
		learnCold === undefined ? [] : [{ key, label, learnCold }],
	);
	return [COLD_BASELINE, ...able];
}

async function write(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}

async function publish(report: EvaluationReport, options: Options): Promise<string[]> {
	const { out, split, users, cold } = options;
	const isWhole =
		split === 'test' &&
		users === Infinity &&
		cold &&
		report.models.length === EVALUATED_MODELS.length;
	if (out === undefined && !isWhole) return [];
	const json = out === undefined ? PUBLISHED.json : join(out, 'evaluation.json');
	const markdown = out === undefined ? PUBLISHED.markdown : join(out, 'evaluation.md');
	// Six digits are far below the intervals and keep the differences of two runs readable.
	const rounded = (_key: string, value: unknown) =>
		typeof value === 'number' ? Number(value.toPrecision(6)) : value;
	await write(json, `${JSON.stringify(report, rounded, '\t')}\n`);
	await write(markdown, renderEvaluation(report));
	const plots = Object.values(plotsOf(report)).map(({ file, svg }) => ({
		path: join(dirname(markdown), PLOT_FOLDER, file),
		svg,
	}));
	for (const { path, svg } of plots) await write(path, svg);
	return [json, markdown, ...plots.map(({ path }) => path)];
}

async function run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
	if (args[0] === 'atlas') {
		const { command } = await import('./evaluate-atlas.ts');
		return command.run(args.slice(1), terminal, signal);
	}
	const options = readOptions(args);
	try {
		const dataset = await loadData(options.data, terminal, signal);
		const set = thinOut(evaluationSet(dataset, options.split), options.users);
		const models = EVALUATED_MODELS.filter(({ key }) => options.models.includes(key));
		const preparation = await prepare(dataset, options, signal);
		const sets = { set, planned: plannedUsers(dataset) };
		const measured = await measureModels(models, sets, preparation, terminal);
		// Each model that is missing was named with its reason.
		if (measured.length === 0) return 1;
		const cold = options.cold
			? await measureCold(coldModels(models), set, preparation, terminal)
			: null;
		const report = await makeReport({ set, preparation, measured, cold });
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
