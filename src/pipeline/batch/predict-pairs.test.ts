import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ratingModel } from '#tests/support/rating-model.ts';
import { recordedTerminal } from '#tests/support/recorded-terminal.ts';
import { predictPairs } from './predict-pairs.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-pairs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const LISTS = ['1,10,8,completed', '1,20,6,', '2,10,9,'];

async function predict(pairs: readonly string[], lists: readonly string[] = LISTS) {
	const [profilesPath, pairsPath, out] = ['lists.csv', 'pairs.csv', 'out.csv'].map((name) =>
		join(folder, name),
	) as [string, string, string];
	await writeFile(profilesPath, ['user,mal_id,score,status', ...lists, ''].join('\n'));
	await writeFile(pairsPath, ['user,mal_id', ...pairs, ''].join('\n'));
	const { terminal, warned } = recordedTerminal();
	const signal = new AbortController().signal;
	const model = ratingModel([10, 20, 30]);
	await predictPairs({ model, profiles: profilesPath, pairs: pairsPath, out, signal }, terminal);
	return { text: await readFile(out, 'utf8'), warned: warned() };
}

describe('predictPairs', () => {
	it('writes a score of 1–10 for every pair, in the order of the pairs', async () => {
		const { text } = await predict(['2,30', '1,30', '2,20', '"1",30']);
		const of = (entries: number, item: number) => ((50 + entries + item) / 10).toFixed(3);
		expect(text).toBe(
			`user,mal_id,predicted_score\n2,30,${of(1, 2)}\n1,30,${of(2, 2)}\n2,20,${of(1, 1)}\n1,30,${of(2, 2)}\n`,
		);
	});

	it('gives unknown titles the mean of the list and users without one the usual, and says so', async () => {
		const { text, warned } = await predict(['1,99', '9,30']);
		// The mean of 80 and 60, drawn towards the usual 75 by the weight of five scores.
		const mean = ((80 + 60 + 5 * 75) / 7 / 10).toFixed(3);
		expect(text).toBe(`user,mal_id,predicted_score\n1,99,${mean}\n9,30,${(52 / 10).toFixed(3)}\n`);
		expect(warned).toContain('does not know (99): 1');
		expect(warned).toContain('Users without a list (9): 1');
	});

	it.each([
		['a pair', ['1,30', '1,x'], LISTS, 'pairs.csv, line 3: "x" is no MyAnimeList id'],
		['a pair without a user', [',30'], LISTS, 'pairs.csv, line 2: the user is missing'],
		['a pair with a field too many', ['1,2,3'], LISTS, 'pairs.csv, line 2: 3 fields'],
		['a row of a list', ['1,30'], ['1,10,12,'], 'lists.csv, line 2: "12" is no score'],
	])('refuses %s and leaves no result', async (_, pairs, lists, message) => {
		await expect(predict(pairs, lists)).rejects.toThrow(message);
		expect((await readdir(folder)).sort()).toEqual(['lists.csv', 'pairs.csv']);
	});
});
