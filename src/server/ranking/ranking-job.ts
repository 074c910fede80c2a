import type { RecommendationRequest } from '#core/rank/recommendation.ts';
import type { RankingOutcome } from './ranking-outcome.ts';

/** One request on its way to its outcome; the first outcome counts. */
export interface Job {
	readonly request: RecommendationRequest;
	settle(outcome: RankingOutcome): void;
	fail(error: unknown): void;
	/** Runs at the outcome, whatever it is. */
	onSettled(react: () => void): void;
	/** Sets its only timer, in place of an earlier one. It goes on after the outcome: see `disarm`. */
	arm(ms: number, expire: () => void): void;
	disarm(): void;
}

/** A job that is cancelled when `signal` aborts, and the outcome that its asker waits for. */
export function createJob(
	request: RecommendationRequest,
	signal?: AbortSignal,
): { readonly job: Job; readonly outcome: Promise<RankingOutcome> } {
	const { promise, resolve, reject } = Promise.withResolvers<RankingOutcome>();
	let timer: NodeJS.Timeout | undefined;
	let reactions: (() => void)[] = [];
	const cancel = () => job.settle({ ok: false, reason: 'cancelled' });
	const over = () => {
		signal?.removeEventListener('abort', cancel);
		for (const react of reactions) react();
		reactions = [];
	};
	const job: Job = {
		request,
		settle(outcome) {
			resolve(outcome);
			over();
		},
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
