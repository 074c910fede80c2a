/** What one request leaves of a client's allowance. */
export interface Allowance {
	readonly ok: boolean;
	readonly limit: number;
	/** Requests that could follow at once. */
	readonly remaining: number;
	/** Until the whole allowance is there again. */
	readonly resetS: number;
	/** Until one request is allowed; 0 where it is now. */
	readonly retryAfterS: number;
}

/** Counts one request of a client that may send so many a minute. */
export type RequestLimiter = (client: string, perMinute: number) => Allowance;

interface Bucket {
	readonly tokens: number;
	readonly atMs: number;
}

export interface RequestLimiterOptions {
	/** Clients that are remembered; who was not heard of for longest is forgotten first. */
	readonly mostClients: number;
	/** Milliseconds that only go forward. */
	readonly now: () => number;
}

const MINUTE_MS = 60_000;

/**
 * A token bucket for each client: it holds the requests of a minute and fills steadily, so that a burst is fine
 * and the long run is bounded. A client that is forgotten begins with a full one, as does one unheard of for a
 * minute.
 */
export function createRequestLimiter({ mostClients, now }: RequestLimiterOptions): RequestLimiter {
	const buckets = new Map<string, Bucket>();
	return (client, perMinute) => {
		const atMs = now();
		const perMs = perMinute / MINUTE_MS;
		const known = buckets.get(client);
		const filled = known
			? Math.min(perMinute, known.tokens + (atMs - known.atMs) * perMs)
			: perMinute;
		const ok = filled >= 1;
		const tokens = ok ? filled - 1 : filled;
		// Set anew, it goes to the end: a map keeps the order in which keys came.
		buckets.delete(client);
		buckets.set(client, { tokens, atMs });
		const [oldest] = buckets.size > mostClients ? buckets.keys() : [];
		if (oldest !== undefined) buckets.delete(oldest);
		const seconds = (missing: number) => Math.ceil(missing / perMs / 1000);
		return {
			ok,
			limit: perMinute,
			remaining: Math.floor(tokens),
			resetS: seconds(perMinute - tokens),
			retryAfterS: ok ? 0 : seconds(1 - tokens),
		};
	};
}

/** What an answer tells of it. */
export function allowanceHeaders(allowance: Allowance): Record<string, string> {
	return {
		'ratelimit-limit': String(allowance.limit),
		'ratelimit-remaining': String(allowance.remaining),
		'ratelimit-reset': String(allowance.resetS),
		...(allowance.ok ? {} : { 'retry-after': String(allowance.retryAfterS) }),
	};
}
