import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { BUNDLE_FORMAT } from '#server/bundle-manifest.ts';
import { readManifest } from '#server/bundle.ts';
import { withDataFolder, type DataRows } from '#tests/support/data-folder.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packBytes } from '../bundle/pack.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { UsageError } from '../command.ts';
import { createTerminal } from '../terminal.ts';
import { command } from './calibrate.ts';

const TITLES = Array.from({ length: 24 }, (_, title) => title + 1);

/** So many users of each split who score every title, two in three of them withheld. */
function data(users: number): DataRows {
	const all = Array.from({ length: 2 * users }, (_, user) => user + 1);
	const splitOf = (user: number) => (user > users ? 'test' : 'validation');
	const withheld = (split: string) =>
		all
			.filter((user) => splitOf(user) === split)
			.flatMap((user) =>
				TITLES.filter((title) => title % 3 > 0).map((title) => `${user},${title}`),
			);
	return {
		corpus: TITLES.map((title) => `${title},9,${title},2001-01-01`),
		sources: ['crawl,2016-09-30'],
		users: all.map((user) => `${user},crawl,${splitOf(user)}`),
		profiles: all.flatMap((user) =>
			TITLES.map((title) => `${user},${title},${1 + ((user * title) % 10)},completed`),
		),
		validationWithheld: withheld('validation'),
		testWithheld: withheld('test'),
	};
}

let out: string;
beforeAll(async () => {
	out = await mkdtemp(join(tmpdir(), 'sprout-calibrate-'));
	const model = packBytes(
		writeSproutModel(wideNetworkFile({ items: Int32Array.from(TITLES), learnedCount: 22 })),
	);
	await writeBundle(
		out,
		{
			'titles.json.gz': packBytes('titles'),
			'facts.json.gz': packBytes('facts'),
			'model.safetensors.gz': model,
			'model-small.safetensors.gz': model,
		},
		{ format: BUNDLE_FORMAT, date: '2026-01-01', sources: {}, counts: {}, models: null },
	);
});
afterAll(() => rm(out, { recursive: true }));

async function run(...args: string[]) {
	const printed: string[] = [];
	const warned: string[] = [];
	const stream = (lines: string[]) => ({ write: (text: string) => lines.push(text) > 0 });
	const terminal = createTerminal(stream(printed), stream(warned));
	const status = await command.run(args, terminal, new AbortController().signal);
	return { status, printed: printed.join(''), warned: warned.join('') };
}

describe('sprout calibrate', () => {
	it('leaves the bundle alone where there is too little to measure with', async () => {
		const before = await readManifest(out);
		await withDataFolder(data(2), async (folder) => {
			const { status, warned } = await run('--data', folder, '--bundle', out);
			expect([status, warned]).toEqual([1, expect.stringContaining('too few scores')]);
		});
		expect(await readManifest(out)).toEqual(before);
	});

	it('writes what it measured into the manifest alone, and checks it on other users', async () => {
		const before = await readManifest(out);
		const model = await readFile(join(out, 'model.safetensors.gz'));
		await withDataFolder(data(30), async (folder) => {
			const { status, printed } = await run('--data', folder, '--bundle', out);
			expect(status).toBe(0);
			expect(printed).toMatch(/## model\.safetensors\.gz\n[\s\S]*\| learned titles/);
		});
		const { ratingErrors, ...rest } = await readManifest(out);
		expect(rest).toEqual(before);
		expect(Object.keys(ratingErrors ?? {})).toEqual([
			'model.safetensors.gz',
			'model-small.safetensors.gz',
		]);
		expect(ratingErrors?.['model.safetensors.gz']?.usual).toBeGreaterThan(0);
		expect(await readFile(join(out, 'model.safetensors.gz'))).toEqual(model);
	});

	it('asks for the data', async () => {
		await expect(run()).rejects.toBeInstanceOf(UsageError);
	});
});
