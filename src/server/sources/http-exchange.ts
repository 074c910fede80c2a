import type { SiteListFailure } from '#core/profile/site-list.ts';
import { requestedWaitMs } from './rate-headers.ts';
import { failed } from './read-answer.ts';
import { readBounded } from './read-bounded.ts';
import type { TokenBucket } from './token-bucket.ts';

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

/** An attempt that is worth another one. */
export interface Setback {
	readonly ok: false;
	readonly retry: true;
	readonly failure: SiteListFailure;
	/** Asked for by the site. */
	readonly waitMs: number;
}

/** Told to visitors where a site does not say how long it wants to be left alone. */
const UNTOLD_WAIT_MS = 30_000;

/** An answer as it arrived. */
export interface Exchange {
	readonly status: number;
	readonly headers: Headers;
	/** Null when larger than allowed. */
	readonly text: string | null;
}

/**
 * Sends a request and reads its answer.
 *
 * @throws whatever a network does: refused, reset, broken off
 */
export async function exchange(
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

/** What an answer means; a wait that the site asks for closes the bucket. */
export function judge(
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

export function setback(failure: SiteListFailure, waitMs = 0): Setback {
	return { ok: false, retry: true, failure, waitMs };
}

export function rateLimited(waitMs: number): SiteListFailure {
	return { ok: false, reason: 'rate-limited', retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) };
}
