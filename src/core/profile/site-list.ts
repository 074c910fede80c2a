import type { ListEntry } from './list-entry.ts';
import type { ScoreFormat } from './score-format.ts';

/** Sites that lists are read from by user name; their names in addresses. */
export const LIST_SITES = ['mal', 'anilist', 'kitsu'] as const;
export type ListSite = (typeof LIST_SITES)[number];

/** What the sites call themselves. */
export const SITE_NAMES: Readonly<Record<ListSite, string>> = {
	mal: 'MyAnimeList',
	anilist: 'AniList',
	kitsu: 'Kitsu',
};

/** One row of a list as a site keeps it. */
export interface SiteEntry extends ListEntry {
	/** Episodes watched. */
	readonly progress: number;
	/** Times watched again. */
	readonly rewatches: number;
	/** ISO 8601 calendar dates, perhaps partial (`2013`, `2013-04`); null where the site does not know. */
	readonly startedOn: string | null;
	readonly finishedOn: string | null;
}

/** Somebody's list, each title once. */
export interface SiteList {
	readonly entries: readonly SiteEntry[];
	/** Rows that are on the list but have no MyAnimeList id, even by way of the catalogue. */
	readonly unresolved: number;
	/** What its owner scores on, where the site lets them choose and says it. */
	readonly scoreFormat?: ScoreFormat;
}

/** Why there is no list. */
export type SiteListFailure =
	| { readonly ok: false; readonly reason: SiteListFailureReason }
	| { readonly ok: false; readonly reason: 'rate-limited'; readonly retryAfterS: number };

/** `cancelled`: whoever asked has left. `source-off`: this installation has no key for the site. */
export type SiteListFailureReason =
	| 'no-such-user'
	| 'private-list'
	| 'empty-list'
	| 'source-down'
	| 'source-changed'
	| 'source-off'
	| 'invalid-name'
	| 'cancelled';
