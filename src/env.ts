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
	ANILIST_API_URL: {
		schema: CONFIG_SCHEMAS.ANILIST_API_URL,
		description: "AniList's API; default: https://graphql.anilist.co",
	},
});
