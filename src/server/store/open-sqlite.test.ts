import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { datedList } from '#tests/support/site-list.ts';
import { createStore } from './create-store.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;

describe('the store in a SQLite file', () => {
	let folder: string;
	let file: string;
	let warnings: string[];

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'sprout-sqlite-'));
		file = join(folder, 'sprout.db');
		warnings = [];
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	const open = (dataDir = folder, now = () => NOW) =>
		createStore({
			dataDir,
			now,
			warn: (message, details) => void warnings.push(`${message} ${JSON.stringify(details)}`),
		});
	/** A store that held one list, closed. */
	const used = async () => {
		const store = await open();
		await store.lists.put('mal', 'hana', datedList(500, NOW));
		await store.close();
	};
	const hasList = async () => {
		const store = await open();
		const list = await store.lists.get('mal', 'hana', MINUTE);
		await store.close();
		return list !== null;
	};

	it('makes its folder and finds again what it stored', async () => {
		const nested = join(folder, 'a', 'b');
		const store = await open(nested);
		await store.lists.put('mal', 'hana', datedList(2, NOW));
		await store.close();
		const again = await open(nested);
		expect((await again.lists.get('mal', 'hana', MINUTE))?.entries).toHaveLength(2);
		await again.close();
		expect(warnings).toEqual([]);
	});

	it('can be opened twice', async () => {
		const one = await open();
		const two = await open();
		await one.lists.put('mal', 'hana', datedList(2, NOW));
		expect(await two.lists.get('mal', 'hana', MINUTE)).not.toBeNull();
		await Promise.all([one.close(), two.close()]);
		expect(warnings).toEqual([]);
	});

	it.each([
		['no database at all', () => Buffer.from('these bytes are no database'.repeat(200))],
		['cut off', (bytes: Buffer) => bytes.subarray(0, 5_000)],
		['overwritten', (bytes: Buffer) => bytes.fill(0xa5, 4096)],
	])('moves a file aside that is %s', async (_name, damage) => {
		await used();
		await writeFile(file, damage(await readFile(file)));
		expect(await hasList()).toBe(false);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/damaged.*moved aside.*sprout\.db\.damaged/);
		expect(existsSync(`${file}.damaged`)).toBe(true);
		await used();
		expect(await hasList()).toBe(true);
		expect(warnings).toHaveLength(1);
	});

	it('begins anew beside the tables of a newer Sprout', async () => {
		await used();
		const database = new DatabaseSync(file);
		database.exec(`insert into kysely_migration values ('9999-of-the-future', '2030-01-01')`);
		database.close();
		expect(await hasList()).toBe(false);
		expect(warnings[0]).toContain('moved aside');
	});

	it('takes a damaged row for a missing one', async () => {
		await used();
		const database = new DatabaseSync(file);
		database.exec(`update cached_list set payload = x'1f8b0800'`);
		database.exec(
			`insert into title_details values (1, ${NOW}, '{"synopsis":1}'), (2, ${NOW}, '{')`,
		);
		database.close();
		expect(await hasList()).toBe(false);
		const store = await open();
		expect((await store.titles.get([1, 2], MINUTE)).size).toBe(0);
		await store.close();
		expect(warnings).toEqual([]);
	});

	it('stores in memory where the folder can not be written', async () => {
		await writeFile(join(folder, 'a-file'), '');
		const store = await open(join(folder, 'a-file', 'data'));
		await store.lists.put('mal', 'hana', datedList(2, NOW));
		expect(await store.lists.get('mal', 'hana', MINUTE)).not.toBeNull();
		await store.close();
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/DATA_DIR.*ENOTDIR/);
	});

	it('stores in memory where the file is a folder', async () => {
		await mkdir(file);
		await (await open()).close();
		expect(warnings[0]).toMatch(/DATA_DIR.*SQLITE_14/);
	});

	it('leaves nothing of a purged list in any file, and gives its space back', async () => {
		let now = NOW;
		const store = await open(folder, () => now);
		await store.purge();
		const { size: emptySize } = await stat(file);
		const users = Array.from({ length: 120 }, (_, number) => `somebody-who-left-${number}`);
		for (const user of users) await store.lists.put('mal', user, datedList(500, NOW));
		now += 9 * MINUTE;
		await store.purge();
		expect((await stat(file)).size).toBeGreaterThan(4 * emptySize);
		now += MINUTE;
		await store.purge();
		const files = await readdir(folder);
		const contents = await Promise.all(files.map((name) => readFile(join(folder, name))));
		expect(files).toContain('sprout.db');
		expect(contents.some((bytes) => bytes.includes('somebody-who-left'))).toBe(false);
		expect((await stat(file)).size).toBeLessThanOrEqual(emptySize);
		await store.close();
		expect(warnings).toEqual([]);
	});

	it('holds whole lists after two processes were killed while they wrote', async () => {
		const writers = await Promise.all([writeUntilKilled(folder), writeUntilKilled(folder)]);
		expect(existsSync(`${file}-wal`)).toBe(true);
		const store = await open(folder, Date.now);
		const written = [...new Set(writers.flat())];
		const lists = await Promise.all(
			written.map((number) => store.lists.get('mal', `user-${number}`, MINUTE)),
		);
		expect(lists.map((list) => list?.entries.length)).toEqual(written.map(() => 500));
		await store.close();
		expect(warnings).toEqual([]);
	});
});

/** Numbers of the lists that a process stored before it was killed. */
async function writeUntilKilled(folder: string): Promise<number[]> {
	const writer = spawn(process.execPath, ['tests/support/store-writer.ts', folder], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(writer, 'exit');
	let written = '';
	writer.stdout.on('data', (chunk) => {
		written += String(chunk);
		if (written.split('\n').length > 30) writer.kill('SIGKILL');
	});
	expect(await ended).toEqual([null, 'SIGKILL']);
	return written.split('\n').slice(0, -1).map(Number);
}
