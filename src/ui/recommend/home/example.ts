import type { ListEntry } from '#core/profile/list-entry.ts';
import { DEFAULT_STATE, writeState } from '../state/url-state.ts';

/** MyAnimeList ids on the home page's shelf: well known, and of every kind. */
export const SHELF: readonly number[] = [5114, 199, 1535, 4224, 1, 32281, 20583, 9253];

/** The list of the example: Mushi-Shi, Monster, Cowboy Bebop and Sword Art Online. */
export const EXAMPLE_ENTRIES: readonly ListEntry[] = [
	{ malId: 457, score: 90, status: 'completed' },
	{ malId: 19, score: 100, status: 'completed' },
	{ malId: 1, score: 80, status: 'completed' },
	{ malId: 11757, score: 40, status: 'completed' },
];

export const EXAMPLE_ROWS = 3;

/** What a click on the shelf says: the visitor liked it. */
const LIKED_SCORE = 80;

/** The address of the recommendations for these ratings. */
export function rateAddress(rated: readonly ListEntry[]): string {
	return `/rate${writeState({ ...DEFAULT_STATE, rated })}`;
}

/** The address of the recommendations for somebody who liked one title. */
export function likedAddress(malId: number): string {
	return rateAddress([{ malId, score: LIKED_SCORE, status: 'completed' }]);
}
