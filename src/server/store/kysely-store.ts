import { sql, type Kysely } from 'kysely';
import { createListCache, purgeLists } from './kysely-lists.ts';
import { createTitleCache, purgeTitles } from './kysely-titles.ts';
import type { StoreLimits } from './limits.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** After so many lists the limits are looked after even between two purges. */
const LISTS_BETWEEN_PURGES = 100;

/** What a store over Kysely is made with. */
export interface KyselyStoreOptions {
	/** Tables in their present shape: see `migrate`. */
	readonly db: Kysely<Tables>;
	readonly limits: StoreLimits;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Gives the space of what was purged back, where the database does not do so by itself. */
	readonly shrink?: (db: Kysely<Tables>) => Promise<void>;
}

/** The one store; SQL stays within what SQLite and PostgreSQL both understand. */
export function createKyselyStore({ db, limits, now, shrink }: KyselyStoreOptions): Store {
	const lists = createListCache(db, now);
	let listsSincePurge = 0;
	const purge = async () => {
		listsSincePurge = 0;
		await purgeLists(db, now(), limits);
		await purgeTitles(db, now(), limits);
		await shrink?.(db);
	};
	return {
		lists: {
			get: lists.get,
			async put(site, name, list) {
				await lists.put(site, name, list);
				listsSincePurge += 1;
				if (listsSincePurge >= LISTS_BETWEEN_PURGES) await purge();
			},
		},
		titles: createTitleCache(db, now),
		purge,
		close: () => db.destroy(),
	};
}

/** For SQLite: the file follows what is in it, and what is gone is no longer to be found in its log either. */
export async function shrinkSqlite(db: Kysely<Tables>): Promise<void> {
	await sql`pragma incremental_vacuum`.execute(db);
	await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
