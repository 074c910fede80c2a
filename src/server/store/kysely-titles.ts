import type { Kysely } from 'kysely';
import type { TitleDetails } from '#core/catalogue/title-details.ts';
import { BATCH_ROWS, deleteInBatches } from './delete-in-batches.ts';
import type { StoreLimits } from './limits.ts';
import { readStoredDetails } from './stored-details.ts';
import type { TitleCache } from './store.ts';
import type { Tables } from './tables.ts';

/** Details of titles in the table `title_details`. */
export function createTitleCache(db: Kysely<Tables>, now: () => number): TitleCache {
	return {
		async get(malIds, maxAgeMs) {
			const found = new Map<number, TitleDetails | null>();
			if (malIds.length === 0) return found;
			const rows = await db
				.selectFrom('title_details')
				.select(['mal_id', 'details'])
				.where('mal_id', 'in', malIds)
				.where('fetched_at', '>', now() - maxAgeMs)
				.where('fetched_at', '<', now() + maxAgeMs)
				.execute();
			for (const { mal_id: malId, details } of rows) {
				const read = details === null ? null : readStoredDetails(details);
				if (read !== undefined) found.set(malId, read);
			}
			return found;
		},
		async put(details, fetchedAt) {
			if (details.size === 0) return;
			const rows = Array.from(details, ([malId, one]) => ({
				mal_id: malId,
				fetched_at: fetchedAt,
				details: one && JSON.stringify(one),
			}));
			await db
				.insertInto('title_details')
				.values(rows)
				.onConflict((conflict) =>
					conflict.column('mal_id').doUpdateSet(({ ref }) => ({
						fetched_at: ref('excluded.fetched_at'),
						details: ref('excluded.details'),
					})),
				)
				.execute();
		},
	};
}

/** Removes details that are too old, and the oldest beyond the limit. */
export async function purgeTitles(db: Kysely<Tables>, now: number, limits: StoreLimits) {
	const youngestFirst = db.selectFrom('title_details').select(({ fn }) => [
		'mal_id',
		'fetched_at',
		fn
			.agg<number>('row_number')
			.over((rows) => rows.orderBy('fetched_at', 'desc').orderBy('mal_id'))
			.as('place'),
	]);
	const superfluous = db
		.selectFrom(youngestFirst.as('aged'))
		.select('aged.mal_id')
		.where(({ or, eb }) =>
			or([
				eb('fetched_at', '<=', now - limits.titleLifetimeMs),
				eb('fetched_at', '>=', now + limits.titleLifetimeMs),
				eb('place', '>', limits.mostTitles),
			]),
		)
		.limit(BATCH_ROWS);
	await deleteInBatches(() =>
		db.deleteFrom('title_details').where('mal_id', 'in', superfluous).executeTakeFirst(),
	);
}
