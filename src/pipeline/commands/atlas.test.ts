import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neighboursOf } from '#core/atlas/neighbours.ts';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import {
	ATLAS_FILE,
	ATLAS_FILES,
	BUNDLE_FORMAT,
	MODEL_FILE,
	SMALL_MODEL_FILE,
} from '#server/bundle-manifest.ts';
import { openAtlas, readBundle, readManifest } from '#server/bundle.ts';
import { recordedTerminal } from '#tests/support/recorded-terminal.ts';
import { ownColour, trainingRows, withTrainingFolder } from '#tests/support/training-folder.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { packBytes } from '../bundle/pack.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { buildCatalogue } from '../catalogue/build-catalogue.ts';
import { UsageError } from '../command.ts';
import { BrokenRowLog } from '../dataset/broken-rows.ts';
import { command } from './atlas.ts';
import { command as bundleCommand } from './bundle.ts';
import { command as evaluateCommand } from './evaluate.ts';

const NEVER = new AbortController().signal;

let place: string;
let bundle: string;
beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), 'sprout-atlas-'));
	bundle = join(place, 'bundle');
});
afterEach(() => rm(place, { recursive: true }));

/** A folder to train on, and a bundle of its titles whose models know nothing. */
async function onColours<T>(use: (folder: string) => Promise<T>): Promise<T> {
	return withTrainingFolder(trainingRows(ownColour), async (folder) => {
		const { parts } = await buildCatalogue(folder, { broken: new BrokenRowLog() });
		const { titles, facts } = encodeCatalogue(parts);
		const items = Int32Array.from(parts.anime, ({ malId }) => malId);
		const model = packBytes(writeSproutModel(wideNetworkFile({ items })));
		const files = {
			'titles.json.gz': packBytes(JSON.stringify(titles)),
			'facts.json.gz': packBytes(JSON.stringify(facts)),
			[MODEL_FILE]: model,
			[SMALL_MODEL_FILE]: model,
		};
		const origin = { format: BUNDLE_FORMAT, date: '2026-07-01', sources: {}, counts: {} } as const;
		await writeBundle(bundle, files, { ...origin, models: {} });
		return use(folder);
	});
}

async function run(folder: string, args: string[] = [], signal = NEVER) {
	const { terminal, printed, warned } = recordedTerminal();
	const own = ['--data', folder, '--bundle', bundle, '--work', join(place, 'work')];
	const status = await command.run([...own, ...args], terminal, signal);
	return { status, printed: printed(), warned: warned() };
}

const mapBytes = () => readFile(join(bundle, ATLAS_FILE), 'base64');
const opened = async () => openAtlas(await readBundle(bundle, ATLAS_FILES));

describe('sprout atlas', { timeout: 60_000 }, () => {
	it('puts a map of all titles into the bundle and leaves the other files alone', async () => {
		await onColours(async (folder) => {
			const before = await stat(join(bundle, MODEL_FILE));
			const { status, printed } = await run(folder, ['--threads', '1']);
			expect(status).toBe(0);
			expect(printed).toContain('has the map: atlas.safetensors.gz');
			const after = await stat(join(bundle, MODEL_FILE));
			expect(after.ino).toBe(before.ino);
			const atlas = await opened();
			expect(atlas?.data.malIds).toHaveLength(24);
			expect((await readManifest(bundle)).atlas).toMatchObject({ method: 'sprout', seed: 1 });
			// Titles of one colour are liked together; 2 and 4 are recommended for each other as well.
			if (!atlas) return;
			const at = (malId: number) => atlas.data.malIds.indexOf(malId);
			const near = neighboursOf(atlas.neighbours, at(2));
			const four = near.find(({ point }) => point === at(4));
			expect(four?.reasons).toEqual(expect.arrayContaining(['liked-together', 'recommended']));
			const sameColour = near
				.slice(0, 8)
				.filter(({ point }) => (atlas.data.malIds[point] ?? 1) % 2 === 0);
			expect(sameColour.length).toBeGreaterThanOrEqual(7);
		});
	});

	it('makes the same bytes again, whatever the threads, and goes on from what is there', async () => {
		await onColours(async (folder) => {
			await run(folder, ['--threads', '1', '--cold']);
			const first = await mapBytes();
			expect((await run(folder, ['--cold'])).warned).toContain('4 of 4 steps are done already');
			await run(folder, ['--threads', '2', '--cold', '--fresh']);
			expect(await mapBytes()).toBe(first);
		});
	});

	it('stops when told to, and goes on to the same bytes', async () => {
		await onColours(async (folder) => {
			await run(folder, ['--threads', '1', '--cold']);
			const expected = await mapBytes();
			const stop = new AbortController();
			const stopped = run(folder, ['--threads', '1', '--cold', '--fresh'], stop.signal);
			queueMicrotask(() => stop.abort());
			await expect(stopped).rejects.toThrow(/abort/);
			await run(folder, ['--threads', '1', '--cold']);
			expect(await mapBytes()).toBe(expected);
		});
	});

	it('begins from the map that is there, unless it is told not to', async () => {
		await onColours(async (folder) => {
			const earlier = async (args: string[]) => {
				await run(folder, ['--threads', '1', ...args]);
				return (await readManifest(bundle)).atlas?.['earlier'];
			};
			expect(await earlier([])).toBeNull();
			const { files } = await readManifest(bundle);
			expect(await earlier([])).toBe(files[ATLAS_FILE]?.sha256);
			expect(await earlier(['--cold'])).toBeNull();
		});
	});

	it('lays out fewer titles, in the reference’s way, into a folder that "bundle" takes', async () => {
		await onColours(async (folder) => {
			const out = join(place, 'map');
			const args = ['--titles', '20', '--method', 'reference', '--out', out, '--threads', '1'];
			expect((await run(folder, args)).status).toBe(0);
			expect(await opened()).toBeNull();
			const { terminal } = recordedTerminal();
			const bundleArgs = ['--data', folder, '--out', bundle, '--only', 'catalogue'];
			const taken = [...bundleArgs, '--atlas', out];
			expect(await bundleCommand.run(taken, terminal, NEVER)).toBe(0);
			expect((await opened())?.data.malIds).toHaveLength(20);
			// And without it, the map stays.
			expect(await bundleCommand.run(bundleArgs, terminal, NEVER)).toBe(0);
			expect((await opened())?.data.malIds).toHaveLength(20);
			expect((await readManifest(bundle)).atlas).toMatchObject({ method: 'reference' });
		});
	});

	it('is made by "bundle" where that is told to', async () => {
		await onColours(async (folder) => {
			const { terminal, printed, warned } = recordedTerminal();
			const own = ['--data', folder, '--out', bundle, '--work', join(place, 'work')];
			const args = [...own, '--only', 'catalogue', '--threads', '1', '--atlas'];
			expect(await bundleCommand.run([...args, 'make'], terminal, NEVER)).toBe(0);
			expect((await opened())?.data.malIds).toHaveLength(24);
			expect(printed()).toMatch(/atlas\.safetensors\.gz +\d/);
			const missing = await bundleCommand.run([...args, join(place, 'none')], terminal, NEVER);
			expect([missing, warned()]).toEqual([1, expect.stringContaining('Make the map again')]);
		});
	});

	it('is measured beside the reference’s way, and says which floors it misses', async () => {
		await onColours(async (folder) => {
			await run(folder, ['--threads', '1']);
			const out = join(place, 'report');
			const { terminal, printed } = recordedTerminal();
			const args = ['atlas', '--data', folder, '--bundle', bundle, '--out', out];
			// Two dozen titles without genres can't agree in them.
			expect(await evaluateCommand.run(args, terminal, NEVER)).toBe(1);
			expect(printed()).toContain('# How good the map is');
			expect(await readFile(join(out, 'atlas.md'), 'utf8')).toContain('the map, local lens');
			const report: unknown = JSON.parse(await readFile(join(out, 'atlas-quality.json'), 'utf8'));
			expect(report).toMatchObject({ measured: { titles: 24 } });
		});
	});

	it('tells of a bundle without a model, and of data that is not there', async () => {
		await onColours(async (folder) => {
			await rm(join(bundle, MODEL_FILE));
			const { status, warned } = await run(folder);
			expect([status, warned]).toEqual([1, expect.stringContaining('has no')]);
			const { terminal, warned: told } = recordedTerminal();
			const args = ['atlas', '--data', folder, '--bundle', join(place, 'none')];
			expect(await evaluateCommand.run(args, terminal, NEVER)).toBe(1);
			expect(told()).toContain('has no');
		});
	});

	it.each([
		[[], 'Which data'],
		[['--data', '/no/such/folder'], 'no folder'],
		[['--data', '.', '--titles', '1'], '--titles takes'],
		[['--data', '.', '--titles', '25001'], '--titles takes'],
		[['--data', '.', '--method', 'umap'], 'sprout or reference'],
		[['--data', '.', '--cold', '--from', 'x'], 'leave out --from'],
	])('refuses %j', async (args, message) => {
		const refused = command.run(args, recordedTerminal().terminal, NEVER);
		await expect(refused).rejects.toThrow(UsageError);
		await expect(refused).rejects.toThrow(message);
	});
});
