import { appendLine, type StepTimes } from './training-log.ts';
import type { StepContext, StepRegistry, StepReport } from './training-step.ts';
import { openWorkFolder } from './work-folder.ts';

/** Everything that a thread needs to run a step; can be sent to it. */
export interface StepRequest {
	/** File URL of the module that exports the registry as `steps`. */
	readonly registry: string;
	readonly run: string;
	readonly input: unknown;
	/** Path of the work folder. */
	readonly work: string;
	readonly data: string;
	readonly key: string;
	/** Keys of the steps it needs, by name. */
	readonly needs: ReadonlyMap<string, string>;
}

/** Who listens to a running step. */
export interface StepListener {
	/** Awaited by the step; what it throws stops the step. */
	onReport(report: StepReport): void | Promise<void>;
	onWarning(text: string): void;
}

/** Runs a step in this thread and keeps its result. */
export async function runStep(
	request: StepRequest,
	listener: StepListener,
	signal: AbortSignal,
): Promise<void> {
	const { key } = request;
	const folder = await openWorkFolder(request.work);
	const saved = await folder.state(key);
	if (!saved.ok && saved.reason === 'damaged') {
		listener.onWarning(`The saved state of ${key} is damaged: the step begins anew.`);
	}
	const clock = createClock();
	const context: StepContext = {
		data: request.data,
		state: saved.ok ? saved.bytes : null,
		saveState: (bytes) => folder.saveState(key, bytes),
		async result(name) {
			const needed = request.needs.get(name);
			if (needed === undefined) throw new Error(`${key} does not say that it needs "${name}".`);
			const file = await folder.result(needed);
			if (!file.ok) throw new Error(`The result of ${needed} is ${file.reason}.`);
			return file.bytes;
		},
		async report(report) {
			clock.note(report);
			await listener.onReport(report);
		},
		log: ({ series, epoch, loss }) => appendLine(folder.log, { key, series, epoch, loss }),
		warn: (text) => listener.onWarning(text),
		signal,
	};
	const run = await findFunction(request);
	await folder.saveResult(key, await run(request.input, context));
	await appendLine(folder.log, { key, ...clock.times() });
}

async function findFunction({ registry, run }: StepRequest) {
	// A module of this program: the plan names it.
	const module = (await import(/* @vite-ignore */ registry)) as { readonly steps: StepRegistry };
	const found = Object.hasOwn(module.steps, run) ? module.steps[run] : undefined;
	if (!found) throw new Error(`${registry} has no step "${run}".`);
	// Plan and registry are typed against each other: see `training-plan.ts`.
	return found as (input: unknown, context: StepContext) => Promise<Uint8Array>;
}

/** Times a step, and its profiles per second between the first report and the last. */
function createClock() {
	const start = performance.now();
	let first: { done: number; ms: number } | undefined;
	let last = first;
	return {
		note({ done, unit }: StepReport) {
			if (unit !== 'profiles') return;
			last = { done, ms: performance.now() };
			first ??= last;
		},
		times(): StepTimes {
			const seconds = (performance.now() - start) / 1000;
			const ms = (last?.ms ?? 0) - (first?.ms ?? 0);
			const profiles = (last?.done ?? 0) - (first?.done ?? 0);
			return { seconds, profilesPerS: ms > 0 ? profiles / (ms / 1000) : 0 };
		},
	};
}
