import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { Clock } from '#server/clock.ts';
import { ABORTED, unlessAborted } from '#server/unless-aborted.ts';
import {
	exchange,
	judge,
	rateLimited,
	setback,
	type HttpOutcome,
	type HttpRequest,
	type Setback,
} from './http-exchange.ts';
import { obeyRateHeaders } from './rate-headers.ts';
import { failed } from './read-answer.ts';
import { TokenBucket, type RateLimit } from './token-bucket.ts';

/** What one site is asked with. */
export interface HttpOptions {
	/** The transport. */
	readonly fetch: typeof globalThis.fetch;
	readonly clock: Clock;
	/** 0 ≤ x < 1, so that those who failed together don't come back together. */
	readonly random: () => number;
	readonly rateLimit: RateLimit;
	readonly limits?: Partial<HttpLimits>;
}

/** Bounds of one request with all its attempts. */
export interface HttpLimits {
	readonly attempts: number;
	/** From the start of an attempt to the last byte of its body. */
	readonly attemptTimeoutMs: number;
	/** All attempts, pauses and waiting for a token; a longer wait is told instead. */
	readonly totalTimeoutMs: number;
	/** Before the second attempt at most; doubles with each. */
	readonly pauseMs: number;
	readonly maxBodyBytes: number;
}

/** Asks one site, politely. All requests to a site go through one of these. */
export interface HttpClient {
	/** Never rejects; gives `cancelled` at once when `signal` aborts, whatever it was waiting for. */
	send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;
	/** Leave for one request beside these that can be done without, while `reserve` more could be sent now. */
	takeSpare(reserve: number): boolean;
}

const DEFAULT_LIMITS: HttpLimits = {
	attempts: 3,
	attemptTimeoutMs: 10_000,
	totalTimeoutMs: 20_000,
	pauseMs: 500,
	maxBodyBytes: 16 * 2 ** 20,
};

/** A client of one site, with the tokens of that site. */
export function createHttpClient(options: HttpOptions): HttpClient {
	const { clock, random } = options;
	const limits = { ...DEFAULT_LIMITS, ...options.limits };
	const bucket = new TokenBucket(options.rateLimit, clock);
	return {
		takeSpare: (reserve) => bucket.takeSpare(reserve),
		async send(request, signal) {
			const latest = clock.now() + limits.totalTimeoutMs;
			for (let attempt = 1; ; attempt++) {
				const turn = await bucket.take(latest, signal);
				if (!turn.ok) {
					return turn.reason === 'cancelled' ? failed('cancelled') : rateLimited(turn.waitMs);
				}
				const result = await tryOnce(options, limits, bucket, request, latest, signal);
				if (!('retry' in result)) return result;
				const pauseMs = limits.pauseMs * 2 ** (attempt - 1) * (0.5 + random() / 2);
				const waitMs = Math.max(pauseMs, result.waitMs);
				if (attempt >= limits.attempts || clock.now() + waitMs >= latest) {
					return giveUp(result.failure, bucket, clock);
				}
				await clock.sleep(waitMs, signal);
			}
		},
	};
}

/** Who comes next need not run into the same refusal. */
function giveUp(failure: SiteListFailure, bucket: TokenBucket, clock: Clock): SiteListFailure {
	if (failure.reason === 'rate-limited') {
		bucket.closeUntil(clock.now() + failure.retryAfterS * 1000);
	}
	return failure;
}

async function tryOnce(
	{ fetch, clock }: HttpOptions,
	limits: HttpLimits,
	bucket: TokenBucket,
	request: HttpRequest,
	latest: number,
	signal: AbortSignal,
): Promise<HttpOutcome | Setback> {
	// Ends the attempt when the visitor leaves or time is up, and the timer when the attempt is over.
	const stop = new AbortController();
	const leave = () => stop.abort();
	signal.addEventListener('abort', leave);
	const timeoutMs = Math.min(limits.attemptTimeoutMs, latest - clock.now());
	void clock.sleep(timeoutMs, stop.signal).then(leave);
	try {
		const response = exchange(fetch, request, limits.maxBodyBytes, stop.signal);
		const answer = await unlessAborted(response, stop.signal);
		if (signal.aborted) return failed('cancelled');
		if (answer === ABORTED) return setback(failed('source-down'));
		obeyRateHeaders(answer.headers, bucket, clock.now());
		return judge(answer, request, bucket, clock.now());
	} catch {
		// Refused, reset, broken off: a fetch that throws does not say which, and all are worth another attempt.
		return signal.aborted ? failed('cancelled') : setback(failed('source-down'));
	} finally {
		signal.removeEventListener('abort', leave);
		leave();
	}
}
