/** A poster that has been there for many years: if it can be had, others can. */
const PROBE_URL = 'https://cdn.myanimelist.net/images/anime/10/47347.jpg';
const PROBE_TIMEOUT_MS = 3_000;
const PROBE_LIFETIME_MS = 5 * 60_000;

/** Tells pages whether to load posters from their sources, so that offline nothing is tried in vain. */
export interface PosterProbe {
	/** What is known now; starts a new look in the background when that is old. Never waits. */
	reachable(): boolean;
}

/** What a probe is made with. */
export interface PosterProbeOptions {
	readonly mode: 'auto' | 'on' | 'off';
	readonly fetch: typeof globalThis.fetch;
	/** Milliseconds of any monotonic clock. */
	readonly now: () => number;
}

/** A probe that starts pessimistic: placeholders are shown until a poster was seen to be there. */
export function createPosterProbe({ mode, fetch, now }: PosterProbeOptions): PosterProbe {
	if (mode !== 'auto') return { reachable: () => mode === 'on' };
	let known = false;
	let lookedAt = -Infinity;
	const look = async () => {
		try {
			const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
			known = (await fetch(PROBE_URL, { method: 'HEAD', signal })).ok;
		} catch {
			// No network is a state, not a failure: pages then draw placeholders.
			known = false;
		}
	};
	return {
		reachable() {
			if (now() - lookedAt > PROBE_LIFETIME_MS) {
				lookedAt = now();
				void look();
			}
			return known;
		},
	};
}
