import type { StepListener } from './run-step.ts';
import { stepKeys } from './step-key.ts';
import { runStepHere, runStepInThread, type StepRunner } from './step-runners.ts';
import type { StepReport, TrainingStep } from './training-step.ts';
import { openWorkFolder, type WorkFolder } from './work-folder.ts';

/** A job: its steps and where they run. */
export interface TrainingJob {
	/** In an order in which they could run one after the other. */
	readonly steps: readonly TrainingStep[];
	/** File URL of the module that exports their functions as `steps`. */
	readonly registry: string;
	/** The data folder, and the checksums of what is read of it. */
	readonly data: string;
	readonly checksums: Readonly<Record<string, string>>;
	/** Path of the work folder. */
	readonly work: string;
	/** Steps that run at once, each in a thread of its own; 1 = one after the other in this thread. */
	readonly threads: number;
}

/** Who listens to a job. */
export interface JobListener {
	/** Before the first step runs: those whose results are there already, and those to be done. */
	onStart?(kept: readonly TrainingStep[], open: readonly TrainingStep[]): void;
	onReport?(step: TrainingStep, report: StepReport): void;
	onDone?(step: TrainingStep): void;
	onWarning?(text: string): void;
}

/** What a job leaves. */
export interface JobResults {
	/** Keys of all steps, by name. */
	readonly keys: ReadonlyMap<string, string>;
	/** Path of the training log. */
	readonly log: string;
	/** The result of a step. */
	result(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Runs the steps of a job whose results are not there yet, several at once where none waits for another. Killed
 * at any time and run again, it goes on where it was and leaves the same bytes, whatever the threads.
 *
 * @throws DataFileError or Error when a step fails; the others are stopped first
 * @throws the signal's reason, within a second, when it aborts
 */
export async function runJob(
	job: TrainingJob,
	listener: JobListener,
	signal: AbortSignal,
): Promise<JobResults> {
	signal.throwIfAborted();
	const keys = stepKeys(job.steps, job.checksums);
	const keyOf = (name: string) => keys.get(name) ?? name;
	const folder = await openWorkFolder(job.work);
	const kept = await findKept(job.steps, keyOf, folder, listener);
	const open = job.steps.filter((step) => !kept.includes(step));
	listener.onStart?.(kept, open);
	const run = job.threads > 1 ? runStepInThread : runStepHere;
	await runSteps(open, job.threads, signal, async (step, stop) => {
		await run(requestOf(job, step, keyOf), stepListener(step, listener), stop);
		listener.onDone?.(step);
	});
	return {
		keys,
		log: folder.log,
		async result(name) {
			const file = await folder.result(keyOf(name));
			if (!file.ok) throw new Error(`The result of ${keyOf(name)} is ${file.reason}.`);
			return file.bytes;
		},
	};
}

/** The steps whose results are there and sound. */
async function findKept(
	steps: readonly TrainingStep[],
	keyOf: (name: string) => string,
	folder: WorkFolder,
	listener: JobListener,
): Promise<TrainingStep[]> {
	const kept: TrainingStep[] = [];
	for (const step of steps) {
		const file = await folder.result(keyOf(step.name));
		if (file.ok) kept.push(step);
		else if (file.reason === 'damaged') {
			listener.onWarning?.(`The result of ${keyOf(step.name)} is damaged: it is made again.`);
		}
	}
	return kept;
}

function requestOf(job: TrainingJob, step: TrainingStep, keyOf: (name: string) => string) {
	return {
		registry: job.registry,
		run: step.run,
		input: step.input,
		work: job.work,
		data: job.data,
		key: keyOf(step.name),
		needs: new Map(step.needs.map((name) => [name, keyOf(name)])),
	} satisfies Parameters<StepRunner>[0];
}

function stepListener(step: TrainingStep, listener: JobListener): StepListener {
	return {
		onReport: (report) => listener.onReport?.(step, report),
		onWarning: (text) => listener.onWarning?.(text),
	};
}

/** Runs `run` for every step, at most `limit` at once, each after those of the same list that it needs. */
async function runSteps(
	steps: readonly TrainingStep[],
	limit: number,
	signal: AbortSignal,
	run: (step: TrainingStep, stop: AbortSignal) => Promise<void>,
): Promise<void> {
	const failure = new AbortController();
	const stop = AbortSignal.any([signal, failure.signal]);
	const waiting = [...steps];
	const missing = new Set(steps.map(({ name }) => name));
	const running = new Set<Promise<void>>();
	const start = (step: TrainingStep) => {
		const ended = run(step, stop)
			.then(() => void missing.delete(step.name))
			.catch((error: unknown) => failure.abort(error))
			.finally(() => running.delete(ended));
		running.add(ended);
	};
	while (missing.size > 0 && !stop.aborted) {
		const ready = waiting.filter(({ needs }) => !needs.some((name) => missing.has(name)));
		for (const step of ready.slice(0, limit - running.size)) {
			waiting.splice(waiting.indexOf(step), 1);
			start(step);
		}
		await Promise.race(running);
	}
	// The first failure stops the others: none of them goes on when this has thrown.
	await Promise.all(running);
	stop.throwIfAborted();
}
