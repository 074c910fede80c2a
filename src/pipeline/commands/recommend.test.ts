import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { recordedTerminal } from '#tests/support/recorded-terminal.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUNDLE_FORMAT } from '#server/bundle-manifest.ts';
import { packBytes } from '../bundle/pack.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { UsageError } from '../command.ts';
import { command as predict } from './predict.ts';
import { command as recommend } from './recommend.ts';

let folder: string;
let paths: Record<'profiles' | 'candidates' | 'pairs' | 'out' | 'bundle' | 'model', string>;

/** Whoever watched 10 likes 30 most, then 20, then 40; 10 and 30 are one franchise. */
const model = writeSproutModel(
	wideNetworkFile({
		items: Int32Array.of(10, 20, 30, 40),
		magnitudes: Float32Array.from({ length: 128 }, (_, code) => code / 4),
		triangle: Int8Array.of(4, 9, 1, 0, 0, 0),
	}),
);
/** What everybody would give who scored nothing: the usual mean, 75 of 100. */
const USUAL = '7.500';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sprout-recommend-'));
	const path = (name: string) => join(folder, name);
	paths = {
		profiles: path('lists.csv'),
		candidates: path('candidates.csv'),
		pairs: path('pairs.csv'),
		out: path('out.csv'),
		bundle: path('bundle'),
		model: path('other.safetensors.gz'),
	};
	const catalogue = smallCatalogue([{ malId: 10 }, { malId: 20 }, { malId: 30 }, { malId: 40 }]);
	const { titles, facts } = encodeCatalogue({
		anime: [0, 1, 2, 3].map((index) => catalogue.anime(index)),
		pairs: [],
		franchises: [[0, 2]],
	});
	const files = {
		'titles.json.gz': packBytes(JSON.stringify(titles)),
		'facts.json.gz': packBytes(JSON.stringify(facts)),
		'model.safetensors.gz': packBytes(model),
		'model-small.safetensors.gz': packBytes(model),
	};
	await writeBundle(paths.bundle, files, {
		format: BUNDLE_FORMAT,
		date: '2026-07-01',
		sources: {},
		counts: { titles: 4 },
		models: {},
	});
	await writeFile(paths.model, packBytes(model));
	await writeLists('1,10,0,completed', '1,40,0,plan_to_watch', '2,20,0,');
	await writeFile(paths.candidates, 'mal_id\n10\n20\n30\n40\n77\n');
	await writeFile(paths.pairs, 'user,mal_id\n1,30\n');
});
afterEach(() => rm(folder, { recursive: true }));

const writeLists = (...rows: string[]) =>
	writeFile(paths.profiles, ['user,mal_id,score,status', ...rows, ''].join('\n'));

const base = () => ['--profiles', paths.profiles, '--bundle', paths.bundle];
const candidates = () => ['--candidates', paths.candidates];
const out = () => ['--out', paths.out];

async function run(command: typeof recommend, args: string[]) {
	const { terminal, printed, warned } = recordedTerminal();
	const status = await command.run(args, terminal, new AbortController().signal);
	return { status, printed: printed(), warned: warned() };
}

const HEADER = 'user,rank,mal_id,score,predicted_score';

describe('sprout recommend', () => {
	it('keeps the order of the file, whatever the number of threads', async () => {
		await writeLists(...Array.from({ length: 100 }, (_, user) => `u${user},10,0,completed`));
		const users = async (threads: string) => {
			const options = [...base(), ...candidates(), '--out', '-', '--top', '1'];
			const { printed } = await run(recommend, [...options, '--threads', threads]);
			return printed.trim().split('\n').slice(1);
		};
		const expected = Array.from({ length: 100 }, (_, user) =>
			expect.stringMatching(`^u${user},1,30,`),
		);
		expect(await users('3')).toEqual(expected);
		expect(await users('1')).toEqual(expected);
	});

	it('writes a ranking for every list and tells of candidates that the model lacks', async () => {
		const { status, warned } = await run(recommend, [...base(), ...candidates(), ...out()]);
		expect(status).toBe(0);
		// The root of code ÷ 4; equal scores stay in the candidates' order.
		expect(await readFile(paths.out, 'utf8')).toBe(
			[
				HEADER,
				`1,1,30,${Math.sqrt(9 / 4)},${USUAL}`,
				`1,2,20,${Math.sqrt(4 / 4)},${USUAL}`,
				`1,3,40,${Math.sqrt(1 / 4)},${USUAL}`,
				`2,1,10,${Math.sqrt(4 / 4)},${USUAL}`,
				`2,2,30,0,${USUAL}`,
				`2,3,40,0,${USUAL}`,
				'',
			].join('\n'),
		);
		expect(warned).toContain('Candidates that the model does not know (77): 1; left out');
		expect(warned).toContain('2 lists');
	});

	it('takes franchises from the candidates, else from the bundle', async () => {
		const options = [...base(), ...candidates(), '--out', '-', '--new-franchises', '--top', '1'];
		expect((await run(recommend, options)).printed).toBe(
			`${HEADER}\n1,1,20,1,${USUAL}\n2,1,10,1,${USUAL}\n`,
		);
		await writeFile(paths.candidates, 'franchise,mal_id\n5,10\n5,20\n6,30\n,40\n');
		expect((await run(recommend, options)).printed).toBe(
			`${HEADER}\n1,1,30,1.5,${USUAL}\n2,1,30,0,${USUAL}\n`,
		);
	});

	it('opens another model, without a bundle', async () => {
		const options = ['--profiles', paths.profiles, ...candidates(), ...out()];
		const { status } = await run(recommend, [...options, '--model', paths.model, '--bundle', 'no']);
		expect(status).toBe(0);
	});

	it.each([
		['a bad row of a list', () => writeLists('1,10,99,'), 'lists.csv, line 2: "99" is no score'],
		[
			'a bad candidate',
			() => writeFile(paths.candidates, 'mal_id\nten\n'),
			'candidates.csv, line 2: "ten" is no MyAnimeList id',
		],
		[
			'a candidate twice',
			() => writeFile(paths.candidates, 'mal_id\n10\n10\n'),
			'candidates.csv, line 3: title 10 is there twice',
		],
		['no candidate', () => writeFile(paths.candidates, 'mal_id\n'), 'holds no title'],
		['candidates without ids', () => writeFile(paths.candidates, 'id\n1\n'), 'no column "mal_id"'],
		['lists that are missing', () => rm(paths.profiles), 'is missing'],
		['a bundle that is missing', () => rm(paths.bundle, { recursive: true }), 'The bundle has no'],
	])('refuses %s and keeps the older result', async (_, spoil, message) => {
		await writeFile(paths.out, 'older');
		await spoil();
		const { status, warned } = await run(recommend, [...base(), ...candidates(), ...out()]);
		expect([status, warned]).toEqual([1, expect.stringContaining(message)]);
		expect(await readFile(paths.out, 'utf8')).toBe('older');
		expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
	});

	it('refuses models and places that are none', async () => {
		const options = [...base(), ...candidates()];
		await writeFile(paths.model, packBytes('no model'));
		const damaged = await run(recommend, [...options, ...out(), '--model', paths.model]);
		expect([damaged.status, damaged.warned]).toEqual([1, expect.stringContaining("can't be used")]);
		const missing = await run(recommend, [...options, ...out(), '--model', 'none']);
		expect([missing.status, missing.warned]).toEqual([1, expect.stringContaining('ENOENT')]);
		const place = await run(recommend, [...options, '--out', folder]);
		expect([place.status, place.warned]).toEqual([1, expect.stringContaining('is no file')]);
		const nowhere = await run(recommend, [...options, '--out', join(folder, 'no/out.csv')]);
		expect([nowhere.status, nowhere.warned]).toEqual([1, expect.stringContaining('written')]);
	});

	it('explains wrong options', async () => {
		const running = (...args: string[]) => run(recommend, args);
		await expect(running()).rejects.toThrow(UsageError);
		await expect(running('--profiles', 'x')).rejects.toThrow('--candidates');
		const named = ['--profiles', 'x', '--candidates', 'y'];
		await expect(running(...named)).rejects.toThrow('--out');
		await expect(running(...named, '--out', 'z', '--top', '0')).rejects.toThrow('--top');
		await expect(running(...named, '--out', 'z', '--threads', '17')).rejects.toThrow('--threads');
	});
});

describe('sprout predict', () => {
	it('predicts by the model of the bundle', async () => {
		const options = [...base(), '--pairs', paths.pairs, ...out()];
		expect((await run(predict, options)).status).toBe(0);
		expect(await readFile(paths.out, 'utf8')).toBe(`user,mal_id,predicted_score\n1,30,${USUAL}\n`);
	});

	it('explains wrong options', async () => {
		const running = (...args: string[]) => run(predict, args);
		await expect(running()).rejects.toThrow(UsageError);
		await expect(running('--profiles', 'x')).rejects.toThrow('--pairs');
		await expect(running('--profiles', 'x', '--pairs', 'y')).rejects.toThrow('--out');
	});
});
