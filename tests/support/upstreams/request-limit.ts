/** Counts the requests of each minute, as AniList does. */
export interface RequestLimit {
	/** Counts one more; `remaining` is negative where it is one too many. */
	take(): { readonly remaining: number; readonly resetsAtMs: number };
}

const MINUTE_MS = 60_000;

/** @param perMinute may be infinite */
export function createRequestLimit(perMinute: number, now: () => number): RequestLimit {
	let resetsAtMs = -Infinity;
	let taken = 0;
	return {
		take() {
			if (now() >= resetsAtMs) {
				resetsAtMs = now() + MINUTE_MS;
				taken = 0;
			}
			taken++;
			return { remaining: perMinute - taken, resetsAtMs };
		},
	};
}
