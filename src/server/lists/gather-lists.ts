import type { ListEntry } from '#core/profile/list-entry.ts';
import type { SiteUser } from '#core/profile/site-user.ts';
import type { MemberList } from '#core/rank/group/group-of-lists.ts';
import type { ListService } from './list-service.ts';
import { bareEntries, summaryOf } from './summary.ts';

/** A list that was brought along, or whose site is to be asked. */
export type WantedList = SiteUser | { readonly entries: readonly ListEntry[] };

/** A list as it goes into the ranking: without entries where its site gave none. */
export interface GatheredList extends MemberList {
	readonly entries: readonly ListEntry[];
}

/** Gets several lists at once, in the order asked; one that can't be had keeps none of the others waiting or away. */
export function gatherLists(
	lists: Pick<ListService, 'get'>,
	wanted: readonly WantedList[],
	now: () => number,
	signal: AbortSignal,
): Promise<GatheredList[]> {
	return Promise.all(
		wanted.map(async (one) => {
			if ('entries' in one) return { entries: one.entries, list: null, failure: null };
			const outcome = await lists.get({ ...one, signal });
			if (!outcome.ok) return { entries: [], list: null, failure: outcome };
			const { list } = outcome;
			return { entries: bareEntries(list), list: summaryOf(list, now()), failure: null };
		}),
	);
}
