import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { BUNDLE_FORMAT } from '#server/bundle-manifest.ts';
import { readBundle } from '#server/bundle.ts';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packBytes } from '../bundle/pack.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { UsageError } from '../command.ts';
import { createTerminal } from '../terminal.ts';
import { command } from './reference.ts';

const TITLES = Array.from({ length: 25 }, (_, at) => at + 1);
const USERS = [1, 2, 3, 4, 5, 6];

/** Five users of `train` watch everything but the last titles, one of `test` all. */
const ROWS: DataRows = {
	corpus: TITLES.map((title) => `${title},9,${title},2001-01-01`),
	sources: ['crawl,2016-09-30'],
	users: USERS.map((user) => `${user},crawl,${user === 6 ? 'test' : 'train'}`),
	profiles: USERS.flatMap((user) =>
		TITLES.slice(0, user === 6 ? 25 : 20).map((title) => `${user},${title},${user},completed`),
	),
	validationWithheld: [],
	testWithheld: [],
};

let dir: string;
beforeEach(async () => {
	dir = join(await mkdtemp(join(tmpdir(), 'sprout-reference-')), 'bundle');
	const catalogue = smallCatalogue(TITLES.map((malId) => ({ malId })));
	const anime = TITLES.map((_, index) => catalogue.anime(index));
	const { titles, facts } = encodeCatalogue({ anime, pairs: [], franchises: [] });
	const model = packBytes(writeSproutModel(wideNetworkFile({ items: Int32Array.from(TITLES) })));
	await writeBundle(
		dir,
		{
			'titles.json.gz': packBytes(JSON.stringify(titles)),
			'facts.json.gz': packBytes(JSON.stringify(facts)),
			'model.safetensors.gz': model,
			'model-small.safetensors.gz': model,
		},
		{ format: BUNDLE_FORMAT, date: '2026-07-01', sources: {}, counts: { titles: 25 }, models: {} },
	);
});
afterEach(() => rm(join(dir, '..'), { recursive: true }));

async function run(args: string[]) {
	const said: string[] = [];
	const stream = { write: (text: string) => said.push(text) > 0 };
	const signal = new AbortController().signal;
	const status = await command.run(args, createTerminal(stream, stream), signal);
	return { status, said: said.join('') };
}

describe('sprout reference', () => {
	it('adds the figures of train users and leaves the other files as they are', async () => {
		await withDataFolder(ROWS, async (data) => {
			const model = await readFile(join(dir, 'model.safetensors.gz'));
			const { status, said } = await run(['--data', data, '--bundle', dir]);
			expect([status, said]).toEqual([0, expect.stringMatching(/figures of 5 lists, \d+ kB/)]);
			const { reference, manifest } = await readBundle(dir, []);
			expect(reference?.lists).toBe(5);
			expect([1, 25].map((malId) => reference?.listingsOf(malId))).toEqual([5, 0]);
			expect(reference?.pointsOf(1)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
			expect(manifest).toMatchObject({
				date: '2026-07-01',
				counts: { titles: 25, referenceLists: 5 },
			});
			expect(await readFile(join(dir, 'model.safetensors.gz'))).toEqual(model);

			const first = await readFile(join(dir, 'reference.json.gz'));
			expect((await run(['--data', data, '--bundle', dir])).status).toBe(0);
			expect(await readFile(join(dir, 'reference.json.gz'))).toEqual(first);
		});
	});

	it('says what is missing', async () => {
		await withDataFolder(ROWS, async (data) => {
			const noBundle = await run(['--data', data, '--bundle', join(dir, 'none')]);
			expect([noBundle.status, noBundle.said]).toEqual([1, expect.stringMatching(/bundle has no/)]);
			await rm(join(data, 'users.csv'));
			const noUsers = await run(['--data', data, '--bundle', dir]);
			expect([noUsers.status, noUsers.said]).toEqual([1, expect.stringMatching(/users\.csv/)]);
		});
		await expect(run([])).rejects.toBeInstanceOf(UsageError);
		const file = join(dir, '..', 'file');
		await writeFile(file, '');
		await expect(run(['--data', file])).rejects.toThrow(/no folder/);
	});
});
