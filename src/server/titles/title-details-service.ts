import type { TitleDetails } from '#core/catalogue/title-details.ts';
import type { TitleCache } from '../store/store.ts';
import { createDetailsQueue } from './details-queue.ts';
import type { DetailsSource } from './details-source.ts';

const MINUTE_MS = 60_000;
const LIFETIME_MS = 7 * 24 * 60 * MINUTE_MS;
/** Details whose next episode has aired meanwhile are asked for anew, but no more often than this. */
const AIRED_LIFETIME_MS = 60 * MINUTE_MS;
/** After a failure `auto` takes it that there is no network; `on` knows better. */
const PAUSE_MS = { auto: 5 * MINUTE_MS, on: MINUTE_MS / 4 };

/** Details by MyAnimeList id; null = there are none. What can't be learned just now is not among them. */
export type FoundDetails = ReadonlyMap<number, TitleDetails | null>;

/** What changes about titles, as far as it can be known. */
export interface TitleDetailsService {
	/** Whether AniList may be asked at all. */
	readonly on: boolean;
	/**
	 * Details from the store, or else from AniList. Gives what it has as soon as `signal` aborts, and at once where
	 * AniList can't be asked; a query that was begun goes on and fills the store. Never rejects.
	 */
	get(malIds: readonly number[], signal: AbortSignal): Promise<FoundDetails>;
}

/** What the service is made with. */
export interface TitleDetailsOptions {
	readonly mode: 'auto' | 'on' | 'off';
	readonly source: DetailsSource;
	/** Takes leave for one query, where the lists of visitors leave room for it. */
	readonly takeLeave: () => boolean;
	/** Never rejects. */
	readonly titles: TitleCache;
	/** AniList's id of a title; null where it has none, and where there is no such title. */
	readonly anilistIdOf: (malId: number) => number | null;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

export function createTitleDetails(options: TitleDetailsOptions): TitleDetailsService {
	const { mode, source, takeLeave, titles, anilistIdOf, now } = options;
	if (mode === 'off') return { on: false, get: () => Promise.resolve(new Map()) };
	const queue = createDetailsQueue({ source, takeLeave, titles, now, pauseMs: PAUSE_MS[mode] });
	return {
		on: true,
		async get(malIds, signal) {
			const known = new Map(await titles.get(malIds, LIFETIME_MS));
			const due = await overdue(titles, known, now());
			const learning = malIds
				.filter((malId) => due.has(malId) || !known.has(malId))
				.map(async (malId) => {
					const anilistId = anilistIdOf(malId);
					const details = anilistId === null ? null : await queue.want(malId, anilistId);
					if (details !== undefined) known.set(malId, details);
				});
			await unlessAborted(Promise.all(learning), signal);
			return withoutAired(known, now());
		},
	};
}

/** Titles whose announced episode has aired and that nobody asked for since, or not lately. */
async function overdue(titles: TitleCache, known: FoundDetails, now: number) {
	const aired = [...known].flatMap(([malId, details]) => (hasAired(details, now) ? [malId] : []));
	const recent = await titles.get(aired, AIRED_LIFETIME_MS);
	return new Set(aired.filter((malId) => !recent.has(malId)));
}

function hasAired(details: TitleDetails | null, now: number): boolean {
	return !!details?.nextEpisode && details.nextEpisode.airsAt <= now;
}

/** A copy in which nothing is announced that is past. */
function withoutAired(known: FoundDetails, now: number): FoundDetails {
	const shown = Array.from(known, ([malId, details]) => {
		const past = details !== null && hasAired(details, now);
		return [malId, past ? { ...details, nextEpisode: null } : details] as const;
	});
	return new Map(shown);
}

/** Waits for work, but no longer than somebody cares. */
function unlessAborted(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
	if (signal.aborted) return Promise.resolve();
	const { promise: aborted, resolve } = Promise.withResolvers<void>();
	const leave = () => resolve();
	signal.addEventListener('abort', leave, { once: true });
	return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', leave));
}
