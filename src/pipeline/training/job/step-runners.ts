import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DataFileError } from '../../csv.ts';
import { runStep, type StepListener, type StepRequest } from './run-step.ts';
import type { StepMessage } from './step-messages.ts';

/** Runs a step and keeps its result; rejects with the signal's reason soon after it aborts. */
export type StepRunner = (
	request: StepRequest,
	listener: StepListener,
	signal: AbortSignal,
) => Promise<void>;

/** Runs a step in the thread that asks. */
export const runStepHere: StepRunner = (request, listener, signal) => {
	const onReport: StepListener['onReport'] = async (report) => {
		await listener.onReport(report);
		// Lets signals in: the work itself never waits for anything.
		await setImmediate();
		signal.throwIfAborted();
	};
	return runStep(request, { ...listener, onReport }, signal);
};

/** Runs a step in a thread of its own, which ends with it; to stop it, the thread is ended in the middle of its work. */
export const runStepInThread: StepRunner = async (request, listener, signal) => {
	signal.throwIfAborted();
	// Flags of test runners and watchers are none of its business.
	const options = { workerData: request, execArgv: [] };
	const worker = new Worker(new URL('./step.worker.ts', import.meta.url), options);
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const stop = () => reject(signal.reason);
	signal.addEventListener('abort', stop, { once: true });
	worker.on('message', (message: StepMessage) => {
		if (message.kind === 'report') void listener.onReport(message.report);
		else if (message.kind === 'warning') listener.onWarning(message.text);
		else if (message.kind === 'done') resolve();
		else reject(failureOf(request, message));
	});
	worker.once('error', (cause) => reject(failureOf(request, { error: cause, isDataError: false })));
	worker.once('exit', () => reject(new Error(`The thread of ${request.key} ended.`)));
	try {
		await promise;
	} finally {
		signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
};

/** An error of this thread with that of the other, its stack included, as the cause. */
function failureOf(
	{ key }: StepRequest,
	{ error, isDataError }: { readonly error: unknown; readonly isDataError: boolean },
): Error {
	const text = error instanceof Error ? error.message : String(error);
	if (isDataError) return new DataFileError(text, { cause: error });
	return new Error(`Step ${key} failed: ${text}`, { cause: error });
}
