import type { Kysely } from 'kysely';
import { createListCache, purgeLists } from './kysely-lists.ts';
import { createTitleCache, purgeTitles } from './kysely-titles.ts';
import type { StoreLimits } from './limits.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** After so many lists their limits are looked after even between two purges. */
const LISTS_BETWEEN_TRIMS = 100;

/** What a store over Kysely is made with. */
export interface KyselyStoreOptions {
	/** Tables in their present shape: see `migrate`. */
	readonly db: Kysely<Tables>;
	readonly limits: StoreLimits;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Gives the space of what was purged back, where the database does not do so by itself. */
	readonly shrink?: () => Promise<void>;
}

/** The one store; SQL stays within what SQLite and PostgreSQL both understand. */
export function createKyselyStore({ db, limits, now, shrink }: KyselyStoreOptions): Store {
	const lists = createListCache(db, now);
	let listsSinceTrim = 0;
	const trim = () => {
		listsSinceTrim = 0;
		return purgeLists(db, now(), limits);
	};
	return {
		lists: {
			get: lists.get,
			async put(site, name, list) {
				await lists.put(site, name, list);
				listsSinceTrim += 1;
				if (listsSinceTrim >= LISTS_BETWEEN_TRIMS) await trim();
			},
		},
		titles: createTitleCache(db, now),
		async purge() {
			await trim();
			await purgeTitles(db, now(), limits);
			await shrink?.();
		},
		close: () => db.destroy(),
	};
}
