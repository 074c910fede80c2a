import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeItemItemModel } from '#core/model/write-model.ts';
import { readManifest } from '#server/bundle.ts';
import { smallestModel } from '#tests/support/smallest-model.ts';
import { writeCatalogueFolder } from '#tests/support/catalogue-folder.ts';
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
		expect(manifest).toMatchObject({ date: '2001-02-03', model: null });
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

	it('keeps the model of the old bundle where only the catalogue is made', async () => {
		await run(catalogueArgs());
		const { files: _, ...facts } = await readManifest(out);
		const model = packBytes(writeItemItemModel(smallestModel(1)));
		const old = {
			'titles.json.gz': packBytes('old'),
			'facts.json.gz': packBytes('old'),
			'model.safetensors.gz': model,
		};
		const counts = { ...facts.counts, titles: 99, modelTitles: 7 };
		await writeBundle(out, old, { ...facts, counts, model: { damping: 1 } });
		await run(catalogueArgs());
		const manifest = await readManifest(out);
		expect(manifest.model).toEqual({ damping: 1 });
		expect(manifest.counts).toMatchObject({ titles: 2, modelTitles: 7 });
		expect(new Uint8Array(await readFile(join(out, 'model.safetensors.gz')))).toEqual(
			new Uint8Array(model),
		);
	});

	it('does not join a catalogue to a model of other titles', async () => {
		await run(catalogueArgs());
		const { files: _, ...facts } = await readManifest(out);
		const old = {
			'titles.json.gz': packBytes('old'),
			'facts.json.gz': packBytes('old'),
			'model.safetensors.gz': packBytes(writeItemItemModel(smallestModel(77))),
		};
		await writeBundle(out, old, facts);
		const before = await readAll(out);
		const { status, warned } = await run(catalogueArgs());
		expect([status, warned]).toEqual([1, expect.stringContaining('lacks title 77 of its model')]);
		expect(await readAll(out)).toEqual(before);
	});

	it('does not take over a damaged model', async () => {
		await run(catalogueArgs());
		const { files: _, ...facts } = await readManifest(out);
		const file = () => packBytes('x');
		const names = ['titles.json.gz', 'facts.json.gz', 'model.safetensors.gz'] as const;
		const [titles, details, model] = names;
		await writeBundle(out, { [titles]: file(), [details]: file(), [model]: file() }, facts);
		await writeFile(join(out, model), 'damaged');
		const before = await readAll(out);
		const { status, warned } = await run(catalogueArgs());
		expect([status, warned]).toEqual([1, expect.stringContaining(`${model} is damaged`)]);
		expect(await readAll(out)).toEqual(before);
	});

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
