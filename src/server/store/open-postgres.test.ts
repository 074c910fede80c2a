import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	startPostgres,
	whyNoPostgres,
	type PostgresServer,
} from '#tests/support/postgres-server.ts';
import { datedList } from '#tests/support/site-list.ts';
import { createStore } from './create-store.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;

const open = (databaseUrl: string, warn: (message: string) => void = () => {}) =>
	createStore({ dataDir: '/dev/null', databaseUrl, now: () => NOW, warn });

describe('an address without a server', () => {
	it('says what to do, and tells no password', async () => {
		const opening = open('postgresql://sprout:hunter2@127.0.0.1:1/sprout');
		await expect(opening).rejects.toThrow(/DATABASE_URL.*ECONNREFUSED.*start the server/);
		await expect(opening).rejects.not.toThrow(/hunter2/);
	});
});

const skipped = whyNoPostgres();

// oxlint-disable-next-line vitest/no-disabled-tests -- not everybody has a database server; CI must
describe.skipIf(skipped)(
	`the store in PostgreSQL${skipped ? ` (skipped: ${skipped})` : ''}`,
	() => {
		let server: PostgresServer;

		beforeAll(async () => {
			server = await startPostgres();
		});
		afterAll(() => server.stop());

		const query = async (url: string, text: string) => {
			const client = new Client({ connectionString: url });
			await client.connect();
			try {
				return (await client.query(text)).rows;
			} finally {
				await client.end();
			}
		};

		it('is made by several servers that start at once, and shared by them', async () => {
			const url = await server.createDatabase();
			const stores = await Promise.all(Array.from({ length: 6 }, () => open(url)));
			await stores[0]?.lists.put('mal', 'hana', datedList(3, NOW));
			const found = await Promise.all(stores.map((one) => one.lists.get('mal', 'hana', MINUTE)));
			expect(found.map((list) => list?.entries.length)).toEqual([3, 3, 3, 3, 3, 3]);
			await Promise.all(stores.map((one) => one.close()));
			const tables = await query(
				url,
				`select table_name from information_schema.tables where table_schema = 'public' order by 1`,
			);
			expect(tables.map((row) => row.table_name)).toEqual([
				'cached_list',
				'kysely_migration',
				'kysely_migration_lock',
				'title_details',
			]);
		});

		it('says that a database is missing', async () => {
			await expect(open(server.urlOf('elsewhere'))).rejects.toThrow(/no such database.*createdb/);
		});

		it('says that a newer Sprout made the tables', async () => {
			const url = await server.createDatabase();
			await (await open(url)).close();
			await query(url, `insert into kysely_migration values ('9999-of-the-future', '2030-01-01')`);
			await expect(open(url)).rejects.toThrow(/A newer Sprout may have made them/);
		});

		it('takes a damaged row for a missing one', async () => {
			const url = await server.createDatabase();
			const store = await open(url);
			await store.lists.put('mal', 'hana', datedList(3, NOW));
			await query(url, `update cached_list set payload = '\\x1f8b0800'`);
			expect(await store.lists.get('mal', 'hana', MINUTE)).toBeNull();
			await store.close();
		});

		it('survives connections that the server drops and tables that vanish', async () => {
			const url = await server.createDatabase();
			const warnings: string[] = [];
			const store = await open(url, (message) => void warnings.push(message));
			await store.lists.put('mal', 'hana', datedList(3, NOW));
			await query(url, `drop table cached_list`);
			expect(await store.lists.get('mal', 'hana', MINUTE)).toBeNull();
			await store.lists.put('mal', 'hana', datedList(3, NOW));
			expect(warnings).toEqual(['The store failed; lists are fetched anew meanwhile.']);
			await query(
				url,
				`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sprout'`,
			);
			await store.titles.put(new Map([[1, null]]), NOW);
			await store.titles.put(new Map([[1, null]]), NOW);
			expect((await store.titles.get([1], MINUTE)).get(1)).toBeNull();
			await store.close();
		});
	},
);
