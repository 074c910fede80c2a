import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readItemItemModel } from '#core/model/read-model.ts';
import { readSafetensors } from '#core/model/safetensors.ts';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { DataFileError } from './csv.ts';
import { createTerminal } from './terminal.ts';
import { trainBundleModel } from './train-model.ts';

const TITLES = Array.from({ length: 24 }, (_, title) => title + 1);
const SPLITS = ['train', 'train', 'train', 'train', 'validation', 'test'] as const;
const USERS = Array.from({ length: 30 }, (_, user) => user + 1);
const splitOf = (user: number) => SPLITS[user % SPLITS.length] ?? 'train';
const isTrain = (user: number) => splitOf(user) === 'train';

/** Users watch titles of their own colour; `entry` can change what one of them does. */
function rows(entry: (user: number, title: number) => string | null): DataRows {
	return {
		corpus: TITLES.map((title) => `${title},9,${title},2001-01-01`),
		sources: ['crawl,2016-09-30'],
		users: USERS.map((user) => `${user},crawl,${splitOf(user)}`),
		profiles: USERS.flatMap((user) =>
			TITLES.map((title) => entry(user, title)).filter((line) => line !== null),
		),
		validationWithheld: [],
		testWithheld: [],
	};
}

const ownColour = (user: number, title: number) =>
	(user + title) % 2 === 0 && (user + 2 * title) % 5 !== 0 ? `${user},${title},8,completed` : null;

async function train(data: DataRows, signal = new AbortController().signal, warned: string[] = []) {
	const silent = { write: (text: string) => warned.push(text) > 0 };
	return withDataFolder(data, async (folder) => {
		const anime = TITLES.map((title) =>
			JSON.stringify({ mal_id: title, title: `Title ${title}`, genres: ['Drama'], members: 5 }),
		);
		const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
		await writeFile(join(folder, 'catalogue.jsonl.gz'), gzipSync(csv(...anime)));
		const relations = csv('from_mal,to_mal,relation,source', '1,3,Sequel,x');
		await writeFile(join(folder, 'relations.csv'), relations);
		await writeFile(join(folder, 'franchises.csv'), csv('franchise,mal_id,start_date,type'));
		await writeFile(join(folder, 'recommendations.csv'), csv('mal_a,mal_b,votes', '2,4,10'));
		return trainBundleModel(folder, createTerminal(silent, silent), signal);
	});
}

describe('trainBundleModel', () => {
	it('learns what goes together, and says how it was trained', async () => {
		const { file, settings, counts } = await train(rows(ownColour));
		const model = readItemItemModel(file);
		const scores = new Float32Array(TITLES.length);
		model.score(model.readInput([{ malId: 2, score: null, status: 'completed' }]), scores);
		const mean = (even: boolean) => {
			const own = TITLES.filter((title) => title !== 2 && (title % 2 === 0) === even);
			return own.reduce((sum, title) => sum + (scores[title - 1] ?? 0), 0) / own.length;
		};
		expect(mean(true)).toBeGreaterThan(mean(false));
		expect(counts).toMatchObject({
			modelTitles: TITLES.length,
			modelLists: USERS.filter(isTrain).length,
			modelRelations: 1,
			modelRecommendations: 1,
			modelGroups: 1,
		});
		expect(JSON.parse(readSafetensors(file).metadata.settings ?? '')).toMatchObject({
			damping: settings.damping,
		});
	});

	it('tells which rows it left out', async () => {
		const data = rows(ownColour);
		const warned: string[] = [];
		const profiles = [...data.profiles, '1,2,11,completed'];
		await train({ ...data, profiles }, undefined, warned);
		expect(warned.join('')).toMatch(/profiles\.csv\.gz: 1 row left out/);
	});

	it('makes the same bytes of the same data', async () => {
		const [one, other] = [await train(rows(ownColour)), await train(rows(ownColour))];
		expect(one.file).toEqual(other.file);
	});

	it('learns nothing from users of validation and test', async () => {
		const { file } = await train(rows(ownColour));
		const othersChanged = await train(
			rows((user, title) =>
				isTrain(user) ? ownColour(user, title) : `${user},${title},1,dropped`,
			),
		);
		expect(othersChanged.file).toEqual(file);
		const oneChanged = await train(
			rows((user, title) => (user === 1 ? `1,${title},8,completed` : ownColour(user, title))),
		);
		expect(isTrain(1)).toBe(true);
		expect(oneChanged.file).not.toEqual(file);
	});

	it('learns nothing from planned titles', async () => {
		const { file } = await train(rows(ownColour));
		const planning = await train(
			rows((user, title) => ownColour(user, title) ?? `${user},${title},0,plan_to_watch`),
		);
		expect(planning.file).toEqual(file);
	});

	it('stops when asked to', async () => {
		const stopped = AbortSignal.abort();
		await expect(train(rows(ownColour), stopped)).rejects.toThrow(/abort/);
	});

	it('says so when there is nothing to learn from', async () => {
		const nobody = rows((user, title) => (isTrain(user) ? null : ownColour(user, title)));
		await expect(train(nobody)).rejects.toThrow(DataFileError);
	});
});
