import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtlas, writeNeighbours } from '#core/atlas/write-atlas.ts';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { packBytes } from '#pipeline/bundle/pack.ts';
import { writeBundle } from '#pipeline/bundle/write-bundle.ts';
import { smallAtlas, smallNeighbours } from '#tests/support/small-atlas.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { ATLAS_FILE, ATLAS_FILES, BUNDLE_FORMAT, NEIGHBOURS_FILE } from './bundle-manifest.ts';
import { BundleError, openAtlas, readBundle } from './bundle.ts';

const TITLES = [7, 8, 9];

let dir: string;
beforeEach(async () => void (dir = join(await mkdtemp(join(tmpdir(), 'sprout-map-')), 'bundle')));
afterEach(() => rm(join(dir, '..'), { recursive: true }));

/** Writes a bundle of three titles with such files of a map. */
async function write(map: Partial<Record<(typeof ATLAS_FILES)[number], Uint8Array>>) {
	const catalogue = smallCatalogue(TITLES.map((malId) => ({ malId })));
	const anime = TITLES.map((_, index) => catalogue.anime(index));
	const { titles, facts } = encodeCatalogue({ anime, pairs: [], franchises: [] });
	const files = {
		'titles.json.gz': packBytes(JSON.stringify(titles)),
		'facts.json.gz': packBytes(JSON.stringify(facts)),
		'model.safetensors.gz': packBytes('a model'),
		'model-small.safetensors.gz': packBytes('a small model'),
		...map,
	};
	const origin = { format: BUNDLE_FORMAT, date: '2026-07-01', sources: {}, counts: {} } as const;
	await writeBundle(dir, files, { ...origin, models: {} });
}

const map = (malIds: readonly number[]) => packBytes(writeAtlas(smallAtlas(malIds), {}));
const neighbours = (malIds: readonly number[]) =>
	packBytes(writeNeighbours(smallNeighbours(malIds)));

describe('the map of a bundle', () => {
	it('is opened with its neighbours where they were asked for', async () => {
		await write({ [ATLAS_FILE]: map(TITLES), [NEIGHBOURS_FILE]: neighbours(TITLES) });
		const opened = openAtlas(await readBundle(dir, ATLAS_FILES));
		expect([...(opened?.data.malIds ?? [])]).toEqual(TITLES);
		expect(opened?.neighbours.points[0]).toBe(1);
		expect(openAtlas(await readBundle(dir, []))).toBeNull();
	});

	it('is sent to browsers, and so are its neighbours', async () => {
		await write({ [ATLAS_FILE]: map(TITLES), [NEIGHBOURS_FILE]: neighbours(TITLES) });
		const { publicFiles } = await readBundle(dir, []);
		const types = ['atlas.safetensors', 'atlas-neighbours.safetensors'].map(
			(name) => publicFiles.get(name)?.contentType,
		);
		expect(types).toEqual(['application/octet-stream', 'application/octet-stream']);
	});

	it('may be missing, but not by half', async () => {
		await write({});
		expect(openAtlas(await readBundle(dir, ATLAS_FILES))).toBeNull();
		await write({ [ATLAS_FILE]: map(TITLES) });
		await expect(readBundle(dir, [])).rejects.toThrow(BundleError);
		await expect(readBundle(dir, [])).rejects.toThrow(/lacks a file/);
	});

	it.each([
		['damaged', packBytes('no map'), neighbours(TITLES), "map of the bundle can't be read"],
		['of a title that is none', map([7, 8, 10]), neighbours([7, 8, 10]), 'lacks title 10'],
		['with neighbours of other titles', map(TITLES), neighbours([9, 8, 7]), 'of other titles'],
		['with neighbours of fewer titles', map(TITLES), neighbours([7, 8]), 'of other titles'],
	])('is refused: %s', async (_, atlas, near, message) => {
		await write({ [ATLAS_FILE]: atlas, [NEIGHBOURS_FILE]: near });
		const bundle = await readBundle(dir, ATLAS_FILES);
		expect(() => openAtlas(bundle)).toThrow(BundleError);
		expect(() => openAtlas(bundle)).toThrow(message);
	});
});
