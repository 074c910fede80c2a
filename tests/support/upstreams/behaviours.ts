/** What happens to an answer on its way. */
export type Fault =
	| { readonly kind: 'wait' | 'drip' | 'reset' | 'truncated' | 'html' | 'changed-shape' | 'flood' }
	| { readonly kind: 'status'; readonly status: number }
	| { readonly kind: 'rate-limited'; readonly retryAfterS: number }
	/** AniList's way: an error in an answer of HTTP 200. */
	| { readonly kind: 'errors-in-200'; readonly message: string; readonly status: number };

/** A user whose list requests go a certain way, on every site. */
interface Behaviour {
	readonly name: string;
	/** What it does, for the table of names. */
	readonly tells: string;
	/**
	 * What happens to a request for the list, if anything.
	 *
	 * @param attempt number of this request, from 1
	 * @param elapsedS seconds since the first request
	 */
	fault(attempt: number, elapsedS: number): Fault | null;
}

const RETRY_AFTER_S = 30;
/** Longer than Sprout waits by itself, so that the visitor is told. */
const BRIEF_LIMIT_S = 21;
/** After this it begins anew, so that it can be seen again. */
const BRIEF_LIMIT_EVERY_S = 60;

const always = (name: string, tells: string, fault: Fault): Behaviour => ({
	name,
	tells,
	fault: () => fault,
});

/** Every name with a behaviour; whatever comes through is the ordinary list. */
export const BEHAVIOURS: readonly Behaviour[] = [
	always('slow', 'answers after three seconds', { kind: 'wait' }),
	always('drip', 'a body that comes byte by byte', { kind: 'drip' }),
	always('truncated', 'a body that ends in its middle', { kind: 'truncated' }),
	always('reset', 'the connection is reset', { kind: 'reset' }),
	always('flood', 'a body without end', { kind: 'flood' }),
	always('html-error', 'a web page in the place of JSON', { kind: 'html' }),
	always('changed-shape', 'JSON of another shape', { kind: 'changed-shape' }),
	always('down', 'HTTP 503 with a web page', { kind: 'status', status: 503 }),
	always('blocked', 'HTTP 403 with a web page', { kind: 'status', status: 403 }),
	{
		name: 'flaky',
		tells: 'every other request fails with HTTP 502, the first one too',
		fault: (attempt) => (attempt % 2 === 1 ? { kind: 'status', status: 502 } : null),
	},
	always('rate-limited', `HTTP 429, to be tried again after ${RETRY_AFTER_S} seconds`, {
		kind: 'rate-limited',
		retryAfterS: RETRY_AFTER_S,
	}),
	{
		name: 'rate-limited-briefly',
		tells: `HTTP 429 for ${BRIEF_LIMIT_S} seconds, then the list`,
		fault(_attempt, elapsedS) {
			const sinceS = elapsedS % BRIEF_LIMIT_EVERY_S;
			if (sinceS >= BRIEF_LIMIT_S) return null;
			return { kind: 'rate-limited', retryAfterS: Math.ceil(BRIEF_LIMIT_S - sinceS) };
		},
	},
	always('error-in-200', 'AniList: an internal error with HTTP 200', {
		kind: 'errors-in-200',
		message: 'Internal Server Error',
		status: 500,
	}),
	always('private-in-200', 'AniList: a private user with HTTP 200', {
		kind: 'errors-in-200',
		message: 'Private User',
		status: 404,
	}),
	always('unknown-in-200', 'AniList: an unknown user with HTTP 200', {
		kind: 'errors-in-200',
		message: 'User not found',
		status: 404,
	}),
];

/** Names of users who do without a behaviour, for the table of names. */
const PEOPLE: readonly (readonly [name: string, tells: string])[] = [
	['mika', 'an ordinary list with everything that can be on one'],
	['Zoë ミカ', 'the same list under a name of many letters'],
	['hundreds, decimals, tens, stars, smileys', 'the same scores in AniList’s five formats'],
	['long', '2,000 entries'],
	['longest', '11,000 entries'],
	['planner', 'nothing but planned titles'],
	['reader-1 to reader-99999', 'lists of forty titles, each another one'],
	['empty', 'a list without entries'],
	['private', 'a list for its owner only; on Kitsu without entries'],
	['endless', 'pages that never end'],
	['elsewhere', 'further pages at another host'],
	['anything else', 'no such user'],
];

/** The names to try and what they do, as lines of a text. */
export function tableOfNames(): string {
	const rows = [...PEOPLE, ...BEHAVIOURS.map(({ name, tells }) => [name, tells] as const)];
	return rows.map(([name, tells]) => `  ${name.padEnd(42)}${tells}`).join('\n');
}
