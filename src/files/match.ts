import type { ListEntry } from '#core/profile/list-entry.ts';
import type { ReadList } from './list-file-result.ts';

/** A title of the file that the catalogue does not have. */
export interface UnknownTitle {
	readonly malId: number;
	/** As the file writes it; may be empty. */
	readonly title: string;
}

/** A list in two parts: what the catalogue knows and what it does not. */
export interface MatchedList {
	readonly matched: readonly ListEntry[];
	readonly unknown: readonly UnknownTitle[];
}

/**
 * Parts a list that was read into what the catalogue knows and what it does not, both in the file's order.
 *
 * @param indexOf the catalogue's `indexOf`: undefined for an id it does not have.
 */
export function matchEntries(
	list: Pick<ReadList, 'entries' | 'titles'>,
	indexOf: (malId: number) => number | undefined,
): MatchedList {
	const matched: ListEntry[] = [];
	const unknown: UnknownTitle[] = [];
	for (const [i, entry] of list.entries.entries()) {
		if (indexOf(entry.malId) !== undefined) matched.push(entry);
		else unknown.push({ malId: entry.malId, title: list.titles[i] ?? '' });
	}
	return { matched, unknown };
}
