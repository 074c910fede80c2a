import { LIST_STATUSES, type ListStatus } from '#core/profile/list-entry.ts';
import type { FileEntry, ReadEntry } from './file-entry.ts';
import {
	SKIP_REASONS,
	type ListFileReport,
	type ReadList,
	type SkippedEntries,
	type SkipReason,
} from './list-file-result.ts';
import { stopped, type ReadingStopped } from './reading-stopped.ts';

const MAX_EXAMPLES = 5;

interface Kept {
	readonly entry: FileEntry;
	readonly title: string;
	readonly scoreUnreadable: boolean;
}

/** Gathers entries in the order in which their ids first appear; the last one with an id wins. */
export interface EntryCollector {
	/** @throws ReadingStopped `too-many-entries`. */
	add(read: ReadEntry, title: string): void;
	entriesRead(): number;
	/** @throws ReadingStopped `no-entries` when nothing was kept. */
	finish(source: Pick<ListFileReport, 'format' | 'scale' | 'compressed'>): ReadList;
}

/** A collector of at most `limit` titles of a file, the skipped ones among them. */
export function createEntryCollector(limit: number): EntryCollector {
	const kept = new Map<string, Kept>();
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
			const key = `${entry.entry.site} ${entry.entry.id}`;
			if (kept.has(key)) duplicates++;
			kept.set(key, { ...entry, title });
		},
		entriesRead: () => read,
		finish(source) {
			if (kept.size === 0) throw nothingKept(skippedEntries());
			const all = [...kept.values()];
			return {
				ok: true,
				...bySite(all),
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

/** Ids of MyAnimeList are a list already; those of AniList have still to be looked up. */
function bySite(all: readonly Kept[]): Pick<ReadList, 'entries' | 'titles' | 'anilist'> {
	const mal = all.filter(({ entry }) => entry.site === 'mal');
	const anilist = all.filter(({ entry }) => entry.site === 'anilist');
	return {
		entries: mal.map(({ entry: { id, score, status } }) => ({ malId: id, score, status })),
		titles: mal.map(({ title }) => title),
		anilist: anilist.map(({ entry: { id, score, status }, title }) => ({
			anilistId: id,
			score,
			status,
			title,
		})),
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

function nothingKept(skipped: readonly SkippedEntries[]): ReadingStopped {
	const onlyManga = skipped.length > 0 && skipped.every(({ reason }) => reason === 'manga');
	return onlyManga ? stopped('manga-list', {}) : stopped('no-entries', { skipped });
}

/** One line without control characters or marks that turn the direction of the text around it. */
function cleanTitle(title: string): string {
	return title
		.replaceAll(/[\p{Cc}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\s]+/gu, ' ')
		.trim();
}
