import { defineEnvVars } from '@sveltejs/kit/env';
import { CONFIG_SCHEMAS } from '#server/config.ts';

export const variables = defineEnvVars({
	BUNDLE_DIR: {
		schema: CONFIG_SCHEMAS.BUNDLE_DIR,
		description: 'Folder of the bundle to serve; default: bundle',
	},
	DATA_DIR: {
		schema: CONFIG_SCHEMAS.DATA_DIR,
		description: 'Folder that fetched lists and details of titles are kept in; default: data',
	},
	DATABASE_URL: {
		schema: CONFIG_SCHEMAS.DATABASE_URL,
		description: 'PostgreSQL database to keep them in instead, so that several servers share them',
	},
	LOG_LEVEL: {
		schema: CONFIG_SCHEMAS.LOG_LEVEL,
		description: 'silent, fatal, error, warn, info (default), debug or trace',
	},
	RANKING_WORKERS: {
		schema: CONFIG_SCHEMAS.RANKING_WORKERS,
		description: 'Threads that rank lists, 1 (default) to 99; each holds the model once',
	},
	POSTERS: {
		schema: CONFIG_SCHEMAS.POSTERS,
		description: 'Posters from their sources: auto (default: where there is network), on or off',
	},
	TITLE_DETAILS: {
		schema: CONFIG_SCHEMAS.TITLE_DETAILS,
		description:
			'Synopses, streaming links and airing times from AniList: auto (default: where there is network), on or off',
	},
	MAL_CLIENT_ID: {
		schema: CONFIG_SCHEMAS.MAL_CLIENT_ID,
		description: 'Client id of the MyAnimeList API; without one its lists can’t be read',
	},
	MAL_API_URL: {
		schema: CONFIG_SCHEMAS.MAL_API_URL,
		description: 'Base address of the MyAnimeList API; default: https://api.myanimelist.net/v2',
	},
	ANILIST_API_URL: {
		schema: CONFIG_SCHEMAS.ANILIST_API_URL,
		description: 'Address of the AniList API; default: https://graphql.anilist.co',
	},
	KITSU_API_URL: {
		schema: CONFIG_SCHEMAS.KITSU_API_URL,
		description: 'Base address of the Kitsu API; default: https://kitsu.app/api/edge',
	},
	LIST_CACHE_MINUTES: {
		schema: CONFIG_SCHEMAS.LIST_CACHE_MINUTES,
		description: 'How long a list is kept before its site is asked again, 0 to 9999; default: 10',
	},
	API_REQUESTS_PER_MINUTE: {
		schema: CONFIG_SCHEMAS.API_REQUESTS_PER_MINUTE,
		description: 'Calls of the API that one client may send, 0 (no limit) to 999999; default: 300',
	},
});
