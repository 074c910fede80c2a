import { parentPort, workerData } from 'node:worker_threads';
import { DataFileError } from '../../csv.ts';
import { runStep, type StepRequest } from './run-step.ts';
import type { StepMessage } from './step-messages.ts';

/** More reports than a bar shows would only keep the main thread busy. */
const REPORT_EVERY_MS = 50;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
const say = (message: StepMessage) => parentPort?.postMessage(message);

let reported = -Infinity;
try {
	// Data of the one who started this thread: see `runStepInThread`, which ends it to stop it.
	await runStep(
		workerData as StepRequest,
		{
			onReport(report) {
				if (performance.now() - reported < REPORT_EVERY_MS) return;
				reported = performance.now();
				say({ kind: 'report', report });
			},
			onWarning: (text) => say({ kind: 'warning', text }),
		},
		new AbortController().signal,
	);
	say({ kind: 'done' });
} catch (error) {
	say({ kind: 'failed', error, isDataError: error instanceof DataFileError });
}
