import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { migrate } from './migrations.ts';
import { StoreError, troubleCode } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Requests are short: few connections carry many visitors, and a server has not many to give. */
const MOST_CONNECTIONS = 5;
const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** What most often is wrong, by the code that Node or PostgreSQL gives; see appendix A of its manual. */
const REMEDIES: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'Nothing listens there: start the server, or mend host and port.',
	ENOENT: 'There is no such socket: start the server, or mend the folder in host=.',
	ENOTFOUND: 'The host is not known: mend its name.',
	'28P01': 'User or password are wrong.',
	'28000': 'The server does not let this user in from here: see its pg_hba.conf.',
	'3D000': 'There is no such database: make it with createdb.',
	'42501': 'The user may not make tables: grant CREATE on the schema.',
	'53300': 'The server has no connection left.',
};

/**
 * The database that an address names, its tables up to date.
 *
 * @param onTrouble told a code when the server drops a connection that nobody uses just now
 * @throws StoreError when it can't be reached or used; the message says what to do and holds no password
 */
export async function openPostgres(
	url: string,
	onTrouble: (code: string) => void,
): Promise<Kysely<Tables>> {
	const pool = new Pool({
		connectionString: url,
		max: MOST_CONNECTIONS,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		query_timeout: STATEMENT_TIMEOUT_MS,
		application_name: 'sprout',
		types: { getTypeParser },
	});
	// Unheard it would end the process; the pool connects anew by itself.
	pool.on('error', (error) => onTrouble(troubleCode(error)));
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	try {
		await migrate(db);
		return db;
	} catch (error) {
		await db.destroy();
		throw explain(error);
	}
}

/** Times and sums are far below 2^53: numbers, as from SQLite. */
const getTypeParser: typeof types.getTypeParser = (oid, format) =>
	oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);

function explain(error: unknown): StoreError {
	const cause = error instanceof StoreError ? error.cause : error;
	const code = troubleCode(cause);
	const remedy = REMEDIES[code];
	if (!remedy && code === 'Error' && error instanceof StoreError) return error;
	return new StoreError(
		`The database of DATABASE_URL can't be used (${code}). ${remedy ?? 'See whether its server runs and its address is right.'} Without DATABASE_URL a file in DATA_DIR is used.`,
		// The driver's error has the address at most, never the password.
		{ cause },
	);
}
