import type { TitleIds } from '#core/catalogue/title-ids.ts';
import type { ListSite } from '#core/profile/site-list.ts';
import { createAnilistSource } from './anilist/anilist-source.ts';
import { createKitsuSource } from './kitsu/kitsu-source.ts';
import type { ListSource } from './list-source.ts';
import { createMalSource } from './mal/mal-source.ts';
import type { SiteClients } from './site-clients.ts';

/** What the sites are asked with. */
export interface ListSourcesOptions {
	readonly clients: SiteClients;
	readonly baseUrls: Readonly<Record<ListSite, string>>;
	/** Without one MyAnimeList answers nobody, so there is no source for it. */
	readonly malClientId: string | null;
	readonly titleIds: TitleIds;
}

/** All sources that this installation can ask. */
export function createListSources(options: ListSourcesOptions): readonly ListSource[] {
	const { clients, baseUrls, malClientId, titleIds } = options;
	const forAll = [
		createAnilistSource({ http: clients.anilist, baseUrl: baseUrls.anilist, titleIds }),
		createKitsuSource({ http: clients.kitsu, baseUrl: baseUrls.kitsu, titleIds }),
	];
	if (malClientId === null) return forAll;
	const mal = { http: clients.mal, baseUrl: baseUrls.mal, clientId: malClientId };
	return [createMalSource(mal), ...forAll];
}
