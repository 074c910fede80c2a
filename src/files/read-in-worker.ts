import { DEFAULT_LIMITS, type ListFileLimits } from './limits.ts';
import type { ListFileResult, ReadProgress } from './list-file-result.ts';
import type { ReadRequest, WorkerReply } from './worker-messages.ts';

/** The part of a Worker that is needed; tests bring their own. */
export type ListFileWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What the reading of one file may need besides the file. */
export interface ReadInWorkerOptions {
	/** Aborting ends the worker at once; the answer is then `cancelled`. */
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: ReadProgress) => void;
	readonly limits?: ListFileLimits;
	readonly startWorker?: () => ListFileWorker;
}

/**
 * Reads a list file as `readListFile` does, in a worker of its own, so that the page stays responsive and a
 * reading can be stopped at any point. The worker is gone when the promise settles.
 *
 * @throws Error when the worker does not start or the reader has a bug.
 */
export function readInWorker(
	file: Blob,
	options: ReadInWorkerOptions = {},
): Promise<ListFileResult> {
	const {
		signal,
		onProgress,
		limits = DEFAULT_LIMITS,
		startWorker = startListFileWorker,
	} = options;
	const cancelled: ListFileResult = { ok: false, reason: 'cancelled', detail: {} };
	if (signal?.aborted === true) return Promise.resolve(cancelled);

	const worker = startWorker();
	return new Promise<ListFileResult>((resolve, reject) => {
		signal?.addEventListener('abort', () => resolve(cancelled), { once: true });
		worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
			if (data.type === 'progress') onProgress?.(data.progress);
			else if (data.type === 'result') resolve(data.result);
			else reject(new Error(`Reading the file crashed: ${data.message}`));
		});
		worker.addEventListener('error', (event) => {
			reject(new Error('The file reader did not start', { cause: event }));
		});
		const request: ReadRequest = { file, limits };
		// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
		worker.postMessage(request);
	}).finally(() => worker.terminate());
}

/** The literal `new Worker(new URL(…))` is what Vite looks for when it bundles the worker. */
function startListFileWorker(): Worker {
	return new Worker(new URL('./list-file.worker.ts', import.meta.url), { type: 'module' });
}
