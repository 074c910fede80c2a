import type { AnswerOf, QuestionName, RequestOf } from '#core/rank/ranking-questions.ts';
import { createJob, type Job } from './ranking-job.ts';
import type { RankingFailure, RankingOutcome } from './ranking-outcome.ts';
import { ThreadEndedError, type RankingThread } from './ranking-thread.ts';

/** Answers requests away from the thread that serves them, so that nobody waits for another's ranking. */
export interface RankingService {
	/** @throws whatever the ranking threw, which is a bug */
	ask<Name extends QuestionName>(
		name: Name,
		request: RequestOf<Name>,
		signal?: AbortSignal,
	): Promise<RankingOutcome<AnswerOf<Name>>>;
	/** False when no thread is left and none will come back: the process should be started anew. */
	available(): boolean;
	/** Ends all threads; what still waits is unavailable. */
	close(): void;
}

/** What a service is made of. */
export interface RankingServiceOptions {
	readonly start: () => RankingThread;
	readonly threads: number;
	/** Requests that may wait for a thread. */
	readonly mostWaiting: number;
	/** Longest wait for a thread, and longest ranking after which its thread is ended. */
	readonly timeoutMs: number;
	/** How often a thread may be started anew without an answer in between. */
	readonly mostRestarts: number;
	/** Pause before the first restart; it doubles with each. */
	readonly restartDelayMs: number;
	/** Told of a thread that ended by itself or did not answer. */
	readonly onThreadLost: (error: unknown, restarts: number) => void;
}

/** One place for a thread, through all its restarts. */
interface Slot {
	/** Null while it loads or after it was given up. */
	idle: RankingThread | null;
	thread: RankingThread | null;
	restarts: number;
	givenUp: boolean;
}

/**
 * Starts the threads and waits until all have loaded.
 *
 * @throws BundleError when the bundle can't be used, ThreadEndedError when a thread does not start
 */
export async function createRankingService(
	options: RankingServiceOptions,
): Promise<RankingService> {
	const pool = new RankingPool(options);
	await pool.start();
	return pool;
}

class RankingPool implements RankingService {
	readonly #options: RankingServiceOptions;
	readonly #slots: Slot[] = [];
	readonly #waiting: Job[] = [];
	#closed = false;

	constructor(options: RankingServiceOptions) {
		this.#options = options;
	}

	async start(): Promise<void> {
		const { start, threads } = this.#options;
		for (let k = 0; k < threads; k++) {
			this.#slots.push({ thread: start(), idle: null, restarts: 0, givenUp: false });
		}
		try {
			await Promise.all(this.#slots.map(({ thread }) => thread?.ready));
		} catch (error) {
			this.close();
			throw error;
		}
		for (const slot of this.#slots) slot.idle = slot.thread;
	}

	available(): boolean {
		return !this.#closed && this.#slots.some(({ givenUp }) => !givenUp);
	}

	close(): void {
		this.#closed = true;
		for (const { thread } of this.#slots) thread?.end();
		this.#refuseWaiting();
	}

	ask<Name extends QuestionName>(
		name: Name,
		request: RequestOf<Name>,
		signal?: AbortSignal,
	): Promise<RankingOutcome<AnswerOf<Name>>> {
		const refuse = (reason: RankingFailure) => Promise.resolve({ ok: false, reason } as const);
		if (signal?.aborted) return refuse('cancelled');
		if (!this.available()) return refuse('unavailable');
		const free = this.#slots.some(({ idle }) => idle !== null);
		if (!free && this.#waiting.length >= this.#options.mostWaiting) return refuse('busy');
		const { job, outcome } = createJob((thread) => thread.ask(name, request), signal);
		// Only while it waits: a ranking that has begun is over before it could be stopped.
		job.onSettled(() => this.#forget(job));
		job.arm(this.#options.timeoutMs, () => job.refuse('busy'));
		this.#waiting.push(job);
		this.#dispatch();
		return outcome;
	}

	#forget(job: Job): void {
		const place = this.#waiting.indexOf(job);
		if (place < 0) return;
		this.#waiting.splice(place, 1);
		job.disarm();
	}

	#refuseWaiting(): void {
		// Taken out first: a job that settles takes itself out.
		for (const job of this.#waiting.splice(0)) {
			job.disarm();
			job.refuse('unavailable');
		}
	}

	#dispatch(): void {
		for (const slot of this.#slots) {
			const thread = slot.idle;
			if (thread === null) continue;
			if (!thread.alive()) {
				slot.idle = null;
				this.#replace(slot, new ThreadEndedError('An idle ranking thread has ended.'));
				continue;
			}
			const job = this.#waiting.shift();
			if (job) void this.#rank(slot, thread, job);
		}
	}

	async #rank(slot: Slot, thread: RankingThread, job: Job): Promise<void> {
		slot.idle = null;
		let late = false;
		const expire = () => {
			late = true;
			job.refuse('timeout');
			// It can't be asked to stop; what it computes is of no use any more.
			thread.end();
		};
		job.arm(this.#options.timeoutMs, expire);
		try {
			await job.run(thread);
			slot.restarts = 0;
		} catch (error) {
			if (error instanceof ThreadEndedError) {
				job.refuse('unavailable');
				this.#replace(slot, late ? new Error('A ranking took too long.') : error);
				return;
			}
			job.fail(error);
		} finally {
			job.disarm();
		}
		slot.idle = thread;
		this.#dispatch();
	}

	/** Starts a thread anew, after a pause that grows; gives up when that was in vain too often. */
	#replace(slot: Slot, error: unknown): void {
		slot.thread = null;
		if (this.#closed) return;
		const { mostRestarts, restartDelayMs, onThreadLost } = this.#options;
		onThreadLost(error, slot.restarts);
		if (slot.restarts >= mostRestarts) {
			slot.givenUp = true;
			if (!this.available()) this.#refuseWaiting();
			return;
		}
		const pauseMs = restartDelayMs * 2 ** slot.restarts++;
		setTimeout(() => void this.#restart(slot), pauseMs).unref();
	}

	async #restart(slot: Slot): Promise<void> {
		if (this.#closed) return;
		const thread = this.#options.start();
		slot.thread = thread;
		try {
			await thread.ready;
		} catch (error) {
			return this.#replace(slot, error);
		}
		slot.idle = thread;
		this.#dispatch();
	}
}
