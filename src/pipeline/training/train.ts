import type { Terminal } from '../terminal.ts';
import { trainingChecksums } from './checksums.ts';
import { runJob, type JobResults, type TrainingJob } from './job/run-job.ts';
import { readLog, type LoggedStep } from './job/training-log.ts';
import { openWorkFolder } from './job/work-folder.ts';
import { lossCurve, type LossSeries } from './loss-curve.ts';
import { checkOutputFolder, writeOutputFolder } from './output-folder.ts';
import { TrainingProgress } from './training-progress.ts';
import type { TrainingPlan } from './training-plan.ts';
import { summariseTraining } from './training-summary.ts';

/** What the command line says of a training. */
export interface TrainingOptions {
	readonly data: string;
	readonly out: string;
	readonly work: string;
	readonly threads: number;
	/** Whether to forget what earlier runs left in the work folder. */
	readonly fresh: boolean;
}

/**
 * Runs a plan, writes its files and gives the summary. The same data gives the same files, however
 * often the run was stopped and whatever the threads.
 *
 * @throws DataFileError when a data file can't be used or `out` holds something else
 */
export async function train(
	plan: TrainingPlan,
	{ data, out, work, threads, fresh }: TrainingOptions,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<string> {
	const start = performance.now();
	await checkOutputFolder(out);
	const checksums = await trainingChecksums(data, plan.sources, signal);
	if (fresh) await (await openWorkFolder(work)).clear();
	const { steps, registry } = plan;
	const job = { steps, registry, data, checksums, work, threads };
	const { results, kept } = await runShown(job, plan.label, terminal, signal);
	const logs = await readLog(results.log, results.keys.values());
	const logged = (step: string) => logs.get(results.keys.get(step) ?? '');
	const files = { ...(await plan.files(results.result)), ...drawCharts(plan, logged) };
	signal.throwIfAborted();
	const sizes = await writeOutputFolder(out, files, {
		sources: checksums,
		steps: Object.fromEntries(results.keys),
	});
	return summariseTraining({
		out,
		files: sizes,
		steps,
		kept,
		logged: ({ name }) => logged(name),
		seconds: (performance.now() - start) / 1000,
		// In KiB, of all threads together.
		peakBytes: process.resourceUsage().maxRSS * 1024,
	});
}

/** Runs a job under a bar. */
async function runShown(
	job: TrainingJob,
	label: string | undefined,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<{ readonly results: JobResults; readonly kept: number }> {
	const progress = new TrainingProgress(terminal, undefined, label);
	try {
		const results = await runJob(job, progress, signal);
		progress.finish(`${job.steps.length} steps`);
		return { results, kept: progress.kept };
	} catch (error) {
		progress.finish('not finished: run it again to go on');
		throw error;
	}
}

function drawCharts(
	{ charts }: TrainingPlan,
	logged: (step: string) => LoggedStep | undefined,
): Record<string, string> {
	const drawn = Object.entries(charts).map(([file, steps]) => {
		const series = steps.flatMap((step) => seriesOf(step, logged(step)));
		return [file, lossCurve(series)] as const;
	});
	return Object.fromEntries(drawn);
}

function seriesOf(step: string, logged: LoggedStep | undefined): LossSeries[] {
	const bySeries = Map.groupBy(logged?.points ?? [], ({ series }) => series);
	return Array.from(bySeries, ([series, points]) => ({ name: `${step}: ${series}`, points }));
}
