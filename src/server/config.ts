import * as v from 'valibot';

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
	ANILIST_API_URL: siteUrl('https://graphql.anilist.co'),
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
	/** Address of AniList's API. */
	readonly anilistApiUrl: string;
	/** Threads that rank; each holds the model once. */
	readonly rankingWorkers: number;
}
