import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from './migrations.ts';
import { nodeSqlite } from './node-sqlite.ts';
import { sqliteCode, StoreError, troubleCode } from './store-error.ts';
import type { Tables } from './tables.ts';

const FILE = 'sprout.db';
/** What lies beside a file in WAL mode belongs to it. */
const PARTS = ['', '-wal', '-shm'];
/** How long another process of the same folder is waited for. The event loop waits with it, so not for long. */
const BUSY_TIMEOUT_MS = 1_000;
/** Some milliseconds of work. */
const PAGES_A_STEP = 200;
/** Result codes of a file that is damaged, and of one that never was a database. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** Told what an operator should know; details hold no more than a code and a place. */
export type Warn = (message: string, details: Readonly<Record<string, string>>) => void;

/** An open database. */
export interface OpenedSqlite {
	readonly db: Kysely<Tables>;
	/** Whether what it holds outlives the process. */
	readonly lasting: boolean;
	/** Gives the space of what was deleted back; nothing of it is in any file any more. */
	shrink(): Promise<void>;
}

/**
 * The database in `sprout.db` of a folder; both are made where they are missing. A damaged file is moved aside and
 * a new one begun: what it held can be fetched again. Where nothing can be written the database is in memory.
 */
export async function openSqlite(dataDir: string, warn: Warn): Promise<OpenedSqlite> {
	const path = join(dataDir, FILE);
	try {
		// Lists name their owners: the folder is for nobody else to read.
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		return { ...(await openFile(path)), lasting: true };
	} catch (error) {
		if (!isDamage(error)) return inMemory(dataDir, error, warn);
		warn('The stored data are damaged. They were moved aside and begun anew.', {
			file: `${path}.damaged`,
			code: troubleCode(error),
		});
	}
	try {
		moveAside(path);
		return { ...(await openFile(path)), lasting: true };
	} catch (error) {
		return inMemory(dataDir, error, warn);
	}
}

async function inMemory(dataDir: string, error: unknown, warn: Warn): Promise<OpenedSqlite> {
	warn(
		'Nothing can be stored in DATA_DIR: fetched lists are kept in memory until the site stops. Name a folder that can be written.',
		{ dataDir, code: troubleCode(error) },
	);
	return { ...(await openFile(':memory:')), lasting: false };
}

async function openFile(path: string): Promise<Omit<OpenedSqlite, 'lasting'>> {
	const database = new DatabaseSync(path, {
		timeout: BUSY_TIMEOUT_MS,
		enableForeignKeyConstraints: true,
	});
	const db = new Kysely<Tables>({
		dialect: new SqliteDialect({ database: nodeSqlite(database) }),
	});
	try {
		// Before there is any table; later it would have no effect.
		database.exec('pragma auto_vacuum = incremental');
		// A process that is killed loses nothing that was committed; only a power failure can take the last lists.
		database.exec('pragma journal_mode = wal; pragma synchronous = normal');
		// Deleted rows are overwritten; whole pages of them are cut off by `shrink`, which is cheaper.
		database.exec('pragma secure_delete = fast');
		checkIntegrity(database);
		// All of it or nothing, and one process after the other.
		database.exec('begin immediate');
		await migrate(db);
		database.exec('commit');
		return { db, shrink: () => shrink(database) };
	} catch (error) {
		database.close();
		throw error;
	}
}

/** In steps, as all of this happens on the event loop. Stops when the database is closed meanwhile. */
async function shrink(database: DatabaseSync): Promise<void> {
	const freePages = () =>
		Number(database.prepare('pragma freelist_count').get()?.['freelist_count']);
	while (database.isOpen && freePages() > 0) {
		database.exec(`pragma incremental_vacuum(${PAGES_A_STEP})`);
		await setImmediate();
	}
	if (database.isOpen) database.exec('pragma wal_checkpoint(truncate)');
}

function checkIntegrity(database: DatabaseSync): void {
	const [row] = database.prepare('pragma integrity_check(1)').all();
	if (row?.['integrity_check'] !== 'ok') throw new StoreError('The file is damaged.');
}

/** A newer Sprout's tables count as damage too: there is no way back from them, and no loss. */
function isDamage(error: unknown): boolean {
	const ours = error instanceof StoreError;
	const code = sqliteCode(ours ? error.cause : error);
	return code === CORRUPT || code === NOT_A_DATABASE || (ours && code === undefined);
}

/** At most one is kept, for whoever wants to know what happened. */
function moveAside(path: string): void {
	for (const part of PARTS) {
		rmSync(`${path}.damaged${part}`, { force: true });
		try {
			renameSync(path + part, `${path}.damaged${part}`);
		} catch (error) {
			// The two parts beside the file are not always there.
			if (part === '') throw error;
		}
	}
}
