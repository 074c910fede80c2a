import type { ServerResponse } from 'node:http';
import { LIST_SITES, type ListSite } from '#core/profile/site-list.ts';
import { BEHAVIOURS, type Fault } from './behaviours.ts';
import type { Reply } from './reply.ts';
import { createRequestLimit } from './request-limit.ts';

/** What a site was asked since the start or the last reset. */
export interface SiteCounts {
	requests: number;
	/** Pages or chunks of lists. */
	lists: number;
	/** Batches of titles. */
	titles: number;
	/** Answers of HTTP 429 because there were too many requests. */
	refused: number;
	/** Clients that left before they had their answer. */
	abandoned: number;
	/** Most requests that were being answered at one time. */
	mostAtOnce: number;
}

/** What a site remembers of its requests: numbers, and when a behaviour was first met. */
export interface Traffic {
	readonly counts: SiteCounts;
	/** Counts a request until its answer is out. */
	begin(response: ServerResponse): void;
	/** The headers of an answer, and where there were too many requests the wait until there may be more. */
	admit(): { readonly headers: Record<string, string>; readonly retryAfterS: number | null };
	/** Counts what was asked; gives what the behaviour of the user makes of the answer. */
	note(reply: Reply): Fault | null;
}

type PerMinute = Readonly<Record<ListSite, number>>;

export function createTraffic(
	perMinute: PerMinute,
	now: () => number,
): Readonly<Record<ListSite, Traffic>> {
	const [mal, anilist, kitsu] = LIST_SITES.map((site) => siteTraffic(perMinute[site], now));
	if (!mal || !anilist || !kitsu) throw new Error('There are three sites.');
	return { mal, anilist, kitsu };
}

function siteTraffic(perMinute: number, now: () => number): Traffic {
	const limit = createRequestLimit(perMinute, now);
	const counts = { requests: 0, lists: 0, titles: 0, refused: 0, abandoned: 0, mostAtOnce: 0 };
	const met = new Map<string, { attempts: number; sinceMs: number }>();
	let open = 0;
	return {
		counts,
		begin(response) {
			counts.requests++;
			counts.mostAtOnce = Math.max(counts.mostAtOnce, ++open);
			response.once('close', () => {
				open--;
				// A connection that this side ended is no client that left.
				if (!response.writableEnded && !response.errored) counts.abandoned++;
			});
		},
		admit() {
			const { remaining, resetsAtMs } = limit.take();
			// Only a site that counts tells; of those three that is AniList.
			if (!Number.isFinite(perMinute)) return { headers: {}, retryAfterS: null };
			const headers = {
				'x-ratelimit-limit': String(perMinute),
				'x-ratelimit-remaining': String(Math.max(0, remaining)),
			};
			if (remaining >= 0) return { headers, retryAfterS: null };
			counts.refused++;
			const reset = String(Math.ceil(resetsAtMs / 1000));
			const retryAfterS = Math.max(1, Math.ceil((resetsAtMs - now()) / 1000));
			return { headers: { ...headers, 'x-ratelimit-reset': reset }, retryAfterS };
		},
		note({ purpose, userName = '' }) {
			if (purpose === 'titles') counts.titles++;
			if (purpose !== 'list') return null;
			counts.lists++;
			const behaviour = BEHAVIOURS.find(({ name }) => name === userName.toLowerCase());
			if (!behaviour) return null;
			const { attempts, sinceMs } = met.get(behaviour.name) ?? { attempts: 0, sinceMs: now() };
			met.set(behaviour.name, { attempts: attempts + 1, sinceMs });
			return behaviour.fault(attempts + 1, (now() - sinceMs) / 1000);
		},
	};
}
