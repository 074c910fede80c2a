import type { DatedList } from '#server/lists/list-service.ts';
import type { ListSite } from '#core/profile/site-list.ts';
import type { TitleDetails } from '#core/catalogue/title-details.ts';

/** Fetched lists, for minutes. */
export interface ListCache {
	/** The list if it is younger than `maxAgeMs`. Names are equal whatever their case. */
	get(site: ListSite, name: string, maxAgeMs: number): Promise<DatedList | null>;
	put(site: ListSite, name: string, list: DatedList): Promise<void>;
}

/** Details of titles, for days. */
export interface TitleCache {
	/** Those that are younger than `maxAgeMs`, by MyAnimeList id; null = known to have no details. */
	get(
		malIds: readonly number[],
		maxAgeMs: number,
	): Promise<ReadonlyMap<number, TitleDetails | null>>;
	put(details: ReadonlyMap<number, TitleDetails | null>, fetchedAt: number): Promise<void>;
}

/** What a site keeps between requests: nothing of a visitor but fetched lists, and those for minutes. */
export interface Store {
	readonly lists: ListCache;
	readonly titles: TitleCache;
	/** Removes what is too old, and the oldest beyond the limits in number and bytes. */
	purge(): Promise<void>;
	close(): Promise<void>;
}
