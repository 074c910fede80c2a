import { expect, it } from 'vitest';
import { scriptedHttp } from '#tests/support/scripted-http.ts';
import { createListSources } from './create-list-sources.ts';

const { http } = scriptedHttp(() => new Response());
const options = {
	clients: { mal: http, anilist: http, kitsu: http },
	baseUrls: { mal: 'https://a.test', anilist: 'https://b.test', kitsu: 'https://c.test' },
	titleIds: { byAnilistId: () => [], byKitsuId: () => [] },
};

it('asks MyAnimeList only with a key', () => {
	const sites = (malClientId: string | null) =>
		createListSources({ ...options, malClientId }).map(({ site }) => site);
	expect(sites('key')).toEqual(['mal', 'anilist', 'kitsu']);
	expect(sites(null)).toEqual(['anilist', 'kitsu']);
});
