import type { TitleLanguage } from '#core/catalogue/anime.ts';
import { WELL_KNOWN_GROUPS } from '#core/catalogue/well-known.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { RankingOptions } from '#core/rank/ranking-options.ts';
import type { IncludeOptions } from '#core/rank/recommendation.ts';
import type { WhatIf } from '#core/rank/what-if.ts';
import { optionParameters, parseOptions } from './url-options.ts';

export const RESULT_VIEWS = ['list', 'shelves'] as const;
export type ResultView = (typeof RESULT_VIEWS)[number];

/** Everything that a recommendation page shows follows from this; it lives in the address. */
export interface RecommendState {
	/** In the order of rating; each title once. Only titles that were seen: the status is `completed`. */
	readonly rated: readonly ListEntry[];
	readonly include: IncludeOptions;
	/** MyAnimeList ids that do not count as evidence. */
	readonly excludedEntries: readonly number[];
	/** Names of genres, themes and demographics. */
	readonly excludedGenres: readonly string[];
	/** Other scores that are tried out for titles of the list; each title once. */
	readonly whatIf: readonly WhatIf[];
	/** How the list is ordered and filtered beyond that. */
	readonly options: RankingOptions;
	readonly titles: TitleLanguage;
	/** How recommendations are shown: one list, or a shelf for each lane. */
	readonly view: ResultView;
	/** Group of well-known titles to pick from. */
	readonly group: string;
	/** MyAnimeList id of the row that shows its details. */
	readonly open: number | null;
}

/** Titles that a list in the address may hold: some 3,000 characters, which every browser and server takes. */
export const MAX_RATED = 300;
const MAX_EXCLUDED = 100;
/** More at once is a list of its own. */
export const MAX_WHAT_IF = 50;

/**
 * Between the parts of a list. Like `-` and `.` it is one of the few signs that a query string never
 * escapes, so addresses stay readable: `r=16498-10_1535-8.5_5114&xg=Slice_of_Life.Horror`.
 */
const LIST_SEPARATOR = '_';
/** Genre names have spaces (written `_`), so their lists need another sign. */
const GENRE_SEPARATOR = '.';

const RATED_PART = /^([1-9]\d{0,6})(?:-(10(?:\.0)?|[1-9](?:\.\d)?))?$/;
/** A score of 1–100, so that other pages may link here with whatever scale they show. */
const WHAT_IF_PART = /^([1-9]\d{0,6}):(100|[1-9]\d?)$/;
const ID = /^[1-9]\d{0,6}$/;
const GENRE = /^[A-Za-z][A-Za-z0-9 ()&'/-]{0,39}$/;
const DEFAULT_GROUP = WELL_KNOWN_GROUPS[0]?.id ?? '';

/** The part of the address that decides the answer; the rest only decides how it is shown. */
export type RecommendQuery = Pick<
	RecommendState,
	'rated' | 'include' | 'excludedEntries' | 'excludedGenres' | 'whatIf' | 'options'
>;

/** Reads an address. Never fails: what is malformed, out of range or too much falls away. */
export function parseState(params: Pick<URLSearchParams, 'get'>): RecommendState {
	return {
		rated: parseRated(params.get('r')),
		include: {
			extraSeasons: params.get('exs') === '1',
			movies: params.get('movies') === '1',
			specials: params.get('specials') === '1',
			music: params.get('music') === '1',
		},
		excludedEntries: unique(split(params.get('x'), LIST_SEPARATOR, MAX_EXCLUDED).flatMap(parseId)),
		excludedGenres: unique(
			split(params.get('xg'), GENRE_SEPARATOR, MAX_EXCLUDED)
				.map((part) => part.replaceAll('_', ' '))
				.filter((name) => GENRE.test(name)),
		),
		whatIf: parseWhatIf(params.get('whatif')),
		options: parseOptions(params),
		titles: parseTitles(params.get('titles')),
		view: params.get('view') === 'shelves' ? 'shelves' : 'list',
		group: parseGroup(params.get('g')),
		open: parseId(params.get('open') ?? '')[0] ?? null,
	};
}

/** Writes an address, `?…` or nothing: only what differs from the defaults, always in the same order. */
export function writeState(state: RecommendState): string {
	const params = new URLSearchParams();
	const put = (name: string, value: string | false | null) => {
		if (value) params.set(name, value);
	};
	put('r', state.rated.slice(0, MAX_RATED).map(writeRated).join(LIST_SEPARATOR));
	put('exs', state.include.extraSeasons && '1');
	put('movies', state.include.movies && '1');
	put('specials', state.include.specials && '1');
	put('music', state.include.music && '1');
	put('x', state.excludedEntries.join(LIST_SEPARATOR));
	const genres = state.excludedGenres.map((name) => name.replaceAll(' ', '_'));
	put('xg', genres.join(GENRE_SEPARATOR));
	const tried = state.whatIf.slice(0, MAX_WHAT_IF).map(({ malId, score }) => `${malId}:${score}`);
	put('whatif', tried.join(LIST_SEPARATOR));
	for (const [name, text] of optionParameters(state.options)) put(name, text);
	put('titles', state.titles === 'english' ? null : state.titles);
	put('view', state.view === 'list' ? null : state.view);
	put('g', state.group === DEFAULT_GROUP ? null : state.group);
	put('open', state.open === null ? null : String(state.open));
	// A colon may stand in a query as it is; only `URLSearchParams` is overly careful with it.
	const query = params.toString().replaceAll('%3A', ':');
	return query === '' ? '' : `?${query}`;
}

/** Two states with the same key have the same answer. */
export function queryKey(query: RecommendQuery): string {
	const { rated, include, excludedEntries, excludedGenres, whatIf, options } = query;
	const decisive = { rated, include, excludedEntries, excludedGenres, whatIf, options };
	return writeState({ ...DEFAULT_STATE, ...decisive });
}

export const DEFAULT_STATE: RecommendState = parseState(new URLSearchParams());

function parseRated(text: string | null): ListEntry[] {
	const byId = new Map<number, ListEntry>();
	for (const part of split(text, LIST_SEPARATOR, MAX_RATED)) {
		const [, id, score] = RATED_PART.exec(part) ?? [];
		if (id === undefined) continue;
		const malId = Number(id);
		const points = score === undefined ? null : Math.round(Number(score) * 10);
		byId.set(malId, { malId, score: points, status: 'completed' });
	}
	return [...byId.values()];
}

function writeRated({ malId, score }: ListEntry): string {
	return score === null ? String(malId) : `${malId}-${score / 10}`;
}

/** The last of two scores for one title wins, in the place of the first. */
function parseWhatIf(text: string | null): WhatIf[] {
	const byId = new Map<number, WhatIf>();
	for (const part of split(text, LIST_SEPARATOR, MAX_WHAT_IF)) {
		const [, id, score] = WHAT_IF_PART.exec(part) ?? [];
		if (id === undefined) continue;
		byId.set(Number(id), { malId: Number(id), score: Number(score) });
	}
	return [...byId.values()];
}

function parseTitles(text: string | null): TitleLanguage {
	return text === 'romaji' || text === 'native' ? text : 'english';
}

function parseGroup(text: string | null): string {
	return WELL_KNOWN_GROUPS.find(({ id }) => id === text)?.id ?? DEFAULT_GROUP;
}

function parseId(text: string): number[] {
	return ID.test(text) ? [Number(text)] : [];
}

/** Splits at most `limit` parts off, so that an address of any length costs little. */
function split(text: string | null, separator: string, limit: number): string[] {
	return text === null || text === '' ? [] : text.split(separator, limit);
}

function unique<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}
