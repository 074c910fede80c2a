import { MAX_RATED, parseState, writeState } from '../state/url-state.ts';

/**
 * Where to rate a title: the list that the visitor comes from with the title on it, as seen and without a score.
 *
 * @param search query string of that list's address; empty for a new list
 * @returns whether the list had it already, and the address
 */
export function rateLink(search: string, malId: number): { href: string; listed: boolean } {
	const state = parseState(new URLSearchParams(search));
	const listed = state.rated.some((entry) => entry.malId === malId);
	const added = { malId, score: null, status: 'completed' } as const;
	// A full list stays as it is.
	const rated = listed || state.rated.length >= MAX_RATED ? state.rated : [...state.rated, added];
	return { href: `/rate${writeState({ ...state, rated })}`, listed };
}
