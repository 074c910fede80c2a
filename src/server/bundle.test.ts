import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { writeSproutModel } from '#core/model/sprout/write-sprout-model.ts';
import { referenceFile } from '#tests/support/reference-file.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { packBytes } from '#pipeline/bundle/pack.ts';
import { writeBundle } from '#pipeline/bundle/write-bundle.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUNDLE_FORMAT, type BundleFile } from './bundle-manifest.ts';
import { BundleError, openModel, readBundle } from './bundle.ts';

let dir: string;
beforeEach(async () => {
	dir = join(await mkdtemp(join(tmpdir(), 'sprout-bundle-')), 'bundle');
	await write({});
});
afterEach(() => rm(join(dir, '..'), { recursive: true }));

/** Writes a bundle of a catalogue with title 7, with some files as told and checksums that fit. */
async function write(changed: Partial<Record<BundleFile, Uint8Array>>) {
	const anime = [smallCatalogue([{ malId: 7 }]).anime(0)];
	const { titles, facts } = encodeCatalogue({ anime, pairs: [], franchises: [] });
	const files = {
		'titles.json.gz': packBytes(JSON.stringify(titles)),
		'facts.json.gz': packBytes(JSON.stringify(facts)),
		'model.safetensors.gz': packBytes('the model'),
		'model-small.safetensors.gz': packBytes('the small model'),
		...changed,
	};
	await writeBundle(dir, files, {
		format: BUNDLE_FORMAT,
		date: '2026-07-01',
		sources: {},
		counts: { titles: 1 },
		models: {},
	});
}

async function changeManifest(change: (manifest: Record<string, unknown>) => object) {
	const path = join(dir, 'manifest.json');
	await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
}

/** A manifest that does not name a file. */
const without =
	(file: BundleFile) =>
	({ files, ...rest }: Record<string, unknown>) => {
		const kept = Object.entries(files as object).filter(([name]) => name !== file);
		return { ...rest, files: Object.fromEntries(kept) };
	};

async function flipByte(name: BundleFile) {
	const bytes = await readFile(join(dir, name));
	const last = bytes.length - 1;
	bytes[last] = (bytes[last] ?? 0) ^ 1;
	await writeFile(join(dir, name), bytes);
}

describe('readBundle', () => {
	it('gives the reference figures where there are any', async () => {
		expect((await readBundle(dir)).reference).toBeNull();
		const file = referenceFile([{ malId: 7, listings: 3 }]);
		await write({ 'reference.json.gz': packBytes(JSON.stringify(file)) });
		const bundle = await readBundle(dir, []);
		expect(bundle.reference?.listingsOf(7)).toBe(3);
		expect(bundle.publicFiles.get('reference.json')?.contentType).toBe('application/json');
		await write({ 'reference.json.gz': packBytes(JSON.stringify({ ...file, format: 9 })) });
		await expect(readBundle(dir)).rejects.toThrow(
			/reference\.json of the bundle.*format 9.*Make it/,
		);
		await write({ 'reference.json.gz': packBytes('[') });
		await expect(readBundle(dir)).rejects.toThrow(BundleError);
	});

	it('gives the catalogue, the unpacked model and the files to serve', async () => {
		const bundle = await readBundle(dir);
		expect(bundle.manifest.date).toBe('2026-07-01');
		expect(bundle.catalogue.size).toBe(1);
		expect(new TextDecoder().decode(bundle.model)).toBe('the model');
		expect(new TextDecoder().decode(bundle.smallModel)).toBe('the small model');
		expect([...bundle.publicFiles.keys()]).toEqual([
			'titles.json',
			'facts.json',
			'model.safetensors',
			'model-small.safetensors',
		]);
		const file = bundle.publicFiles.get('titles.json');
		expect(file?.contentType).toBe('application/json');
		expect(file?.bytes).toEqual(new Uint8Array(await readFile(join(dir, 'titles.json.gz'))));
		const sum = bundle.manifest.files['titles.json.gz'].sha256;
		expect(sum.startsWith(file?.hash ?? 'none')).toBe(true);
	});

	it.each([
		['no bundle', () => rm(dir, { recursive: true }), /has no .*manifest\.json.*sprout -- bundle/],
		['a missing file', () => unlink(join(dir, 'facts.json.gz')), /has no .*facts\.json\.gz/],
		[
			'a changed byte',
			() => flipByte('titles.json.gz'),
			/titles\.json\.gz is damaged: its checksum/,
		],
		[
			'a file cut short',
			() => writeFile(join(dir, 'model.safetensors.gz'), 'x'),
			/model\.safetensors\.gz is damaged: 1 bytes instead of/,
		],
		[
			'another format',
			() => changeManifest((manifest) => ({ ...manifest, format: 99 })),
			/has format 99.*reads 2/,
		],
		[
			'a manifest of other shape',
			() => changeManifest((manifest) => ({ ...manifest, date: 'today' })),
			/manifest\.json is damaged: date/,
		],
		[
			'a manifest that is no JSON',
			() => writeFile(join(dir, 'manifest.json'), '{'),
			/manifest\.json is damaged: it is not JSON/,
		],
		[
			'a bundle without a model',
			() => changeManifest(without('model.safetensors.gz')),
			/made without model\.safetensors\.gz/,
		],
		[
			'a bundle without the small model',
			() => changeManifest(without('model-small.safetensors.gz')),
			/made without model-small\.safetensors\.gz/,
		],
	])('refuses %s and says what to do', async (_, damage, message) => {
		await damage();
		await expect(readBundle(dir)).rejects.toThrow(message);
		await expect(readBundle(dir)).rejects.toBeInstanceOf(BundleError);
	});

	it.each([
		['what was never packed', { 'facts.json.gz': new Uint8Array(40) }, /facts\.json\.gz .*read/],
		['other JSON', { 'titles.json.gz': packBytes('{"kind":"facts"}') }, /not a titles file/],
		['a pack cut short', { 'model.safetensors.gz': packBytes('x').subarray(0, 12) }, /model/],
	])('refuses %s under a checksum that fits', async (_, files, message) => {
		await write(files);
		await expect(readBundle(dir)).rejects.toThrow(message);
		await expect(readBundle(dir)).rejects.toThrow(/sprout -- bundle/);
		await expect(readBundle(dir)).rejects.toBeInstanceOf(BundleError);
	});
});

describe('readBundle of a server', () => {
	it('leaves packed what nobody opens', async () => {
		const bundle = await readBundle(dir, []);
		expect([bundle.model.length, bundle.smallModel.length]).toEqual([0, 0]);
		expect(bundle.publicFiles.get('model-small.safetensors')?.bytes.length).toBeGreaterThan(0);
	});
});

describe('openModel', () => {
	const opening = async () => openModel(await readBundle(dir));
	const modelOf = (...items: number[]) => ({
		'model.safetensors.gz': packBytes(
			writeSproutModel(wideNetworkFile({ items: Int32Array.from(items) })),
		),
	});

	it('refuses bytes that are no model', async () => {
		await expect(opening()).rejects.toThrow(/model of the bundle can't be read.*sprout -- bundle/);
		await expect(opening()).rejects.toBeInstanceOf(BundleError);
	});

	it('refuses a model of titles that the catalogue lacks', async () => {
		await write(modelOf(7, 8));
		await expect(opening()).rejects.toThrow(/catalogue lacks title 8 of its model/);
	});

	it('refuses a model that lacks titles of the catalogue', async () => {
		await write(modelOf(8));
		await expect(opening()).rejects.toBeInstanceOf(BundleError);
		const catalogue = smallCatalogue([{ malId: 7 }, { malId: 9 }]);
		const model = writeSproutModel(wideNetworkFile({ items: Int32Array.of(7) }));
		const opened = () => openModel({ model, catalogue });
		expect(opened).toThrow(/model lacks title 9 of its catalogue/);
	});

	it('opens the model of the catalogue', async () => {
		await write(modelOf(7));
		expect([...(await opening()).items]).toEqual([7]);
	});
});
