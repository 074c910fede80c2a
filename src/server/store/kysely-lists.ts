import type { Kysely } from 'kysely';
import { BATCH_ROWS, deleteInBatches } from './delete-in-batches.ts';
import type { StoreLimits } from './limits.ts';
import { packList, unpackList } from './packed-list.ts';
import type { ListCache } from './store.ts';
import type { Tables } from './tables.ts';

/** Fetched lists in the table `cached_list`. */
export function createListCache(db: Kysely<Tables>, now: () => number): ListCache {
	return {
		async get(site, name, maxAgeMs) {
			const row = await db
				.selectFrom('cached_list')
				.select(['fetched_at', 'payload'])
				.where('site', '=', site)
				.where('name', '=', name.toLowerCase())
				.executeTakeFirst();
			// One from the future is as old as it is ahead: a clock that was set back keeps nothing for ever.
			if (!row || Math.abs(now() - row.fetched_at) >= maxAgeMs) return null;
			const list = await unpackList(row.payload);
			return list && { ...list, fetchedAt: row.fetched_at };
		},
		async put(site, name, list) {
			const payload = await packList(list);
			const content = { fetched_at: list.fetchedAt, bytes: payload.length, payload };
			await db
				.insertInto('cached_list')
				.values({ site, name: name.toLowerCase(), ...content })
				.onConflict((conflict) =>
					conflict
						.columns(['site', 'name'])
						.doUpdateSet(content)
						// Of two servers the one that asked the site last is right.
						.whereRef('excluded.fetched_at', '>=', 'cached_list.fetched_at'),
				)
				.execute();
		},
	};
}

/** Removes lists that are too old, and the oldest beyond the limits in number and bytes. */
export async function purgeLists(db: Kysely<Tables>, now: number, limits: StoreLimits) {
	const youngestFirst = db.selectFrom('cached_list').select(({ fn }) => [
		'site',
		'name',
		'fetched_at',
		fn
			.agg<number>('row_number')
			.over((rows) => rows.orderBy('fetched_at', 'desc').orderBy('site').orderBy('name'))
			.as('place'),
		fn
			.sum<number>('bytes')
			.over((rows) => rows.orderBy('fetched_at', 'desc').orderBy('site').orderBy('name'))
			.as('bytes_so_far'),
	]);
	const superfluous = db
		.selectFrom(youngestFirst.as('aged'))
		.select(['aged.site', 'aged.name'])
		.where(({ or, eb }) =>
			or([
				eb('fetched_at', '<=', now - limits.listLifetimeMs),
				eb('fetched_at', '>=', now + limits.listLifetimeMs),
				eb('place', '>', limits.mostLists),
				eb('bytes_so_far', '>', limits.mostListBytes),
			]),
		)
		.limit(BATCH_ROWS)
		.$asTuple('site', 'name');
	await deleteInBatches(() =>
		db
			.deleteFrom('cached_list')
			.where(({ eb, refTuple }) => eb(refTuple('site', 'name'), 'in', superfluous))
			.executeTakeFirst(),
	);
}
