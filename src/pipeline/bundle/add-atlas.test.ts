import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtlas, writeNeighbours } from '#core/atlas/write-atlas.ts';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { ATLAS_FILE, ATLAS_FILES, BUNDLE_FORMAT } from '#server/bundle-manifest.ts';
import { BundleError, openAtlas, readBundle } from '#server/bundle.ts';
import { smallAtlas, smallNeighbours } from '#tests/support/small-atlas.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { addAtlas } from './add-atlas.ts';
import { keepAtlasPart, packAtlas, readAtlasFolder } from './atlas-part.ts';
import { packBytes } from './pack.ts';
import { writeBundle } from './write-bundle.ts';

const TITLES = [7, 8, 9];

let place: string;
let dir: string;
beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), 'sprout-add-'));
	dir = join(place, 'bundle');
	const catalogue = smallCatalogue(TITLES.map((malId) => ({ malId })));
	const anime = TITLES.map((_, index) => catalogue.anime(index));
	const { titles, facts } = encodeCatalogue({ anime, pairs: [], franchises: [] });
	const files = {
		'titles.json.gz': packBytes(JSON.stringify(titles)),
		'facts.json.gz': packBytes(JSON.stringify(facts)),
		'model.safetensors.gz': packBytes('a model'),
		'model-small.safetensors.gz': packBytes('a small model'),
	};
	const origin = { format: BUNDLE_FORMAT, date: '2026-07-01', sources: {}, counts: {} } as const;
	await writeBundle(dir, files, { ...origin, models: {} });
});
afterEach(() => rm(place, { recursive: true }));

const partOf = (malIds: readonly number[], settings: object = { seed: 3 }) =>
	packAtlas(writeAtlas(smallAtlas(malIds), settings), writeNeighbours(smallNeighbours(malIds)));

async function contents() {
	const names = (await readdir(dir)).sort();
	return Promise.all(names.map(async (name) => [name, await readFile(join(dir, name), 'base64')]));
}

describe('addAtlas', () => {
	it('adds a map, tells how it was made, and replaces it by the next', async () => {
		const before = await contents();
		await addAtlas(dir, partOf(TITLES));
		const { manifest } = await readBundle(dir, []);
		expect(manifest.atlas).toEqual({ seed: 3 });
		await addAtlas(dir, partOf([9, 8], { seed: 4 }));
		const bundle = await readBundle(dir, ATLAS_FILES);
		expect([...(openAtlas(bundle)?.data.malIds ?? [])]).toEqual([9, 8]);
		expect(bundle.manifest.atlas).toEqual({ seed: 4 });
		const others = (await contents()).filter(([name = '']) => !/atlas|manifest/.test(name));
		expect(others).toEqual(before.filter(([name]) => name !== 'manifest.json'));
		expect(await readdir(place)).toEqual(['bundle']);
	});

	it('changes nothing where the map is of other titles, or no map', async () => {
		const before = await contents();
		await expect(addAtlas(dir, partOf([7, 10]))).rejects.toThrow('lacks title 10');
		expect(() => packAtlas(new Uint8Array(9), new Uint8Array(9))).toThrow(BundleError);
		expect(await contents()).toEqual(before);
	});

	it('is kept with its settings, and read from the folder of "atlas --out"', async () => {
		expect(await keepAtlasPart(dir)).toBeNull();
		expect(await keepAtlasPart(join(place, 'none'))).toBeNull();
		const part = partOf(TITLES);
		await addAtlas(dir, part);
		expect(await keepAtlasPart(dir)).toEqual({
			files: Object.fromEntries(
				Object.entries(part.files).map(([name, bytes]) => [name, new Uint8Array(bytes)]),
			),
			settings: { seed: 3 },
		});
		await writeFile(join(place, 'atlas.safetensors'), writeAtlas(smallAtlas(TITLES), { seed: 3 }));
		await expect(readAtlasFolder(place)).rejects.toThrow("can't be read");
		const near = writeNeighbours(smallNeighbours(TITLES));
		await writeFile(join(place, 'atlas-neighbours.safetensors'), near);
		expect((await readAtlasFolder(place)).files[ATLAS_FILE]).toEqual(part.files[ATLAS_FILE]);
	});
});
