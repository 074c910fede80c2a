import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallAtlas, smallNeighbours } from '#tests/support/small-atlas.ts';
import { readSafetensors, writeSafetensors, type Tensor } from '../model/safetensors.ts';
import { AtlasFileError } from './atlas-file.ts';
import { positionCode, positionOf, scaleCode, scaleOf } from './codes.ts';
import { NEIGHBOURS, neighboursOf } from './neighbours.ts';
import { atlasSettings, readAtlas } from './read-atlas.ts';
import { readNeighbours } from './read-neighbours.ts';
import { writeAtlas, writeNeighbours } from './write-atlas.ts';

const MAL_IDS = [1, 5, 9253, 5114, 20, 30, 11061, 4181, 40];
const atlas = writeAtlas(smallAtlas(MAL_IDS), { seed: 7 });
const neighbours = writeNeighbours(smallNeighbours(MAL_IDS));

/** The file with one tensor or text changed. */
function changed(
	bytes: Uint8Array,
	change: { tensors?: Record<string, Tensor | null>; metadata?: Record<string, string> },
) {
	const file = readSafetensors(bytes);
	const tensors = new Map(file.tensors);
	for (const [name, tensor] of Object.entries(change.tensors ?? {})) {
		if (tensor) tensors.set(name, tensor);
		else tensors.delete(name);
	}
	return writeSafetensors({ metadata: { ...file.metadata, ...change.metadata }, tensors });
}

const u16 = (...values: number[]): Tensor => ({
	type: 'U16',
	shape: [values.length],
	data: Uint16Array.from(values),
});
const filled = <T>(length: number, value: T) => Array.from({ length }, () => value);

describe('readAtlas', () => {
	it('gives back what was written, as far as the codes tell numbers apart', () => {
		const before = smallAtlas(MAL_IDS).lenses.global;
		const { malIds, lenses } = readAtlas(atlas);
		expect([...malIds]).toEqual(MAL_IDS);
		for (const { x, y, labelScale, trust, regions } of Object.values(lenses)) {
			for (const point of MAL_IDS.keys()) {
				expect(x[point]).toBeCloseTo(before.x[point] ?? NaN, 4);
				expect(y[point]).toBeCloseTo(before.y[point] ?? NaN, 4);
				expect(trust[point]).toBeCloseTo(before.trust[point] ?? NaN, 2);
				const ratio = (labelScale[point] ?? 0) / (before.labelScale[point] ?? 0);
				expect(ratio).toBeCloseTo(1, 3);
			}
			expect(regions.map((level) => level.map(({ name }) => name))).toEqual(
				before.regions.map((level) => level.map(({ name }) => name)),
			);
			expect(regions[1]?.map(({ parent }) => parent)).toEqual([0, 0, 1, 1]);
			expect([...(regions[0]?.[0]?.members ?? [])]).toEqual([0, 1, 3, 4, 6, 7]);
			expect(regions[0]?.[0]).toMatchObject({ parent: -1, minScale: 64, maxScale: 128 });
		}
		expect(atlasSettings(atlas)).toEqual({ seed: 7 });
		expect(writeAtlas(smallAtlas(MAL_IDS), { seed: 7 })).toEqual(atlas);
	});

	it.each([
		['another kind', { metadata: { kind: 'sprout-network' } }, 'is no sprout-atlas'],
		['another version', { metadata: { version: '2' } }, 'format version 2'],
		['no titles', { tensors: { mal_ids: null } }, 'no list of titles'],
		['a title twice', { tensors: { mal_ids: ids(1, 1) } }, 'there twice'],
		['an id that is none', { tensors: { mal_ids: ids(0) } }, 'no MyAnimeList ids'],
		['a column that is too short', { tensors: { 'local.x': u16(1, 2) } }, '9 numbers "local.x"'],
		['a region that is none', { tensors: { 'local.region': u16(...filled(9, 4)) } }, 'Point 0'],
		[
			'a parent that is none',
			{ tensors: { 'local.region_parent': u16(...filled(10, 9)) } },
			'none',
		],
		['too many regions', { tensors: { 'local.region_counts': u16(9, 9, 9000) } }, '9018 regions'],
		['names that are missing', { metadata: { 'global.regions': '["a"]' } }, '10 names'],
		[
			'a region that is shown without a name',
			{ metadata: { 'global.regions': JSON.stringify(filled(10, '')) } },
			'Region 0 of the global map is shown without a name',
		],
		['names that are no names', { metadata: { 'global.regions': '{' } }, 'no names of regions'],
		[
			'a range that ends first',
			{ tensors: { 'local.region_max_scale': u16(...filled(10, 0)) } },
			'ends before it begins',
		],
	])('refuses %s', (_, change, message) => {
		const read = () => readAtlas(changed(atlas, change));
		expect(read).toThrow(AtlasFileError);
		expect(read).toThrow(message);
	});

	it('refuses a file that is cut anywhere', () => {
		fc.assert(
			fc.property(fc.nat(atlas.length - 1), (length) => {
				expect(() => readAtlas(atlas.subarray(0, length))).toThrow(AtlasFileError);
			}),
		);
	});

	it('never fails but with its own error, whatever bytes changed', () => {
		const flips = fc.array(fc.tuple(fc.nat(atlas.length - 1), fc.nat(255)), { maxLength: 5 });
		fc.assert(
			fc.property(flips, (changes) => {
				const bytes = atlas.slice();
				for (const [at, value] of changes) bytes[at] = value;
				expect(outcome(bytes)).toMatch(/^(read|refused)$/);
			}),
		);
	});
});

describe('readNeighbours', () => {
	it('gives the neighbours of a title with weights and reasons, nearest first', () => {
		const read = readNeighbours(neighbours);
		const [first, second, ...others] = neighboursOf(read, 8);
		expect(first).toEqual({ point: 0, weight: 1, reasons: ['liked-together'] });
		expect(second).toEqual({ point: 1, weight: 245 / 255, reasons: ['related'] });
		expect(others).toHaveLength(6);
		expect(() => neighboursOf(read, 9)).toThrow('no point 9');
	});

	const size = MAL_IDS.length * NEIGHBOURS;
	const bytesOf = (...values: number[]): Tensor => ({
		type: 'U8',
		shape: [values.length],
		data: Uint8Array.from(values),
	});
	it.each([
		['a map', atlas, 'is no sprout-atlas-neighbours'],
		[
			'a point that is none',
			changed(neighbours, { tensors: { points: u16(...filled(size, 9)) } }),
			'Point 0',
		],
		[
			'itself as a neighbour',
			changed(neighbours, { tensors: { points: u16(...filled(size, 3)) } }),
			'Point 3',
		],
		[
			'weights that ascend',
			changed(neighbours, { tensors: { weights: bytesOf(1, 2, ...filled(size - 2, 0)) } }),
			'point 0 are not in order',
		],
		[
			'an unknown reason',
			changed(neighbours, { tensors: { reasons: bytesOf(...filled(size, 16)) } }),
			'unknown reason',
		],
	])('refuses %s', (_, bytes, message) => {
		expect(() => readNeighbours(bytes)).toThrow(message);
	});
});

describe('codes', () => {
	it('round positions to the nearest step', () => {
		fc.assert(
			fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (position) => {
				expect(Math.abs(positionOf(positionCode(position)) - position)).toBeLessThanOrEqual(
					1 / 65_535 + 1e-12,
				);
			}),
		);
	});

	it('round scales up, by less than a thousandth', () => {
		fc.assert(
			fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (scale) => {
				const coded = scaleOf(scaleCode(scale));
				expect(coded).toBeGreaterThanOrEqual(scale);
				expect(coded).toBeLessThan(scale * 1.001);
			}),
		);
	});
});

function ids(...malIds: number[]): Tensor {
	return { type: 'I32', shape: [malIds.length], data: Int32Array.from(malIds) };
}

/** A file is read or refused; any other error is one of ours. */
function outcome(bytes: Uint8Array): string {
	try {
		readAtlas(bytes);
		return 'read';
	} catch (error) {
		return error instanceof AtlasFileError ? 'refused' : String(error);
	}
}
