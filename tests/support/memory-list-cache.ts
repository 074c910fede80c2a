import type { ListSite } from '#core/profile/site-list.ts';
import type { Clock } from '#server/clock.ts';
import type { ListCache } from '#server/store/store.ts';
import type { DatedList } from '#server/lists/list-service.ts';

/** Lists in memory, the latest so many of them. */
export function createMemoryListCache(mostLists: number, clock: Pick<Clock, 'now'>): ListCache {
	const lists = new Map<string, DatedList>();
	const keyOf = (site: ListSite, name: string) => `${site}/${name.toLowerCase()}`;
	return {
		async get(site, name, maxAgeMs) {
			const list = lists.get(keyOf(site, name));
			return list && clock.now() - list.fetchedAt < maxAgeMs ? list : null;
		},
		async put(site, name, list) {
			const key = keyOf(site, name);
			// A map keeps the order of insertion: what was put longest ago comes first.
			lists.delete(key);
			lists.set(key, list);
			const [oldest] = lists.keys();
			if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
		},
	};
}
