import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { titleRegions } from './title-regions.ts';

const SIZE = 60;

/** Titles of two kinds, which lie on either side, and drift with the years. */
const catalogue = smallCatalogue(
	Array.from({ length: SIZE }, (_, at) => ({
		malId: at + 1,
		year: 1990 + Math.floor(at / 2),
		members: 50_000,
		...(at < 4 ? { franchise: 'one story' } : {}),
	})),
);
const model = {
	items: Int32Array.from({ length: SIZE }, (_, at) => at + 1),
	learnedCount: SIZE,
	titleVector: (title: number) =>
		Float32Array.of(title % 2 === 0 ? 1 : -1, 5 * Math.cos(title / 30), 5 * Math.sin(title / 30)),
};

describe('titleRegions', () => {
	it('parts kinds and not years, and keeps stories together', () => {
		const { regionOf } = titleRegions(catalogue, model);
		expect(new Set(regionOf.subarray(0, 4)).size).toBe(1);
		const kinds = [0, 1].map((kind) => {
			return new Set(regionOf.subarray(4).filter((_, at) => at % 2 === kind));
		});
		expect([...(kinds[0] ?? [])].filter((region) => kinds[1]?.has(region))).toEqual([]);
	});

	it('is the same for the same model', () => {
		expect(titleRegions(catalogue, model)).toEqual(titleRegions(catalogue, model));
	});
});
