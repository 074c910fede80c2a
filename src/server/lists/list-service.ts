import type { ListSite, SiteList, SiteListFailure } from '#core/profile/site-list.ts';

/** A list with its age. */
export interface DatedList extends SiteList {
	/** When it came from its site, milliseconds since 1970. */
	readonly fetchedAt: number;
}

export type ListOutcome = { readonly ok: true; readonly list: DatedList } | SiteListFailure;

export interface ListRequest {
	readonly site: ListSite;
	/** As it was typed; the service trims it. */
	readonly name: string;
	/** Past the cache, unless this list came within the last minute. */
	readonly refresh?: boolean;
	/** Aborts when whoever asked has left. */
	readonly signal?: AbortSignal;
}

/** Lists by user name: from the store while they are fresh, from their site otherwise, each asked for once at a time. */
export interface ListService {
	/** Whether a site can be asked at all: without a MyAnimeList client id that one can't. */
	isOn(site: ListSite): boolean;
	get(request: ListRequest): Promise<ListOutcome>;
}
