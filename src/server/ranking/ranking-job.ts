import type { RankingFailure, RankingOutcome } from './ranking-outcome.ts';
import type { RankingThread } from './ranking-thread.ts';

/** One request on its way to its outcome; the first outcome counts. */
export interface Job {
	/**
	 * Asks a thread and settles with what it answers.
	 *
	 * @throws whatever the thread threw; the outcome is then still open
	 */
	run(thread: RankingThread): Promise<void>;
	refuse(reason: RankingFailure): void;
	fail(error: unknown): void;
	/** Runs at the outcome, whatever it is. */
	onSettled(react: () => void): void;
	/** Sets its only timer, in place of an earlier one. It goes on after the outcome: see `disarm`. */
	arm(ms: number, expire: () => void): void;
	disarm(): void;
}

/**
 * A job that is cancelled when `signal` aborts, and the outcome that its asker waits for.
 *
 * @param ask what it has a thread do
 */
export function createJob<Answer>(
	ask: (thread: RankingThread) => Promise<Answer>,
	signal?: AbortSignal,
): { readonly job: Job; readonly outcome: Promise<RankingOutcome<Answer>> } {
	const { promise, resolve, reject } = Promise.withResolvers<RankingOutcome<Answer>>();
	let timer: NodeJS.Timeout | undefined;
	let reactions: (() => void)[] = [];
	const cancel = () => job.refuse('cancelled');
	const over = () => {
		signal?.removeEventListener('abort', cancel);
		for (const react of reactions) react();
		reactions = [];
	};
	const settle = (outcome: RankingOutcome<Answer>) => {
		resolve(outcome);
		over();
	};
	const job: Job = {
		run: async (thread) => settle({ ok: true, answer: await ask(thread) }),
		refuse: (reason) => settle({ ok: false, reason }),
		fail(error) {
			reject(error);
			over();
		},
		onSettled: (react) => void reactions.push(react),
		arm(ms, expire) {
			clearTimeout(timer);
			timer = setTimeout(expire, ms);
			timer.unref();
		},
		disarm: () => clearTimeout(timer),
	};
	signal?.addEventListener('abort', cancel, { once: true });
	return { job, outcome: promise };
}
