import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore } from '#server/store/create-store.ts';
import {
	startPostgres,
	whyNoPostgres,
	type PostgresServer,
} from '#tests/support/postgres-server.ts';
import { describeStore } from './store.ts';

let folder = '';
let opened = 0;

describeStore({
	name: 'store in a SQLite file',
	before: async () => {
		folder = await mkdtemp(join(tmpdir(), 'sprout-store-'));
	},
	after: () => rm(folder, { recursive: true, force: true }),
	open: (limits, now) =>
		createStore({ dataDir: join(folder, String((opened += 1))), limits, now, warn: failure }),
});

describeStore({
	name: 'store in memory',
	// A device is no folder.
	open: (limits, now) => createStore({ dataDir: '/dev/null', limits, now, warn: () => {} }),
});

let server: PostgresServer | undefined;

describeStore({
	name: 'store in PostgreSQL',
	skipped: whyNoPostgres(),
	before: async () => {
		server = await startPostgres();
	},
	after: async () => server?.stop(),
	open: async (limits, now) =>
		createStore({
			dataDir: '/dev/null',
			databaseUrl: await server?.createDatabase(),
			limits,
			now,
			warn: failure,
		}),
});

function failure(message: string): never {
	throw new Error(message);
}
