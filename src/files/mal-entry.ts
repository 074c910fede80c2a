import { MAX_SCORE, type ListEntry, type ListStatus } from '#core/profile/list-entry.ts';
import type { SkipReason } from './list-file-result.ts';

/** The fields of one `<anime>` that matter, as text; '' where the file has none. */
export interface MalFields {
	readonly id: string;
	readonly title: string;
	readonly score: string;
	readonly status: string;
	/** Shikimori's own field, more exact than the status it writes for MyAnimeList. */
	readonly shikimoriStatus: string;
}

export type ReadEntry =
	{ readonly entry: ListEntry; readonly scoreUnreadable: boolean } | { readonly skip: SkipReason };

/** MyAnimeList's own numbers and words, and the words of other services that write its format. */
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
 * Reads one entry of a list in MyAnimeList's export format.
 *
 * Without an id or a status there is nothing to count, so the entry is skipped. Without a readable score
 * it still says that the title is on the list, so it is kept as not scored.
 */
export function readMalEntry(fields: MalFields): ReadEntry {
	const malId = readId(fields.id);
	if (typeof malId !== 'number') return malId;
	const status = readStatus(fields.shikimoriStatus) ?? readStatus(fields.status);
	if (status === undefined) return { skip: 'unknown-status' };
	const score = readScore(fields.score);
	return {
		entry: { malId, score: score === 'unreadable' ? null : score, status },
		scoreUnreadable: score === 'unreadable',
	};
}

/** Other services write 0 for a title that MyAnimeList does not have. */
function readId(text: string): number | { skip: SkipReason } {
	if (text === '') return { skip: 'no-id' };
	if (!/^-?\d{1,10}$/.test(text)) return { skip: 'unreadable-id' };
	const id = Number(text);
	if (id <= 0) return { skip: 'no-id' };
	return id <= MAX_ID ? id : { skip: 'unreadable-id' };
}

function readStatus(text: string): ListStatus | undefined {
	return STATUSES.get(text.toLowerCase().replaceAll(/[\s_-]/g, ''));
}

/** 0–10 in the file (0 = not scored, decimals allowed) becomes 1–100 or null. */
function readScore(text: string): number | null | 'unreadable' {
	if (text === '') return null;
	if (!/^\d{1,3}(\.\d{1,6})?$/.test(text)) return 'unreadable';
	const outOfTen = Number(text);
	if (outOfTen === 0) return null;
	if (outOfTen > 10) return 'unreadable';
	return Math.max(1, Math.round((outOfTen / 10) * MAX_SCORE));
}
