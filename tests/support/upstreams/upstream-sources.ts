import { titleIds } from '#core/catalogue/title-ids.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { systemClock } from '#server/clock.ts';
import { createListSources } from '#server/sources/create-list-sources.ts';
import { createHttpClient, type HttpLimits } from '#server/sources/http.ts';
import type { ListSource } from '#server/sources/list-source.ts';
import type { SiteClients } from '#server/sources/site-clients.ts';
import { loopbackFetch } from '../loopback-fetch.ts';
import type { Upstreams } from './upstreams.ts';

/** Short enough for tests, long enough for a busy machine. */
const IMPATIENT: Partial<HttpLimits> = {
	attemptTimeoutMs: 1000,
	totalTimeoutMs: 4000,
	pauseMs: 1,
};

/** Clients that know no limit of their own and soon lose patience. */
export function impatientClients(limits: Partial<HttpLimits> = {}): SiteClients {
	const client = () =>
		createHttpClient({
			fetch: loopbackFetch,
			clock: systemClock,
			random: () => 0.5,
			rateLimit: { requests: 100, windowMs: 1 },
			limits: { ...IMPATIENT, ...limits },
		});
	return { mal: client(), anilist: client(), kitsu: client() };
}

/** The sources of a site, pointed at the upstreams. */
export function upstreamSources(
	{ env }: Upstreams,
	catalogue: Catalogue,
	clients: SiteClients,
): readonly ListSource[] {
	return createListSources({
		clients,
		baseUrls: { mal: env.MAL_API_URL, anilist: env.ANILIST_API_URL, kitsu: env.KITSU_API_URL },
		malClientId: env.MAL_CLIENT_ID,
		titleIds: titleIds(catalogue),
	});
}
