import type { TitleDetails } from '#core/catalogue/title-details.ts';

/** About four lines: what is longer is cut, with a button for the rest. */
export const LONG_SYNOPSIS = 280;

/** Where AniList keeps its posters: what a page may load images from. */
const POSTER_HOST = 'https://s4.anilist.co/';

type Named<Key extends keyof TitleDetails> = Pick<TitleDetails, Key>;

/** Whether there is anything to tell: the next episode counts until it is past. */
export function hasDetails(details: TitleDetails, now: number): boolean {
	const airs = details.nextEpisode !== null && details.nextEpisode.airsAt > now;
	return details.synopsis !== null || streamingLinks(details).length > 0 || airs;
}

/** When the next episode airs, in the reader's own way and time zone; null where that is past or unknown. */
export function nextEpisodeWords(
	{ nextEpisode }: Named<'nextEpisode'>,
	now: number,
	format: (time: number) => string,
): string | null {
	// Details are kept for days: the episode may have aired meanwhile.
	if (nextEpisode === null || nextEpisode.airsAt <= now) return null;
	return `Episode ${nextEpisode.number} airs ${format(nextEpisode.airsAt)}`;
}

/** The links that may be offered: those of the web, each site once. */
export function streamingLinks({ streaming }: Named<'streaming'>): TitleDetails['streaming'] {
	const seen = new Set<string>();
	return streaming.filter(({ site, url }) => {
		if (!url.startsWith('https://') || seen.has(site)) return false;
		seen.add(site);
		return true;
	});
}

/** The poster that may be shown; null where there is none, or it lies where pages load nothing from. */
export function freshPoster(details: Named<'poster'> | null): string | null {
	return details?.poster?.startsWith(POSTER_HOST) ? details.poster : null;
}
