import type { ListEntry, ListStatus } from '#core/profile/list-entry.ts';
import type { SkipReason } from './list-file-result.ts';
import { readScore, type ScaleTop } from './score-scale.ts';

/** One title of a file as the file writes it: every field as text, '' where it is silent. */
export interface FileFields {
	/** Whose id it is. */
	readonly site: 'mal' | 'anilist';
	readonly id: string;
	readonly title: string;
	readonly score: string;
	readonly status: string;
}

/** An entry that was understood. */
export interface FileEntry extends Omit<ListEntry, 'malId'> {
	readonly site: FileFields['site'];
	readonly id: number;
}

export type ReadEntry =
	{ readonly entry: FileEntry; readonly scoreUnreadable: boolean } | { readonly skip: SkipReason };

/** MyAnimeList's own numbers and words, the words of other services, and Sprout's own. */
const STATUSES: ReadonlyMap<string, ListStatus> = new Map([
	['1', 'watching'],
	['watching', 'watching'],
	['current', 'watching'],
	['2', 'completed'],
	['completed', 'completed'],
	// Who watches it again has seen it.
	['rewatching', 'completed'],
	['repeating', 'completed'],
	['3', 'on-hold'],
	['onhold', 'on-hold'],
	['paused', 'on-hold'],
	['4', 'dropped'],
	['dropped', 'dropped'],
	['6', 'plan-to-watch'],
	['plantowatch', 'plan-to-watch'],
	['planned', 'plan-to-watch'],
	['planning', 'plan-to-watch'],
]);

const MAX_ID = 2 ** 31 - 1;

/**
 * Reads one entry of a list, whatever format it stands in.
 *
 * Without an id or a status there is nothing to count, so the entry is skipped. Without a readable score
 * it still says that the title is on the list, so it is kept as not scored.
 */
export function readEntry(fields: FileFields, outOf: ScaleTop): ReadEntry {
	const id = readId(fields.id);
	if (typeof id !== 'number') return id;
	const status = readStatus(fields.status);
	if (status === undefined) return { skip: 'unknown-status' };
	const score = readScore(fields.score, outOf);
	return {
		entry: { site: fields.site, id, score: score === 'unreadable' ? null : score, status },
		scoreUnreadable: score === 'unreadable',
	};
}

/** The status that a word or number of any service means; undefined where nobody knows. */
export function readStatus(text: string): ListStatus | undefined {
	return STATUSES.get(text.toLowerCase().replaceAll(/[\s_-]/g, ''));
}

/** Other services write 0 for a title that MyAnimeList does not have. */
function readId(text: string): number | { skip: SkipReason } {
	if (text === '') return { skip: 'no-id' };
	if (!/^-?\d{1,10}$/.test(text)) return { skip: 'unreadable-id' };
	const id = Number(text);
	if (id <= 0) return { skip: 'no-id' };
	return id <= MAX_ID ? id : { skip: 'unreadable-id' };
}
