import { AIRING_STATUSES, ANIME_TYPES, SEASONS } from '#core/catalogue/anime.ts';
import {
	ADULT_HANDLINGS,
	DEFAULT_RANKING_OPTIONS,
	FACT_KINDS,
	PLAN_HANDLINGS,
	RANGE_KINDS,
	type FactChoices,
	type FactKind,
	type PartialRankingOptions,
	type Range,
	type RangeKind,
	type RankingOptions,
} from '#core/rank/ranking-options.ts';

/**
 * Between names; one of the few signs that a query string never escapes. Names of studios hold nearly anything
 * else: `studio=P.A._Works*Madhouse`.
 */
const NAME_SEPARATOR = '*';
const MAX_NAMES = 50;
const MAX_NAME_LENGTH = 100;

/** Parameter of what a title must have; `no` before it makes that of what it must not have. */
const FACT_PARAMETERS: Readonly<Record<FactKind, string>> = {
	tags: 'tag',
	types: 'type',
	studios: 'studio',
	sources: 'source',
	statuses: 'status',
	ageRatings: 'age',
	seasons: 'season',
};

const RANGE_PARAMETERS: Readonly<Record<RangeKind, string>> = {
	year: 'year',
	minutes: 'minutes',
	episodes: 'episodes',
};

const RANGE = /^(\d{0,6})-(\d{0,6})$/;
const WHOLE = /^\d{1,9}$/;

type Params = Pick<URLSearchParams, 'get'>;

/** Reads the options of an address. Never fails: what is malformed falls back to its default. */
export function parseOptions(params: Params): RankingOptions {
	const defaults = DEFAULT_RANKING_OPTIONS;
	const ranges = RANGE_KINDS.map((kind) => [
		kind,
		parseRange(params.get(RANGE_PARAMETERS[kind]), Infinity),
	]);
	return {
		ratingWeight: parseShare(params.get('like'), defaults.ratingWeight),
		niche: parseShare(params.get('niche'), defaults.niche),
		popularity: parseRange(params.get('pop'), 100),
		ignoreDislikes: params.get('nodislikes') === '1',
		diversity: parseShare(params.get('mix'), defaults.diversity),
		only: parseChoices(params, ''),
		without: parseChoices(params, 'no'),
		ranges: Object.fromEntries(ranges) as RankingOptions['ranges'], // made of all kinds
		minMembers: parseWhole(params.get('members')) ?? defaults.minMembers,
		plans: PLAN_HANDLINGS.find((name) => name === params.get('plans')) ?? defaults.plans,
		adult: ADULT_HANDLINGS.find((name) => name === params.get('adult')) ?? defaults.adult,
	};
}

/** The parameters of options in a fixed order; null for what is as it always was. */
export function optionParameters(options: RankingOptions): [name: string, text: string | null][] {
	const defaults = DEFAULT_RANKING_OPTIONS;
	const unless = <T>(usual: T, value: T, text: string) => (value === usual ? null : text);
	const share = (kind: 'ratingWeight' | 'niche' | 'diversity') =>
		unless(defaults[kind], options[kind], String(Math.round(options[kind] * 100)));
	return [
		['like', share('ratingWeight')],
		['niche', share('niche')],
		['pop', writeRange(options.popularity)],
		['nodislikes', unless(false, options.ignoreDislikes, '1')],
		['mix', share('diversity')],
		...FACT_KINDS.flatMap((kind): [string, string | null][] => [
			[FACT_PARAMETERS[kind], writeNames(options.only[kind])],
			[`no${FACT_PARAMETERS[kind]}`, writeNames(options.without[kind])],
		]),
		...RANGE_KINDS.map((kind): [string, string | null] => [
			RANGE_PARAMETERS[kind],
			writeRange(options.ranges[kind]),
		]),
		['members', unless(defaults.minMembers, options.minMembers, String(options.minMembers))],
		['plans', unless(defaults.plans, options.plans, options.plans)],
		['adult', unless(defaults.adult, options.adult, options.adult)],
	];
}

/** The options that differ from the defaults: what a request needs to say. */
export function changedOptions(options: RankingOptions): PartialRankingOptions {
	const changed = Object.entries(options).filter(([name, value]) => {
		const usual = DEFAULT_RANKING_OPTIONS[name as keyof RankingOptions]; // a name of `options`
		return JSON.stringify(value) !== JSON.stringify(usual);
	});
	return Object.fromEntries(changed);
}

/** How many choices differ from the defaults; each name counts by itself. */
export function countOptions(options: RankingOptions): number {
	return optionParameters(options).reduce(
		(sum, [, text]) => sum + (text === null ? 0 : text.split(NAME_SEPARATOR).length),
		0,
	);
}

function parseChoices(params: Params, prefix: '' | 'no'): FactChoices {
	const names = (kind: FactKind) => parseNames(params.get(prefix + FACT_PARAMETERS[kind]));
	const among = <T extends string>(kind: FactKind, known: readonly T[]) =>
		names(kind).flatMap((name) => known.find((one) => one === name) ?? []);
	return {
		tags: names('tags'),
		types: among('types', ANIME_TYPES),
		studios: names('studios'),
		sources: names('sources'),
		statuses: among('statuses', AIRING_STATUSES),
		ageRatings: names('ageRatings'),
		seasons: among('seasons', SEASONS),
	};
}

function parseNames(text: string | null): string[] {
	if (text === null) return [];
	const names = text
		.split(NAME_SEPARATOR, MAX_NAMES)
		.map((part) => part.replaceAll('_', ' ').replaceAll('%5F', '_'))
		.map((part) => part.replaceAll('%2A', '*').replaceAll('%25', '%'));
	return [...new Set(names)].filter((name) => name !== '' && name.length <= MAX_NAME_LENGTH);
}

function writeNames(names: readonly string[]): string | null {
	const parts = names.map((name) =>
		name.replaceAll('%', '%25').replaceAll('*', '%2A').replaceAll('_', '%5F').replaceAll(' ', '_'),
	);
	return parts.length === 0 ? null : parts.join(NAME_SEPARATOR);
}

function parseRange(text: string | null, greatest: number): Range {
	const [, from = '', to = ''] = RANGE.exec(text ?? '') ?? [];
	const [least, most] = [parseWhole(from), parseWhole(to)];
	return {
		...(least === null || least > greatest ? {} : { least }),
		...(most === null || most > greatest ? {} : { most }),
	};
}

function writeRange({ least, most }: Range): string | null {
	return least === undefined && most === undefined ? null : `${least ?? ''}-${most ?? ''}`;
}

/** A share that is written in percent. */
function parseShare(text: string | null, usual: number): number {
	const percent = parseWhole(text);
	return percent === null || percent > 100 ? usual : percent / 100;
}

function parseWhole(text: string | null): number | null {
	return text !== null && WHOLE.test(text) ? Number(text) : null;
}
