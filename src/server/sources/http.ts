import type { SiteListFailure } from '#core/profile/site-list.ts';
import type { Clock } from '#server/clock.ts';
import { ABORTED, unlessAborted } from '#server/unless-aborted.ts';
import { obeyRateHeaders, requestedWaitMs } from './rate-headers.ts';
import { readBounded } from './read-bounded.ts';
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

/** A request that can be sent again. */
export interface HttpRequest {
	readonly url: URL;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON by POST. */
	readonly body?: unknown;
	/** The status that a body speaks of, where a site tells errors with HTTP 200. */
	readonly statusOf?: (status: number, json: unknown) => number;
}

/** What a site said: a success, or a refusal (4xx) to be understood by whoever knows the site. */
export interface HttpAnswer {
	readonly ok: true;
	readonly status: number;
	/** Undefined where a refusal was not JSON. */
	readonly json: unknown;
}

export type HttpOutcome = HttpAnswer | SiteListFailure;

/** Asks one site, politely. All requests to a site go through one of these. */
export interface HttpClient {
	/** Never rejects; gives `cancelled` at once when `signal` aborts, whatever it was waiting for. */
	send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;
}

const DEFAULT_LIMITS: HttpLimits = {
	attempts: 3,
	attemptTimeoutMs: 10_000,
	totalTimeoutMs: 20_000,
	pauseMs: 500,
	maxBodyBytes: 16 * 2 ** 20,
};
/** Told to visitors where a site does not say how long it wants to be left alone. */
const UNTOLD_WAIT_MS = 30_000;

/** An attempt that is worth another one. */
interface Setback {
	readonly ok: false;
	readonly retry: true;
	readonly failure: SiteListFailure;
	/** Asked for by the site. */
	readonly waitMs: number;
}

export function createHttpClient(options: HttpOptions): HttpClient {
	const { clock, random } = options;
	const limits = { ...DEFAULT_LIMITS, ...options.limits };
	const bucket = new TokenBucket(options.rateLimit, clock);
	return {
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

interface Exchange {
	readonly status: number;
	readonly headers: Headers;
	/** Null when larger than allowed. */
	readonly text: string | null;
}

async function exchange(
	fetch: typeof globalThis.fetch,
	{ url, headers, body }: HttpRequest,
	maxBytes: number,
	signal: AbortSignal,
): Promise<Exchange> {
	const response = await fetch(url, {
		method: body === undefined ? 'GET' : 'POST',
		headers: {
			accept: 'application/json',
			...(body !== undefined && { 'content-type': 'application/json' }),
			...headers,
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
		// A key in a header must not follow to another host.
		redirect: 'manual',
		signal,
	});
	return {
		status: response.status,
		headers: response.headers,
		text: await readBounded(response, maxBytes),
	};
}

function judge(
	{ status: httpStatus, headers, text }: Exchange,
	{ statusOf }: HttpRequest,
	bucket: TokenBucket,
	now: number,
): HttpOutcome | Setback {
	const json = parseJson(text);
	const status = statusOf && json !== undefined ? statusOf(httpStatus, json) : httpStatus;
	if (status === 429) {
		const waitMs = requestedWaitMs(headers, now);
		if (waitMs !== null) bucket.closeUntil(now + waitMs);
		return setback(rateLimited(waitMs ?? UNTOLD_WAIT_MS), waitMs ?? 0);
	}
	if (status >= 500 || status === 408) {
		return setback(failed('source-down'), requestedWaitMs(headers, now) ?? 0);
	}
	if (status >= 400) return { ok: true, status, json };
	// A redirect, a web page in the place of an answer, or more than a list can be.
	if (status >= 300 || json === undefined) return failed('source-changed');
	return { ok: true, status, json };
}

function parseJson(text: string | null): unknown {
	if (text === null) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// Web pages and garbage: whoever asks sees that there is no answer.
		return undefined;
	}
}

function setback(failure: SiteListFailure, waitMs = 0): Setback {
	return { ok: false, retry: true, failure, waitMs };
}

function failed(reason: 'cancelled' | 'source-down' | 'source-changed'): SiteListFailure {
	return { ok: false, reason };
}

function rateLimited(waitMs: number): SiteListFailure {
	return { ok: false, reason: 'rate-limited', retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) };
}
