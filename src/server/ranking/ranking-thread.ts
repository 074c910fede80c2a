import { Worker } from 'node:worker_threads';
import type { AnswerOf, QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';
import { BundleError } from '../bundle.ts';
import type { ThreadData, ThreadMessage, ThreadQuestion } from './thread-messages.ts';

/** A thread that ranks, one request at a time. */
export interface RankingThread {
	/**
	 * Resolves once the bundle is loaded.
	 *
	 * @throws BundleError when the bundle can't be used, ThreadEndedError when the thread ended
	 */
	readonly ready: Promise<void>;
	/**
	 * Answers a question; the next one may be asked when it has.
	 *
	 * @throws ThreadEndedError when the thread ended meanwhile; whatever else the ranking threw
	 */
	ask<Name extends QuestionName>(name: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>>;
	/** False once it has ended, whatever the reason. */
	alive(): boolean;
	/** Ends the thread, in the middle of whatever it does. */
	end(): void;
}

/** The thread is gone: it crashed or was ended. */
export class ThreadEndedError extends Error {}

interface Waiting {
	resolve(message: ThreadMessage): void;
	reject(error: unknown): void;
}

/** Starts a thread that loads the bundle by itself and ranks with it. */
export function startRankingThread(bundleDir: string): RankingThread {
	const workerData: ThreadData = { bundleDir };
	// The build makes a file of its own of this and puts its address here: see vite.config.ts.
	const worker = new Worker(new URL('./ranking.worker.ts', import.meta.url), {
		workerData,
		// Flags of test runners and watchers are none of its business.
		execArgv: [],
	});
	let waiting: Waiting | undefined;
	let ended: ThreadEndedError | undefined;
	const settle = (how: (who: Waiting) => void) => {
		const who = waiting;
		waiting = undefined;
		// An idle thread keeps no process alive.
		worker.unref();
		if (who) how(who);
	};
	const end = (cause?: unknown) => {
		ended ??= new ThreadEndedError('The ranking thread has ended.', { cause });
		settle((who) => who.reject(ended));
	};
	worker.on('message', (message: ThreadMessage) => settle((who) => deliver(message, who)));
	worker.once('error', end);
	worker.once('exit', () => end());
	const wait = () =>
		new Promise<ThreadMessage>((resolve, reject) => {
			if (ended) return reject(ended);
			waiting = { resolve, reject };
			worker.ref();
		});
	const ready = wait().then(() => undefined);
	return {
		ready,
		async ask<Name extends QuestionName>(name: Name, request: RequestOf<Name>) {
			const answer = wait();
			const question: ThreadQuestion<Name> = { name, request };
			// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
			worker.postMessage(question);
			const message = await answer;
			if (message.kind !== 'answer') {
				throw new Error(`The ranking thread said something else than an answer: ${message.kind}.`);
			}
			// One question at a time, so the answer is that of this one.
			return message.answer as AnswerOf<Name>;
		},
		alive: () => ended === undefined,
		end: () => void worker.terminate(),
	};
}

function deliver(message: ThreadMessage, { resolve, reject }: Waiting): void {
	switch (message.kind) {
		case 'damaged-bundle':
			return reject(new BundleError(message.message));
		case 'error':
			return reject(new Error('The ranking failed.', { cause: message.error }));
		default:
			return resolve(message);
	}
}
