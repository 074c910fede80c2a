import { describe, expect, it } from 'vitest';
import { readItemItemModel } from '#core/model/read-model.ts';
import { readSafetensors } from '#core/model/safetensors.ts';
import type { DataRows } from '#tests/support/data-folder.ts';
import {
	isTrain,
	ownColour,
	TITLES,
	trainingRows,
	USERS,
	withTrainingFolder,
} from '#tests/support/training-folder.ts';
import { DataFileError } from './csv.ts';
import { createTerminal } from './terminal.ts';
import { trainBundleModel } from './train-model.ts';

async function train(data: DataRows, signal = new AbortController().signal, warned: string[] = []) {
	const silent = { write: (text: string) => warned.push(text) > 0 };
	return withTrainingFolder(data, (folder) =>
		trainBundleModel(folder, createTerminal(silent, silent), signal),
	);
}

describe('trainBundleModel', () => {
	it('learns what goes together, and says how it was trained', async () => {
		const { file, settings, counts } = await train(trainingRows(ownColour));
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
		const data = trainingRows(ownColour);
		const warned: string[] = [];
		const profiles = [...data.profiles, '1,2,11,completed'];
		await train({ ...data, profiles }, undefined, warned);
		expect(warned.join('')).toMatch(/profiles\.csv\.gz: 1 row left out/);
	});

	it('makes the same bytes of the same data', async () => {
		const [one, other] = [
			await train(trainingRows(ownColour)),
			await train(trainingRows(ownColour)),
		];
		expect(one.file).toEqual(other.file);
	});

	it('learns nothing from users of validation and test', async () => {
		const { file } = await train(trainingRows(ownColour));
		const othersChanged = await train(
			trainingRows((user, title) =>
				isTrain(user) ? ownColour(user, title) : `${user},${title},1,dropped`,
			),
		);
		expect(othersChanged.file).toEqual(file);
		const oneChanged = await train(
			trainingRows((user, title) =>
				user === 1 ? `1,${title},8,completed` : ownColour(user, title),
			),
		);
		expect(isTrain(1)).toBe(true);
		expect(oneChanged.file).not.toEqual(file);
	});

	it('learns nothing from planned titles', async () => {
		const { file } = await train(trainingRows(ownColour));
		const planning = await train(
			trainingRows((user, title) => ownColour(user, title) ?? `${user},${title},0,plan_to_watch`),
		);
		expect(planning.file).toEqual(file);
	});

	it('stops when asked to', async () => {
		const stopped = AbortSignal.abort();
		await expect(train(trainingRows(ownColour), stopped)).rejects.toThrow(/abort/);
	});

	it('says so when there is nothing to learn from', async () => {
		const nobody = trainingRows((user, title) => (isTrain(user) ? null : ownColour(user, title)));
		await expect(train(nobody)).rejects.toThrow(DataFileError);
	});
});
