import type { SiteEntry } from '#core/profile/site-list.ts';
import type { DatedList } from '#server/lists/list-service.ts';

/** An entry of a list: only what matters to a test. */
export function siteEntry(entry: Partial<SiteEntry> & { readonly malId: number }): SiteEntry {
	return {
		score: 80,
		status: 'completed',
		progress: 12,
		rewatches: 0,
		startedOn: '2014-04-06',
		finishedOn: '2014-06-29',
		...entry,
	};
}

/** A list of so many entries with ids from 1. */
export function datedList(entries: number, fetchedAt: number): DatedList {
	return {
		entries: Array.from({ length: entries }, (_, index) => siteEntry({ malId: index + 1 })),
		unresolved: 0,
		fetchedAt,
	};
}
