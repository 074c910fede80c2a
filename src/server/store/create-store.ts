import { createKyselyStore } from './kysely-store.ts';
import { MEMORY_LIST_BYTES, STORE_LIMITS, type StoreLimits } from './limits.ts';
import { openSqlite, type Warn } from './open-sqlite.ts';
import type { Store } from './store.ts';
import { tolerant } from './tolerant-store.ts';

/** Where a site stores, and whom it tells of trouble. */
export interface StoreOptions {
	/** Folder of the SQLite file, made where it is missing. */
	readonly dataDir: string;
	/** Address of a PostgreSQL database, which then takes the place of the file. */
	readonly databaseUrl?: string | undefined;
	readonly limits?: StoreLimits;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly warn: Warn;
}

/**
 * Opens the store of a site. What goes wrong with it later counts as not found.
 *
 * @throws StoreError when a database was named and can't be used; the message says what to do
 */
export async function createStore(options: StoreOptions): Promise<Store> {
	const { now, warn } = options;
	const onTrouble = (code: string) =>
		warn('The store failed; lists are fetched anew meanwhile.', { code });
	return tolerant(await openStore(options, onTrouble), { onTrouble, now });
}

async function openStore(options: StoreOptions, onTrouble: (code: string) => void) {
	const { dataDir, databaseUrl, limits = STORE_LIMITS, now, warn } = options;
	if (databaseUrl) {
		// The driver is loaded only where it is needed: it takes memory and time at the start.
		const { openPostgres } = await import('./open-postgres.ts');
		return createKyselyStore({ db: await openPostgres(databaseUrl, onTrouble), limits, now });
	}
	const { db, lasting, shrink } = await openSqlite(dataDir, warn);
	const mostListBytes = lasting
		? limits.mostListBytes
		: Math.min(limits.mostListBytes, MEMORY_LIST_BYTES);
	return createKyselyStore({
		db,
		limits: { ...limits, mostListBytes },
		now,
		shrink,
	});
}
