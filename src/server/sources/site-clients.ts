import type { ListSite } from '#core/profile/site-list.ts';
import { createHttpClient, type HttpClient, type HttpOptions } from './http.ts';

/** One client for each site, to be shared by all who ask that site for anything. */
export type SiteClients = Readonly<Record<ListSite, HttpClient>>;

const WINDOW_MS = 60_000;

/**
 * Clients that keep to what the sites bear. AniList says 30 requests a minute at present. The others publish nothing:
 * one a second is what careful clients ask of MyAnimeList; a list of Kitsu takes two, so it gets twice as many.
 */
export function createSiteClients(options: Omit<HttpOptions, 'rateLimit'>): SiteClients {
	const client = (requests: number) =>
		createHttpClient({ ...options, rateLimit: { requests, windowMs: WINDOW_MS } });
	return { mal: client(60), anilist: client(30), kitsu: client(120) };
}
