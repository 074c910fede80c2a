import type { ListEntry } from '#core/profile/list-entry.ts';
import type { SiteListSummary } from '#core/profile/site-user.ts';
import type { DatedList } from './list-service.ts';

/** Dates and progress are none of the ranking's business, and threads copy what they are given. */
export function bareEntries({ entries }: Pick<DatedList, 'entries'>): ListEntry[] {
	return entries.map(({ malId, score, status }) => ({ malId, score, status }));
}

/** What is told of a list beside what came of it. */
export function summaryOf(
	{ entries, unresolved, fetchedAt }: DatedList,
	now: number,
): SiteListSummary {
	// Clocks can be set back.
	return { entries: entries.length, unresolved, ageMs: Math.max(0, now - fetchedAt) };
}
