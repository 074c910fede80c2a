import type { TokenBucket } from './token-bucket.ts';

/** A site that asks for longer is asked again after this, in case its header is nonsense. */
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * How long a site asks to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` (seconds since
 * 1970); null where it does not say.
 */
export function requestedWaitMs(headers: Headers, now: number): number | null {
	return (
		bounded(retryAfterMs(headers.get('retry-after'), now)) ??
		bounded(resetMs(headers.get('x-ratelimit-reset'), now))
	);
}

/** Tells the bucket what a site says about the requests that are left. */
export function obeyRateHeaders(headers: Headers, bucket: TokenBucket, now: number): void {
	const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
	if (remaining === null) return;
	const waitMs = bounded(resetMs(headers.get('x-ratelimit-reset'), now));
	if (remaining === 0 && waitMs !== null) bucket.closeUntil(now + waitMs);
	else bucket.leave(remaining);
}

function retryAfterMs(text: string | null, now: number): number | null {
	if (text === null) return null;
	const seconds = wholeNumber(text);
	return seconds === null ? Date.parse(text) - now : seconds * 1000;
}

function resetMs(text: string | null, now: number): number | null {
	const seconds = wholeNumber(text);
	return seconds === null ? null : seconds * 1000 - now;
}

function bounded(ms: number | null): number | null {
	return ms === null || Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}

function wholeNumber(text: string | null): number | null {
	return text !== null && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}
