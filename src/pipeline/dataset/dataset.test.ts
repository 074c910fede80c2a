import { describe, expect, test } from 'vitest';
import { statusOf, type Interactions } from '#learn/interactions.ts';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { DataFileError } from '../csv.ts';
import { describeBrokenRows } from './broken-rows.ts';
import { readDataset } from './dataset.ts';
import { evaluationSet } from './evaluation-set.ts';
import { trainingInteractions } from './training-interactions.ts';

const ANY_LENGTH = { minEntries: 0, maxEntries: 1500 };

/** Titles 10, 20, 30, 40 at the positions 0–3; 20 and 30 are one franchise. */
const ROWS: DataRows = {
	corpus: ['10,5,0,2001-01-01', '20,4,1,2002', '30,3,1,', '40,2,2,2019-05'],
	sources: ['old,2016-09-30', 'new,2024-04-30'],
	users: ['1,old,train', '2,old,test', '3,new,validation', '4,new,train'],
	profiles: [
		'1,40,7,',
		'1,10,8,watching',
		'1,20,0,plan_to_watch',
		'1,999,9,completed',
		'2,10,9,completed',
		'2,20,0,on_hold',
		'2,30,1,dropped',
		'2,40,0,plan_to_watch',
		'3,10,6,',
		'3,20,5,',
		'4,30,10,',
	],
	validationWithheld: ['3,20'],
	testWithheld: ['2,30'],
};

function rowOf(lists: Interactions, row: number) {
	const [from, to] = [lists.offsets[row], lists.offsets[row + 1]];
	return {
		items: [...lists.items.subarray(from, to)],
		scores: [...lists.scores.subarray(from, to)],
		statuses: Array.from(lists.statuses.subarray(from, to), statusOf),
	};
}

describe('readDataset', () => {
	test('reads lists as positions of the corpus, ascending, scores times ten, no status as completed', async () => {
		const { lists, corpus, broken } = await withDataFolder(ROWS, readDataset);
		expect([...corpus.items]).toEqual([10, 20, 30, 40]);
		expect([...lists.train.users]).toEqual([1, 4]);
		expect(rowOf(lists.train.watched, 0)).toEqual({
			items: [0, 3],
			scores: [80, 70],
			statuses: ['watching', 'completed'],
		});
		expect(rowOf(lists.test.watched, 0)).toEqual({
			items: [0, 1, 2],
			scores: [90, 0, 10],
			statuses: ['completed', 'on-hold', 'dropped'],
		});
		// Title 999 is outside the corpus: it counts for the length of the list and nothing else.
		expect([...lists.train.listLengths]).toEqual([3, 1]);
		expect(broken).toEqual([]);
	});

	test('keeps planned titles apart from watched ones', async () => {
		const { lists } = await withDataFolder(ROWS, readDataset);
		expect(rowOf(lists.train.planned, 0).items).toEqual([1]);
		expect(rowOf(lists.test.planned, 0).items).toEqual([3]);
	});

	test('counts broken rows, names their lines and reads the rest', async () => {
		const damaged: DataRows = {
			...ROWS,
			users: [...ROWS.users, '5,nowhere,train', '6,old,exam', '1,old,test'],
			profiles: ['1,10,11,', '1,30,5,finished', '77,10,5,', '1,30', '4,30,1,', ...ROWS.profiles],
			testWithheld: ['2,30', '2,40', '3,10', '2,999'],
		};
		const { lists, broken, withheld } = await withDataFolder(damaged, readDataset);
		expect(Object.fromEntries(broken.map((file) => [file.file, file.count]))).toEqual({
			'users.csv': 3,
			// The repeat of user 4's title 30 is the intact file's own row, now the second one.
			'profiles.csv.gz': 5,
			'test-withheld.csv': 3,
		});
		expect(describeBrokenRows(broken)).toContainEqual(
			expect.stringContaining('users.csv: 3 rows left out (line 6: "nowhere" is no known source'),
		);
		expect(broken[1]?.samples.map(({ line }) => line)).toEqual([2, 3, 4, 5, 17]);
		expect(rowOf(lists.train.watched, 0).items).toEqual([0, 3]);
		expect([...(withheld.test.get(2) ?? [])]).toEqual([2]);
	});

	test('says which file is missing', async () => {
		await expect(readDataset('no-such-folder')).rejects.toThrow(DataFileError);
		await expect(readDataset('no-such-folder')).rejects.toThrow('corpus.csv');
	});

	test('stops when it is asked to', async () => {
		await withDataFolder(ROWS, async (folder) => {
			await expect(readDataset(folder, AbortSignal.abort())).rejects.toThrow('aborted');
		});
	});
});

describe('trainingInteractions', () => {
	test('holds train users only', async () => {
		// Every split watches titles of its own, so that a stray list would show.
		const rows: DataRows = {
			...ROWS,
			profiles: ['1,10,5,', '4,10,5,', '2,20,5,', '2,30,5,', '3,30,5,', '3,40,5,'],
			validationWithheld: ['3,40'],
		};
		const training = trainingInteractions(await withDataFolder(rows, readDataset), ANY_LENGTH);
		expect(training.userCount).toBe(2);
		expect([...training.items]).toEqual([0, 0]);
	});

	test('leaves planned titles out', async () => {
		const training = trainingInteractions(await withDataFolder(ROWS, readDataset), ANY_LENGTH);
		expect(rowOf(training, 0).items).toEqual([0, 3]);
		expect(rowOf(training, 1)).toEqual({ items: [2], scores: [100], statuses: ['completed'] });
	});

	test('keeps to the bounds of list length, titles outside the corpus included', async () => {
		const dataset = await withDataFolder(ROWS, readDataset);
		const users = (minEntries: number, maxEntries: number) =>
			trainingInteractions(dataset, { minEntries, maxEntries }).userCount;
		expect(users(1, 3)).toBe(2);
		expect(users(2, 3)).toBe(1);
		expect(users(1, 2)).toBe(1);
		expect(trainingInteractions(dataset).userCount).toBe(0);
	});
});

describe('evaluationSet', () => {
	test('hides withheld and planned entries from the input', async () => {
		const dataset = await withDataFolder(ROWS, readDataset);
		const { users } = evaluationSet(dataset, 'test');
		expect(users).toHaveLength(1);
		expect(users[0]).toMatchObject({
			user: 2,
			collected: '2016-09-30',
			input: [
				{ malId: 10, score: 90, status: 'completed' },
				{ malId: 20, score: null, status: 'on-hold' },
			],
		});
		expect([...(users[0]?.inputItems ?? [])]).toEqual([0, 1]);
		expect([...(users[0]?.withheld ?? [])]).toEqual([2]);
		expect([...(users[0]?.planned ?? [])]).toEqual([3]);
	});

	test('leaves out users without withheld entries', async () => {
		const dataset = await withDataFolder({ ...ROWS, testWithheld: [] }, readDataset);
		expect(evaluationSet(dataset, 'test').users).toEqual([]);
		expect(evaluationSet(dataset, 'validation').users.map(({ user }) => user)).toEqual([3]);
	});

	test('leaves out collectors with over 1,500 entries', async () => {
		const many = Array.from({ length: 1500 }, (_, title) => `3,${1000 + title},0,`);
		const dataset = await withDataFolder(
			{ ...ROWS, profiles: [...ROWS.profiles, ...many] },
			readDataset,
		);
		expect(evaluationSet(dataset, 'validation').users).toEqual([]);
	});
});
