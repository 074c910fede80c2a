import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLists, type UserList } from './read-lists.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-lists-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(rows: readonly string[], name = 'lists.csv') {
	const path = join(folder, name);
	const text = ['user,mal_id,score,status', ...rows, ''].join('\n');
	await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
	const lists: UserList[] = [];
	const counts = await readLists(path, (list) => lists.push(list));
	return { lists, counts };
}

describe('readLists', () => {
	it.each(['lists.csv', 'lists.csv.gz'])('hands over one list after another: %s', async (name) => {
		const rows = ['7,1,8,completed', '7,2,0,', '7,3,9,plan_to_watch', 'x,1,7.5,on_hold'];
		const { lists, counts } = await read(rows, name);
		expect(lists).toEqual([
			{
				user: '7',
				entries: [
					{ malId: 1, score: 80, status: 'completed' },
					{ malId: 2, score: null, status: 'completed' },
				],
			},
			{ user: 'x', entries: [{ malId: 1, score: 75, status: 'on-hold' }] },
		]);
		expect(counts).toEqual({ users: 2, entries: 4 });
	});

	it('keeps users who have plans alone', async () => {
		expect((await read(['7,1,0,plan_to_watch'])).lists).toEqual([{ user: '7', entries: [] }]);
	});

	it.each([
		['a user without a name', ',1,8,completed', 'the user is missing'],
		['an id that is none', '7,0,8,completed', '"0" is no MyAnimeList id'],
		['a score of 11', '7,1,11,completed', '"11" is no score from 0 to 10'],
		['a score of 0.5', '7,1,0.5,completed', '"0.5" is no score from 0 to 10'],
		['a score that is missing', '7,1,,completed', '"" is no score from 0 to 10'],
		['an unknown status', '7,1,8,seen', '"seen" is no status'],
		['a field too few', '7,1,8', '3 fields instead of 4'],
		['a title twice', '6,5,8,completed', 'user 6 lists 5 twice'],
		['a user in two places', '5,1,8,completed', 'the rows of user 5 must stand together'],
	])('refuses %s with its line', async (_, row, reason) => {
		const reading = read(['5,9,8,completed', '6,5,8,completed', row]);
		await expect(reading).rejects.toThrow(`lists.csv, line 4: ${reason}`);
	});

	it('refuses a file that is missing or lacks a column', async () => {
		await expect(readLists(join(folder, 'none.csv'), () => {})).rejects.toThrow('is missing');
		await writeFile(join(folder, 'short.csv'), 'user,mal_id\n1,1\n');
		await expect(readLists(join(folder, 'short.csv'), () => {})).rejects.toThrow(
			'no column "score"',
		);
	});
});
