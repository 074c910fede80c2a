import { LIST_SITES, SITE_NAMES, type ListSite } from '../profile/site-list.ts';
import type { Anime } from './anime.ts';

/** A page about a title on another site. */
export interface TitleLink {
	readonly name: string;
	readonly href: string;
}

type Ids = Pick<Anime, 'malId' | 'anilistId' | 'kitsuId'>;

/**
 * The page of a title on the site that the visitor uses, or on MyAnimeList where that site is unknown or has no
 * such title as far as the catalogue knows.
 */
export function titleLink(ids: Ids, site: ListSite | null): TitleLink {
	return (site !== null && linkOn(ids, site)) || onMyAnimeList(ids.malId);
}

/** {@link titleLink}; of a visitor whose site is unknown the two that most people use. */
export function titleLinks(ids: Ids, site: ListSite | null): readonly TitleLink[] {
	const first = titleLink(ids, site);
	const second = site === null ? linkOn(ids, 'anilist') : null;
	return second === null ? [first] : [first, second];
}

/** The pages of a title on every site that has it as far as the catalogue knows. */
export function everyTitleLink(ids: Ids): readonly TitleLink[] {
	return LIST_SITES.flatMap((site) => linkOn(ids, site) ?? []);
}

function linkOn({ malId, anilistId, kitsuId }: Ids, site: ListSite): TitleLink | null {
	if (site === 'mal') return onMyAnimeList(malId);
	const id = site === 'anilist' ? anilistId : kitsuId;
	const host = site === 'anilist' ? 'anilist.co' : 'kitsu.app';
	return id === null ? null : { name: SITE_NAMES[site], href: `https://${host}/anime/${id}` };
}

function onMyAnimeList(malId: number): TitleLink {
	return { name: SITE_NAMES.mal, href: `https://myanimelist.net/anime/${malId}` };
}
