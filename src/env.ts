import { defineEnvVars } from '@sveltejs/kit/env';
import { CONFIG_SCHEMAS } from '#server/config.ts';

export const variables = defineEnvVars({
	BUNDLE_DIR: {
		schema: CONFIG_SCHEMAS.BUNDLE_DIR,
		description: 'Folder of the bundle to serve; default: bundle',
	},
	LOG_LEVEL: {
		schema: CONFIG_SCHEMAS.LOG_LEVEL,
		description: 'silent, fatal, error, warn, info (default), debug or trace',
	},
	POSTERS: {
		schema: CONFIG_SCHEMAS.POSTERS,
		description: 'Posters from their sources: auto (default: where there is network), on or off',
	},
});
