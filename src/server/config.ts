import * as v from 'valibot';
import type { ListSite } from '#core/profile/site-list.ts';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const NETWORK_MODES = ['auto', 'on', 'off'] as const;

function oneOf<const T extends readonly string[]>(options: T, fallback: T[number]) {
	return v.optional(v.picklist(options, `must be one of ${options.join(', ')}`), fallback);
}

function siteUrl(fallback: string) {
	const isSite = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
	return v.optional(v.pipe(v.string(), v.check(isSite, 'must be an http(s) address')), fallback);
}

/** Schema of every environment variable that Sprout reads; `src/env.ts` registers them. */
export const CONFIG_SCHEMAS = {
	BUNDLE_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must name a folder')), 'bundle'),
	DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must name a folder')), 'data'),
	DATABASE_URL: v.optional(
		// The message quotes nothing: the address holds a password.
		v.pipe(
			v.string(),
			v.check(
				(text) => text === '' || (/^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text)),
				'must be the address of a PostgreSQL database, postgresql://user:password@host:5432/name, or left out',
			),
		),
		'',
	),
	LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
	POSTERS: oneOf(NETWORK_MODES, 'auto'),
	TITLE_DETAILS: oneOf(NETWORK_MODES, 'auto'),
	RANKING_WORKERS: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[1-9]\d?$/, 'must be a whole number from 1 to 99'),
			v.transform(Number),
		),
		'1',
	),
	/** Empty is the same as none: that is how a variable is unset in most deployments. */
	MAL_CLIENT_ID: v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.regex(/^[\x21-\x7e]*$/, 'must be the id as MyAnimeList shows it'),
			v.transform((id) => (id === '' ? null : id)),
		),
		'',
	),
	MAL_API_URL: siteUrl('https://api.myanimelist.net/v2'),
	ANILIST_API_URL: siteUrl('https://graphql.anilist.co'),
	KITSU_API_URL: siteUrl('https://kitsu.app/api/edge'),
	LIST_CACHE_MINUTES: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,4}$/, 'must be a whole number from 0 to 9999'),
			v.transform(Number),
		),
		'10',
	),
	API_REQUESTS_PER_MINUTE: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,6}$/, 'must be a whole number from 0 (no limit) to 999999'),
			v.transform(Number),
		),
		'300',
	),
};

/** Settings of a running site, validated once at the start. */
export interface Config {
	/** Folder of the bundle, relative to the working directory. */
	readonly bundleDir: string;
	/** Folder of what the site keeps, likewise; made where it is missing. */
	readonly dataDir: string;
	/** Address of a PostgreSQL database to keep it in instead; empty: none. */
	readonly databaseUrl: string;
	readonly logLevel: (typeof LOG_LEVELS)[number];
	/** Whether pages load posters from their sources: `auto` looks whether there is network. */
	readonly posters: (typeof NETWORK_MODES)[number];
	/** Whether AniList is asked for what changes about titles: `auto` gives up for minutes where there is no network. */
	readonly titleDetails: (typeof NETWORK_MODES)[number];
	/** Threads that rank; each holds the model once. */
	readonly rankingWorkers: number;
	/** Null: lists of MyAnimeList can't be read. */
	readonly malClientId: string | null;
	/** Base addresses of the sites' APIs. */
	readonly apiUrls: Readonly<Record<ListSite, string>>;
	/** How long a list is good before its site is asked again. */
	readonly listCacheMinutes: number;
	/** Calls of the API that one client may send; pages of the site have four times as many. 0: no limit. */
	readonly apiRequestsPerMinute: number;
}
