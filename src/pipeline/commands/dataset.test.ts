import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { UsageError } from '../command.ts';
import { openProfileSet } from '../dataset/profile-set/open-profile-set.ts';
import { createTerminal } from '../terminal.ts';
import { command } from './dataset.ts';

const HEADER = 'user,mal_id,score,status';
const ROWS: DataRows = {
	corpus: ['10,5,0,2001-01-01'],
	sources: ['old,2016-09-30', 'new,2024-04-30'],
	users: ['1,old,train', '2,new,test', '5,new,validation'],
	profiles: ['1,10,8,watching', '1,900,0,', '2,10,9,', '3,10,9,', '2,20,x,'],
	validationWithheld: [],
	testWithheld: [],
};

let folder: string;
let out: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-dataset-'));
	out = join(folder, 'lists.set');
});
afterEach(() => rm(folder, { recursive: true }));

async function run(args: string[], signal = new AbortController().signal) {
	const printed: string[] = [];
	const warned: string[] = [];
	const stream = (lines: string[]) => ({ write: (text: string) => lines.push(text) > 0 });
	const terminal = createTerminal(stream(printed), stream(warned));
	const status = await command.run([...args, '--out', out], terminal, signal);
	return { status, printed: printed.join(''), warned: warned.join('') };
}

async function profilesFile(rows: readonly string[], name = 'in.csv'): Promise<string> {
	const path = join(folder, name);
	const text = [HEADER, ...rows, ''].join('\n');
	await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
	return path;
}

describe('sprout dataset', () => {
	it('packs a data folder, with sources and splits, and tells broken rows', async () => {
		const { status, printed, warned } = await withDataFolder(ROWS, (data) => run(['--data', data]));
		expect(status).toBe(0);
		expect(printed).toMatch(/users +2\n +entries +3\n +titles +2\n +rows left out +2\n/);
		expect(warned).toContain(
			'profiles.csv.gz: 2 rows left out (line 5: user 3 is not in users.csv; line 6',
		);
		const set = await openProfileSet(out);
		expect([...set.titles]).toEqual([10, 900]);
		expect([...set.users]).toEqual([1, 2]);
		expect([...set.splits]).toEqual([0, 2]);
		expect(Array.from(set.sources, (code) => set.header.sources[code])).toEqual([
			{ name: 'old', collected: '2016-09-30' },
			{ name: 'new', collected: '2024-04-30' },
		]);
		await set.close();
	});

	it('packs a bare file, packed or not, all of it as training data', async () => {
		const rows = ['1,10,8,watching', '7,10,9,'];
		for (const name of ['in.csv', 'in.csv.gz']) {
			const { status } = await run(['--profiles', await profilesFile(rows, name)]);
			expect(status).toBe(0);
			const set = await openProfileSet(out);
			expect([...set.users]).toEqual([1, 7]);
			expect([...set.splits]).toEqual([0, 0]);
			expect(set.header.sources).toEqual([{ name: 'unknown', collected: null }]);
			await set.close();
		}
	});

	it('makes the same bytes of the same data', async () => {
		const path = await profilesFile(['1,10,8,watching', '7,9,9,']);
		await run(['--profiles', path]);
		const first = await readFile(out);
		await run(['--profiles', path]);
		expect(await readFile(out)).toEqual(first);
	});

	it('leaves the old set and nothing else behind when it fails or is stopped', async () => {
		const path = await profilesFile(['1,10,8,']);
		await run(['--profiles', path]);
		const before = await readFile(out);
		const unsorted = await run(['--profiles', await profilesFile(['2,1,1,', '1,1,1,'], 'b.csv')]);
		expect([unsorted.status, unsorted.warned]).toEqual([
			1,
			expect.stringContaining('Sort the file'),
		]);
		const unusable = await run(['--profiles', await profilesFile(['2,1,11,'], 'c.csv')]);
		expect([unusable.status, unusable.warned]).toEqual([
			1,
			expect.stringMatching(/no usable row.*c\.csv: 1 row left out \(line 2/s),
		]);
		const absent = await run(['--data', folder]);
		expect([absent.status, absent.warned]).toEqual([1, expect.stringContaining('is missing')]);
		await expect(run(['--profiles', path], AbortSignal.abort())).rejects.toThrow(/abort/);
		expect(await readFile(out)).toEqual(before);
		expect((await readdir(folder)).sort()).toEqual(['b.csv', 'c.csv', 'in.csv', 'lists.set']);
	});

	it('never replaces a file that is no set', async () => {
		const path = await profilesFile(['1,10,8,']);
		await writeFile(out, 'my diary');
		const { status, warned } = await run(['--profiles', path]);
		expect([status, warned]).toEqual([1, expect.stringContaining('Name a new file')]);
		expect(await readFile(out, 'utf8')).toBe('my diary');
	});

	it('explains wrong usage', async () => {
		await expect(run([])).rejects.toThrow(UsageError);
		await expect(run(['--data', 'x', '--profiles', 'y'])).rejects.toThrow(
			/--data or .* --profiles/,
		);
		await expect(run(['--dta', 'x'])).rejects.toThrow(/--dta/);
		const absent = run(['--profiles', join(folder, 'absent.csv')]);
		await expect(absent).rejects.toThrow(/There is no file .*absent\.csv/);
	});
});
