import { LIST_STATUSES, type ListEntry, type ListStatus } from '#core/profile/list-entry.ts';
import {
	SKIP_REASONS,
	type ListFileReport,
	type ReadList,
	type SkippedEntries,
	type SkipReason,
} from './list-file-result.ts';
import type { ReadEntry } from './mal-entry.ts';
import { stopped } from './reading-stopped.ts';

const MAX_EXAMPLES = 5;

interface Kept {
	readonly entry: ListEntry;
	readonly title: string;
	readonly scoreUnreadable: boolean;
}

/** Gathers entries in the order in which their ids first appear; the last one with an id wins. */
export interface EntryCollector {
	/** @throws ReadingStopped `too-many-entries`. */
	add(read: ReadEntry, title: string): void;
	entriesRead(): number;
	/** @throws ReadingStopped `no-entries` when nothing was kept. */
	finish(source: Pick<ListFileReport, 'format' | 'compressed'>): ReadList;
}

/** A collector of at most `limit` titles of a file, the skipped ones among them. */
export function createEntryCollector(limit: number): EntryCollector {
	const kept = new Map<number, Kept>();
	const skipped = new Map<SkipReason, { count: number; examples: string[] }>();
	let read = 0;
	let duplicates = 0;

	function skip(reason: SkipReason, title: string): void {
		const group = skipped.get(reason) ?? { count: 0, examples: [] };
		group.count++;
		if (title !== '' && group.examples.length < MAX_EXAMPLES) group.examples.push(title);
		skipped.set(reason, group);
	}

	function skippedEntries(): SkippedEntries[] {
		return SKIP_REASONS.flatMap((reason) => {
			const group = skipped.get(reason);
			return group === undefined ? [] : [{ reason, ...group }];
		});
	}

	return {
		add(entry, rawTitle) {
			read++;
			if (read > limit) throw stopped('too-many-entries', { limit });
			const title = cleanTitle(rawTitle);
			if ('skip' in entry) return skip(entry.skip, title);
			if (kept.has(entry.entry.malId)) duplicates++;
			kept.set(entry.entry.malId, { ...entry, title });
		},
		entriesRead: () => read,
		finish(source) {
			if (kept.size === 0) throw stopped('no-entries', { skipped: skippedEntries() });
			const all = [...kept.values()];
			return {
				ok: true,
				entries: all.map(({ entry }) => entry),
				titles: all.map(({ title }) => title),
				report: {
					...source,
					...count(all),
					read,
					accepted: all.length,
					duplicates,
					skipped: skippedEntries(),
				},
			};
		},
	};
}

function count(
	all: readonly Kept[],
): Pick<ListFileReport, 'byStatus' | 'scored' | 'unreadableScores'> {
	const byStatus = Object.fromEntries(LIST_STATUSES.map((status) => [status, 0])) as Record<
		ListStatus,
		number
	>; // Object.fromEntries forgets which keys it was given.
	for (const { entry } of all) byStatus[entry.status]++;
	return {
		byStatus,
		scored: all.filter(({ entry }) => entry.score !== null).length,
		unreadableScores: all.filter(({ scoreUnreadable }) => scoreUnreadable).length,
	};
}

/** One line without control characters or marks that turn the direction of the text around it. */
function cleanTitle(title: string): string {
	return title
		.replaceAll(/[\p{Cc}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\s]+/gu, ' ')
		.trim();
}
