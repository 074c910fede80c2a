import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFileError } from '../csv.ts';
import { packEntry } from './entry-code.ts';
import { readUserEntries, streamUserEntries, type UserEntries } from './user-entries.ts';

const [WATCHING, COMPLETED, PLANNED] = [0, 1, 4];

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-entries-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fileOf(...rows: string[]): Promise<string> {
	const path = join(folder, 'profiles.csv');
	await writeFile(path, ['user,mal_id,score,status', ...rows, ''].join('\n'));
	return path;
}

function plain({ user, malIds, codes }: UserEntries) {
	return [user, [...malIds], [...codes]];
}

async function stream(path: string, isKnown = (_user: number) => true) {
	const lists: unknown[] = [];
	const broken: [number, string][] = [];
	const onBroken = (line: number, reason: string) => void broken.push([line, reason]);
	const onUser = (entries: UserEntries) => void lists.push(plain(entries));
	const counts = await streamUserEntries(path, isKnown, onUser, { onBroken });
	return { lists, broken, counts };
}

describe('streamUserEntries', () => {
	it('hands on each list once, ascending by title', async () => {
		const path = await fileOf('1,30,7,', '1,20,0,plan_to_watch', '3,999999999,10,watching');
		expect(await stream(path)).toEqual({
			lists: [
				[1, [20, 30], [packEntry(0, PLANNED), packEntry(7, COMPLETED)]],
				[3, [999_999_999], [packEntry(10, WATCHING)]],
			],
			broken: [],
			counts: { rows: 3, broken: 0 },
		});
	});

	it('tells broken rows with their lines, counts them and goes on', async () => {
		const rows = [
			'1,20,5,',
			'9,20,5,',
			'1,x,5,',
			'1,30,11,',
			'1,30,5,seen',
			'1,20,6,',
			'1',
			'2,8,1,',
		];
		const { lists, broken, counts } = await stream(await fileOf(...rows), (user) => user !== 9);
		expect(lists).toEqual([
			[1, [20], [packEntry(5, COMPLETED)]],
			[2, [8], [packEntry(1, COMPLETED)]],
		]);
		expect(broken).toEqual([
			[3, 'user 9 is not in users.csv'],
			[4, 'user and mal_id must be numbers'],
			[5, '"11" is no score from 0 to 10'],
			[6, '"seen" is no status'],
			[7, 'user 1 lists title 20 twice'],
			[8, '1 fields instead of 4'],
		]);
		expect(counts).toEqual({ rows: 2, broken: 6 });
	});

	it('stops with the line where users do not ascend', async () => {
		const path = await fileOf('2,20,5,', '1,20,5,');
		await expect(stream(path)).rejects.toThrow(/line 3: user 1 follows user 2\. Sort the file/);
		await expect(stream(path)).rejects.toBeInstanceOf(DataFileError);
	});
});

describe('readUserEntries', () => {
	it('takes rows in any order and gives the same lists', async () => {
		const rows = ['1,20,5,', '1,30,6,', '2,20,7,'];
		const { lists } = await stream(await fileOf(...rows));
		const mixed = await fileOf(...rows.toReversed());
		expect((await readUserEntries(mixed, () => true)).map(plain)).toEqual(lists);
	});
});
