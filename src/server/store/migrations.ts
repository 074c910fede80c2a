import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Steps to the present tables, in the order of their names. What was released is never changed, only added to. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
	'0001-lists-and-titles': {
		async up(db) {
			// SQLite takes any name of a type, so those of PostgreSQL serve both.
			await db.schema
				.createTable('cached_list')
				.addColumn('site', 'text', (column) => column.notNull())
				.addColumn('name', 'text', (column) => column.notNull())
				.addColumn('fetched_at', 'bigint', (column) => column.notNull())
				.addColumn('bytes', 'integer', (column) => column.notNull())
				.addColumn('payload', 'bytea', (column) => column.notNull())
				.addPrimaryKeyConstraint('cached_list_key', ['site', 'name'])
				.execute();
			await db.schema
				.createTable('title_details')
				.addColumn('mal_id', 'integer', (column) => column.primaryKey())
				.addColumn('fetched_at', 'bigint', (column) => column.notNull())
				.addColumn('details', 'text')
				.execute();
		},
	},
};

/**
 * Brings a database up to date. Several servers may do so at once: PostgreSQL takes them one after the other by
 * itself, with SQLite the caller holds the lock for writing.
 *
 * @throws StoreError when that fails, as with tables of a newer Sprout
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
	const provider = { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) };
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error === undefined) return;
	throw new StoreError(
		'The tables of the store could not be brought up to date. A newer Sprout may have made them: use that one, or an empty database.',
		{ cause: error },
	);
}
