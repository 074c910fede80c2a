import { expect, test, vi } from 'vitest';
import type { ReadProgress } from './list-file-result.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readInWorker, type ListFileWorker } from './read-in-worker.ts';
import type { WorkerReply } from './worker-messages.ts';

/** A worker that says what the test tells it to. */
class FakeWorker extends EventTarget implements ListFileWorker {
	readonly postMessage = vi.fn<(message: unknown) => void>();
	readonly terminate = vi.fn<() => void>();

	say(reply: WorkerReply): void {
		this.dispatchEvent(new MessageEvent('message', { data: reply }));
	}
}

const file = new Blob(['<myanimelist/>']);

test('the request goes out, progress and result come back, and the worker ends', async () => {
	const worker = new FakeWorker();
	const seen: ReadProgress[] = [];
	const reading = readInWorker(file, {
		startWorker: () => worker,
		onProgress: (progress) => seen.push(progress),
	});
	expect(worker.postMessage).toHaveBeenCalledWith({ file, limits: DEFAULT_LIMITS });
	const progress = { bytesRead: 1, bytesTotal: 2, entriesRead: 3 };
	worker.say({ type: 'progress', progress });
	expect(worker.terminate).not.toHaveBeenCalled();
	worker.say({ type: 'result', result: { ok: false, reason: 'empty', detail: {} } });
	expect(await reading).toEqual({ ok: false, reason: 'empty', detail: {} });
	expect(seen).toEqual([progress]);
	expect(worker.terminate).toHaveBeenCalledOnce();
});

test('aborting ends the worker and answers "cancelled"', async () => {
	const worker = new FakeWorker();
	const abort = new AbortController();
	const reading = readInWorker(file, { startWorker: () => worker, signal: abort.signal });
	abort.abort();
	expect(await reading).toMatchObject({ ok: false, reason: 'cancelled' });
	expect(worker.terminate).toHaveBeenCalledOnce();
});

test('a reading that was aborted before it began starts no worker', async () => {
	const startWorker = vi.fn<() => ListFileWorker>();
	const reading = readInWorker(file, { startWorker, signal: AbortSignal.abort() });
	expect(await reading).toMatchObject({ reason: 'cancelled' });
	expect(startWorker).not.toHaveBeenCalled();
});

test('a worker that crashes or does not start is an error, and is ended', async () => {
	for (const fail of [
		(worker: FakeWorker) => worker.say({ type: 'crash', message: 'TypeError: oops' }),
		(worker: FakeWorker) => void worker.dispatchEvent(new Event('error')),
	]) {
		const worker = new FakeWorker();
		const reading = readInWorker(file, { startWorker: () => worker });
		fail(worker);
		await expect(reading).rejects.toThrow(/crashed: TypeError: oops|did not start/);
		expect(worker.terminate).toHaveBeenCalledOnce();
	}
});
