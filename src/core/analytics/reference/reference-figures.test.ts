import { describe, expect, it } from 'vitest';
import { CatalogueFormatError } from '#core/catalogue/columns.ts';
import { evenly, referenceFile } from '#tests/support/reference-file.ts';
import { decodeReference } from './reference-figures.ts';

const POINTS = [0, 0, 0, 0, 1, 0, 2, 3, 0, 4];
const file = () =>
	referenceFile(
		[
			{ malId: 5, listings: 30, points: POINTS, region: 1 },
			{ malId: 20, listings: 2 },
		],
		{ regions: { left: [0], right: [1], regionOf: [1, 0] } },
	);

describe('decodeReference', () => {
	it('reads what is known of titles', () => {
		const reference = decodeReference(JSON.parse(JSON.stringify(file())));
		expect(reference.lists).toBe(100);
		expect(reference.points).toEqual(POINTS);
		expect(reference.pointsOf(5)).toEqual(POINTS);
		expect([20, 99].map((malId) => reference.pointsOf(malId))).toEqual([null, null]);
		expect([5, 20, 99].map((malId) => reference.listingsOf(malId))).toEqual([30, 2, 0]);
		expect([5, 20, 99].map((malId) => reference.regionOf(malId))).toEqual([1, 0, undefined]);
	});

	it('reads distributions in their units', () => {
		const reference = decodeReference(file());
		expect(reference.listed).toEqual(evenly(0, 200));
		expect([reference.means[0], reference.means[20]]).toEqual([60, 80]);
		expect(reference.dropRates[20]).toBeCloseTo(0.4);
		expect(reference.renown.map(({ mostTitles }) => mostTitles)).toEqual([50, Infinity]);
		expect(reference.renown[1]?.renown[20]).toBeCloseTo(10);
	});

	it.each([
		['no object', null],
		['of another kind', { ...file(), kind: 'facts' }],
		['of another format', { ...file(), format: 2 }],
		['a short column', { ...file(), listings: [1] }],
		['a negative count', { ...file(), points: file().points.map((count) => count - 1) }],
		['ids that stand still', { ...file(), malIdSteps: [5, 0] }],
		['too few quantiles', { ...file(), means: [1, 2] }],
		[
			'a region beyond the tree',
			{ ...file(), regions: { left: [0], right: [1], regionOf: [2, 0] } },
		],
		[
			'a child that is its parent',
			{ ...file(), regions: { left: [0], right: [2], regionOf: [0, 0] } },
		],
		['a child twice', { ...file(), regions: { left: [0], right: [0], regionOf: [0, 0] } }],
	])('refuses a file that is %s', (_what, json) => {
		expect(() => decodeReference(json)).toThrow(CatalogueFormatError);
	});
});
