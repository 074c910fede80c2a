import type { ListSite, SiteList, SiteListFailure } from '#core/profile/site-list.ts';

/** A list as it came from its site, or why there is none. */
export type SourceOutcome = { readonly ok: true; readonly list: SiteList } | SiteListFailure;

/** A site that gives the list of a user. */
export interface ListSource {
	readonly site: ListSite;
	/**
	 * Fetches a whole list. Never throws for what a site or a network can do; gives `cancelled` soon after `signal`
	 * aborts.
	 *
	 * @param name of the user, trimmed, not encoded
	 */
	fetchList(name: string, signal: AbortSignal): Promise<SourceOutcome>;
}
