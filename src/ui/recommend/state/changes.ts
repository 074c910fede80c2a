import { DEFAULT_RANKING_OPTIONS } from '#core/rank/ranking-options.ts';
import type { IncludeOptions, RecommendationRequest } from '#core/rank/recommendation.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { WhatIf } from '#core/rank/what-if.ts';
import { changedOptions, countOptions } from './url-options.ts';
import { MAX_WHAT_IF, type RecommendQuery, type RecommendState } from './url-state.ts';

/** Rows that one request brings; the next ones come on scroll. */
export const PAGE_SIZE = 30;

/** The question that a state asks; `entries` is the list in the address or the one on the device. */
export function toRequest(
	query: Omit<RecommendQuery, 'rated'>,
	entries: readonly ListEntry[],
	offset = 0,
): RecommendationRequest {
	return {
		entries,
		excludedEntries: query.excludedEntries,
		excludedGenres: query.excludedGenres,
		include: query.include,
		adult: false,
		...(query.whatIf.length > 0 && { whatIf: query.whatIf }),
		...changedOptions(query.options),
		offset,
		limit: PAGE_SIZE,
	};
}

export function toggleInclude(state: RecommendState, kind: keyof IncludeOptions): RecommendState {
	return { ...state, include: { ...state.include, [kind]: !state.include[kind] } };
}

/** Keeps a title on the list but takes it out of the evidence, or back in. */
export function toggleExcludedEntry(state: RecommendState, malId: number): RecommendState {
	return { ...state, excludedEntries: toggled(state.excludedEntries, malId) };
}

export function toggleExcludedGenre(state: RecommendState, genre: string): RecommendState {
	return { ...state, excludedGenres: toggled(state.excludedGenres, genre) };
}

/** Tries another score out for a title of the list; null goes back to the real one. More than fits changes nothing. */
export function withTried(
	state: RecommendState,
	malId: number,
	score: number | null,
): RecommendState {
	const known = state.whatIf.some((one) => one.malId === malId);
	if (score === null) {
		return { ...state, whatIf: state.whatIf.filter((one) => one.malId !== malId) };
	}
	const tried = { malId, score };
	const replaced = (one: WhatIf) => (one.malId === malId ? tried : one);
	if (known) return { ...state, whatIf: state.whatIf.map(replaced) };
	return state.whatIf.length >= MAX_WHAT_IF
		? state
		: { ...state, whatIf: [...state.whatIf, tried] };
}

/** Opens a row, or closes it where it is the open one. */
export function toggleOpen(state: RecommendState, malId: number): RecommendState {
	return { ...state, open: state.open === malId ? null : malId };
}

/** Back to the filters of a fresh visit; the list and the language stay. */
export function clearFilters(state: RecommendState): RecommendState {
	return {
		...state,
		include: { extraSeasons: false, movies: false, specials: false, music: false },
		excludedEntries: [],
		excludedGenres: [],
		whatIf: [],
		options: DEFAULT_RANKING_OPTIONS,
	};
}

/** Switches and exclusions that differ from a fresh visit. */
export function activeFilters(state: RecommendState): number {
	return (
		Object.values(state.include).filter(Boolean).length +
		state.excludedEntries.length +
		state.excludedGenres.length +
		state.whatIf.length +
		countOptions(state.options)
	);
}

/** Puts a new list into the state; what was said of titles that left it, or have another score now, goes with them. */
export function withRated(state: RecommendState, rated: readonly ListEntry[]): RecommendState {
	const malIds = new Set(rated.map(({ malId }) => malId));
	const before = new Map(state.rated.map(({ malId, score }) => [malId, score]));
	const unchanged = new Set(
		rated.filter(({ malId, score }) => before.get(malId) === score).map(({ malId }) => malId),
	);
	return {
		...state,
		rated,
		excludedEntries: state.excludedEntries.filter((malId) => malIds.has(malId)),
		whatIf: state.whatIf.filter(({ malId }) => unchanged.has(malId)),
	};
}

function toggled<T>(values: readonly T[], value: T): T[] {
	return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
