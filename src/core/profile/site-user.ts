import { LIST_SITES, type ListSite, type SiteListFailure } from './site-list.ts';

/** Somebody on a site that lists are read from. */
export interface SiteUser {
	readonly site: ListSite;
	/** Trimmed, not encoded. */
	readonly name: string;
}

/** What a page tells of a list besides the recommendations that it gave. */
export interface SiteListSummary {
	/** Titles on the list. */
	readonly entries: number;
	/** Rows of the list that have no MyAnimeList id. */
	readonly unresolved: number;
	/** How long ago it came from its site. */
	readonly ageMs: number;
}

/** Whose list could not be had and why: what an error page needs to help with another try. */
export interface MissedList {
	readonly user: SiteUser;
	readonly failure: SiteListFailure;
}

/** An address that names a site which is none of ours. */
export interface UnknownSite {
	readonly typed: string;
	/** Name of the user, as far as the address tells. */
	readonly name: string;
}

/** How long a list must have been here before its site is asked for it again. */
export const REFRESH_AFTER_MS = 60_000;

/** The site of a name as addresses and forms have it, in any case; undefined where there is no such site. */
export function parseListSite(text: string | null | undefined): ListSite | undefined {
	const wanted = text?.trim().toLowerCase();
	return LIST_SITES.find((site) => site === wanted);
}

/** Whether a name can stand in a path at all: browsers read those two as steps of the path. */
export function isPathName(name: string): boolean {
	return name !== '' && name !== '.' && name !== '..';
}

/** Address of the page of a user on this site, encoded. */
export function userPath({ site, name }: SiteUser): string {
	return `/user/${site}/${encodeURIComponent(name)}`;
}

const PROFILES: Readonly<Record<ListSite, string>> = {
	mal: 'https://myanimelist.net/profile/',
	anilist: 'https://anilist.co/user/',
	kitsu: 'https://kitsu.app/users/',
};

/** Address of the user's profile on the own site. */
export function profileUrl({ site, name }: SiteUser): string {
	return PROFILES[site] + encodeURIComponent(name);
}
