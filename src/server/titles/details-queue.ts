import type { TitleDetails } from '#core/catalogue/title-details.ts';
import type { TitleCache } from '../store/store.ts';
import { MOST_TITLES } from './anilist-media.ts';
import type { DetailsSource } from './details-source.ts';

const MINUTE_MS = 60_000;
/** AniList allows 30, and the lists of visitors want some of them. */
const MOST_QUERIES_A_MINUTE = 20;
const QUERY_TIMEOUT_MS = 8_000;
/** Who comes when so many titles wait goes without. */
const MOST_WAITING = 4 * MOST_TITLES;

/** What a queue is made with. */
export interface DetailsQueueOptions {
	readonly source: DetailsSource;
	/** Where answers go; never rejects. */
	readonly titles: TitleCache;
	/** Takes leave to ask, where lists leave room for it. */
	readonly takeLeave: () => boolean;
	/** After a failure nobody is asked for so long. */
	readonly pauseMs: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/** Titles that wait to be asked for. */
export interface DetailsQueue {
	/** Details of a title, null where there are none, undefined where that can't be learned just now. */
	want(malId: number, anilistId: number): Promise<TitleDetails | null | undefined>;
}

interface Wanted {
	readonly anilistId: number;
	readonly details: Promise<TitleDetails | null | undefined>;
	readonly settle: (details: TitleDetails | null | undefined) => void;
}

/**
 * A queue that sends one query at a time for all who wait, never more than {@link MOST_QUERIES_A_MINUTE}. Rather
 * than wait for leave to ask it gives up: whoever looks at the titles again asks again.
 */
export function createDetailsQueue(options: DetailsQueueOptions): DetailsQueue {
	const { source, titles, takeLeave, pauseMs, now } = options;
	/** By MyAnimeList id, those of the query under way first. */
	const waiting = new Map<number, Wanted>();
	/** When the queries of the last minute were sent. */
	let sentAt: readonly number[] = [];
	let pausedUntil = -Infinity;
	let running = false;

	const mayAsk = () => {
		sentAt = sentAt.filter((at) => at > now() - MINUTE_MS);
		return now() >= pausedUntil && sentAt.length < MOST_QUERIES_A_MINUTE;
	};
	const ask = async (batch: ReadonlyMap<number, Wanted>) => {
		sentAt = [...sentAt, now()];
		const anilistIds = Array.from(batch.values(), ({ anilistId }) => anilistId);
		const outcome = await source(anilistIds, AbortSignal.timeout(QUERY_TIMEOUT_MS));
		if (!outcome.ok) {
			pausedUntil = now() + Math.max(pauseMs, outcome.waitMs);
			return undefined;
		}
		const byMalId = Array.from(
			batch,
			([malId, { anilistId }]) => [malId, outcome.details.get(anilistId) ?? null] as const,
		);
		const learned = new Map(byMalId);
		await titles.put(learned, now());
		return learned;
	};
	const run = async () => {
		running = true;
		// Titles that are wanted in the same breath go into the same query.
		await Promise.resolve();
		while (waiting.size > 0) {
			const batch = new Map([...waiting].slice(0, MOST_TITLES));
			const learned = mayAsk() && takeLeave() ? await ask(batch) : undefined;
			for (const [malId, { settle }] of batch) {
				waiting.delete(malId);
				settle(learned?.get(malId));
			}
		}
		running = false;
	};
	return {
		want(malId, anilistId) {
			const already = waiting.get(malId);
			if (already) return already.details;
			if (waiting.size >= MOST_WAITING || !mayAsk()) return Promise.resolve(undefined);
			const { promise, resolve } = Promise.withResolvers<TitleDetails | null | undefined>();
			waiting.set(malId, { anilistId, details: promise, settle: resolve });
			if (!running) void run();
			return promise;
		},
	};
}
