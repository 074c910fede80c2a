import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

/** Where Debian puts the programs of each version; they are not in PATH there. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const USER = 'sprout';

/** A PostgreSQL server of a test: empty, on a socket of its own, without a network port. */
export interface PostgresServer {
	/** Address of a new, empty database. */
	createDatabase(): Promise<string>;
	/** Address of a database, whether or not there is one. */
	urlOf(database: string): string;
	stop(): Promise<void>;
}

/** Folder of PostgreSQL's programs; undefined where it is not installed. */
export function findPostgres(): string | undefined {
	const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
	const folders = [
		...versions
			.sort((a, b) => Number(b) - Number(a))
			.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	];
	return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/**
 * Why tests with PostgreSQL are left out; undefined where they run. With SPROUT_REQUIRE_POSTGRES, as in CI, they
 * always run, and fail where it is not installed.
 */
export function whyNoPostgres(): string | undefined {
	if (findPostgres() || process.env.SPROUT_REQUIRE_POSTGRES) return undefined;
	return 'PostgreSQL is not installed';
}

/** Makes a cluster in a temporary folder and starts it. */
export async function startPostgres(): Promise<PostgresServer> {
	const programs = findPostgres();
	if (!programs) throw new Error('PostgreSQL is not installed: install the package postgresql.');
	const folder = await mkdtemp(join(tmpdir(), 'sprout-postgres-'));
	const owner = await unprivileged();
	if (owner) await chown(folder, owner.uid, owner.gid);
	const data = join(folder, 'data');
	const program = (name: string, args: readonly string[]) =>
		run(join(programs, name), [...args], { ...owner, cwd: folder });
	await program('initdb', [
		'-D',
		data,
		'-U',
		USER,
		'-A',
		'trust',
		'-E',
		'UTF8',
		'-N',
		'--no-locale',
	]);
	// No port, and nothing is waited for to reach the disk.
	const settings = `-k ${folder} -c listen_addresses='' -F`;
	await program('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
	const urlOf = (database: string) => `postgresql:///${database}?host=${folder}&user=${USER}`;
	let databases = 0;
	return {
		urlOf,
		async createDatabase() {
			const name = `test_${(databases += 1)}`;
			const client = new Client({ connectionString: urlOf('postgres') });
			await client.connect();
			await client.query(`create database ${name}`);
			await client.end();
			return urlOf(name);
		},
		async stop() {
			await program('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** PostgreSQL refuses to run as root: then it is the user that its package made. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (what: string) => Number((await run('id', [what, 'postgres'])).stdout);
	return { uid: await id('-u'), gid: await id('-g') };
}
