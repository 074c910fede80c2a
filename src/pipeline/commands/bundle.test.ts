import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { MODEL_FILES } from '#server/bundle-manifest.ts';
import { openModel, readBundle, readManifest } from '#server/bundle.ts';
import { writeCatalogueFolder } from '#tests/support/catalogue-folder.ts';
import { ownColour, trainingRows, withTrainingFolder } from '#tests/support/training-folder.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packBytes } from '../bundle/pack.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { UsageError } from '../command.ts';
import { createTerminal } from '../terminal.ts';
import { command } from './bundle.ts';

let work: string;
let data: string;
let out: string;
beforeAll(async () => {
	work = await mkdtemp(join(tmpdir(), 'sprout-bundle-'));
	data = await writeCatalogueFolder({
		anime: [
			{ mal_id: 1, title: 'Aria', members: 5, start_date: '2001-02-03', status: 'Finished Airing' },
			{ mal_id: 2, title: 'Bolt', members: 4000 },
		],
		relations: ['1,2,Sequel,x', '1,1,Sequel,x'],
	});
});
beforeEach(() => {
	out = join(work, crypto.randomUUID());
});
afterAll(async () => {
	await Promise.all([work, data].map((path) => rm(path, { recursive: true })));
});

async function run(args: string[], signal = new AbortController().signal) {
	const printed: string[] = [];
	const warned: string[] = [];
	const stream = (lines: string[]) => ({ write: (text: string) => lines.push(text) > 0 });
	const terminal = createTerminal(stream(printed), stream(warned));
	const status = await command.run(args, terminal, signal);
	return { status, printed: printed.join(''), warned: warned.join('') };
}

const catalogueArgs = () => ['--data', data, '--out', out, '--only', 'catalogue'];

/** A packed model of some titles. */
function modelOf(items: readonly number[], learnedCount: number): Uint8Array {
	const file = wideNetworkFile({ items: Int32Array.from(items), learnedCount });
	return packBytes(writeSproutModel(file));
}

const oldFiles = (large: Uint8Array, small: Uint8Array) => ({
	'titles.json.gz': packBytes('old'),
	'facts.json.gz': packBytes('old'),
	'model.safetensors.gz': large,
	'model-small.safetensors.gz': small,
});

async function readAll(folder: string): Promise<Record<string, string>> {
	const names = await readdir(folder);
	const contents = names.map(async (name) => [name, await readFile(join(folder, name), 'base64')]);
	return Object.fromEntries(await Promise.all(contents));
}

describe('sprout bundle', () => {
	it('writes catalogue and manifest, and tells counts and broken rows', async () => {
		const { status, printed, warned } = await run(catalogueArgs());
		expect(status).toBe(0);
		expect(printed).toMatch(/titles +2\n/);
		expect(warned).toContain('relations.csv: 1 row left out (line 3');
		const manifest = await readManifest(out);
		expect(manifest).toMatchObject({ date: '2001-02-03', models: null });
		expect(manifest.counts).toEqual({
			titles: 2,
			relatedPairs: 1,
			franchisesOfSeveral: 1,
			titlesInThem: 2,
		});
		expect(manifest.sources['catalogue.jsonl.gz']?.rows).toBe(2);
	});

	it('makes the same bytes of the same data', async () => {
		await run(catalogueArgs());
		const first = await readAll(out);
		await run(catalogueArgs());
		expect(await readAll(out)).toEqual(first);
	});

	it('keeps the models of the old bundle where only the catalogue is made', async () => {
		await run(catalogueArgs());
		const { files: _, ...facts } = await readManifest(out);
		const [large, small] = [modelOf([1, 2], 2), modelOf([1, 2], 1)];
		const old = oldFiles(large, small);
		const counts = { ...facts.counts, titles: 99, modelTitles: 7 };
		const models = { 'model.safetensors.gz': { damping: 1 } };
		await writeBundle(out, old, { ...facts, counts, models });
		await run(catalogueArgs());
		const manifest = await readManifest(out);
		expect(manifest.models).toEqual(models);
		expect(manifest.counts).toMatchObject({ titles: 2, modelTitles: 7 });
		const kept = await readAll(out);
		const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
		expect(kept['model.safetensors.gz']).toBe(base64(large));
		expect(kept['model-small.safetensors.gz']).toBe(base64(small));
	});

	it.each([
		[modelOf([1, 2, 77], 3), modelOf([1, 2], 1), 'catalogue lacks title 77 of its model'],
		[modelOf([1, 2], 2), modelOf([1], 1), 'model lacks title 2 of its catalogue'],
	])('does not join a catalogue to a model of other titles', async (large, small, message) => {
		await run(catalogueArgs());
		const { files: _, ...facts } = await readManifest(out);
		await writeBundle(out, oldFiles(large, small), facts);
		const before = await readAll(out);
		const { status, warned } = await run(catalogueArgs());
		expect([status, warned]).toEqual([1, expect.stringContaining(message)]);
		expect(await readAll(out)).toEqual(before);
	});

	it.each(MODEL_FILES)('does not take over a damaged %s', async (model) => {
		await run(catalogueArgs());
		const { files: _, ...facts } = await readManifest(out);
		await writeBundle(out, oldFiles(packBytes('x'), packBytes('x')), facts);
		await writeFile(join(out, model), 'damaged');
		const before = await readAll(out);
		const { status, warned } = await run(catalogueArgs());
		expect([status, warned]).toEqual([1, expect.stringContaining(`${model} is damaged`)]);
		expect(await readAll(out)).toEqual(before);
	});

	it('trains both models, or takes those that a training left', async () => {
		await withTrainingFolder(trainingRows(ownColour), async (folder) => {
			const options = ['--data', folder, '--out', out];
			const trainedIn = join(work, 'training');
			const { status, printed } = await run([...options, '--work', trainedIn, '--threads', '1']);
			expect([status, printed]).toEqual([
				0,
				expect.stringMatching(/model-small\.safetensors\.gz +0\./),
			]);
			const bundle = await readBundle(out);
			expect(bundle.manifest.counts).toMatchObject({ modelTitles: 24, modelLearnedTitles: 24 });
			expect(Object.keys(bundle.manifest.models ?? {})).toEqual([...MODEL_FILES]);
			expect(bundle.manifest.sources).toHaveProperty(['profiles.csv.gz']);
			expect(openModel(bundle).learnedCount).toBe(24);
			expect(bundle.reference?.lists).toBe(0);
			const trained = await readAll(out);
			await run([...options, '--only', 'catalogue']);
			expect((await readAll(out))['reference.json.gz']).toBe(trained['reference.json.gz']);
			const taking = [...options, '--models', join(trainedIn, 'models')];
			expect((await run(taking)).status).toBe(0);
			expect(await readAll(out)).toEqual(trained);

			await writeFile(join(folder, 'users.csv'), 'user,source,split\n');
			const other = await run(taking);
			expect([other.status, other.warned]).toEqual([
				1,
				expect.stringMatching(/another users\.csv/),
			]);
			await rm(join(trainedIn, 'models', 'model-small.safetensors'));
			const less = await run(taking);
			expect([less.status, less.warned]).toEqual([
				1,
				expect.stringMatching(/model-small\.safetensors is missing.*sprout -- train/),
			]);
			expect(await readAll(out)).toEqual(trained);
		});
	}, 60_000);

	it('never replaces a folder that holds anything but a bundle', async () => {
		await mkdir(out);
		await writeFile(join(out, 'diary.txt'), 'mine');
		const { status, warned } = await run(catalogueArgs());
		expect([status, warned]).toEqual([1, expect.stringMatching(/holds diary\.txt/)]);
		expect(await readdir(out)).toEqual(['diary.txt']);
		const file = join(out, 'diary.txt');
		const onFile = await run(['--data', data, '--out', file, '--only', 'catalogue']);
		expect([onFile.status, onFile.warned]).toEqual([1, expect.stringMatching(/is no folder/)]);
	});

	it('leaves the old bundle whole when it is stopped', async () => {
		await run(catalogueArgs());
		const before = await readAll(out);
		await expect(run(catalogueArgs(), AbortSignal.abort())).rejects.toThrow(/abort/);
		expect(await readAll(out)).toEqual(before);
	});

	it('fails with a sentence when a file is missing', async () => {
		const empty = await mkdtemp(join(work, 'empty-'));
		const { status, warned } = await run(['--data', empty, '--out', out]);
		expect(status).toBe(1);
		expect(warned).toContain('catalogue.jsonl.gz is missing');
		await expect(readdir(out)).rejects.toThrow(/ENOENT/);
	});

	it.each([
		['no data folder named', [], /--data/],
		['a folder that is not there', ['--data', 'no-such-folder'], /no folder no-such-folder/],
		['an unknown part', ['--data', '.', '--only', 'model'], /"model"/],
		['two origins of models', ['--data', '.', '--only', 'catalogue', '--models', '.'], /leave out/],
		['no thread', ['--data', '.', '--threads', '0'], /--threads .* not "0"/],
		['an unknown option', ['--dta', '.'], /--dta/],
	])('explains wrong usage: %s', async (_, args, message) => {
		await expect(run(args)).rejects.toThrow(message);
		await expect(run(args)).rejects.toBeInstanceOf(UsageError);
	});

	it('takes a data folder that is a file for none', async () => {
		const file = join(work, 'file');
		await writeFile(file, '');
		await expect(run(['--data', file])).rejects.toThrow(/no folder/);
	});
});
