import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { AtlasFileError } from './atlas-file.ts';
import { decodeAtlasTitles, encodeAtlasTitles } from './atlas-titles.ts';

const CATALOGUE = smallCatalogue([
	{ malId: 5, title: 'Kino', english: 'Kino', native: 'キノ', score: 8.26, genres: ['Fantasy'] },
	{ malId: 3, title: 'Nameless', english: '', year: null, score: null, members: 12, adult: true },
]);
const file = () => encodeAtlasTitles(CATALOGUE, [3, 5]);

describe('the titles of a map', () => {
	it('come back as they were, in the order of the points', () => {
		expect(decodeAtlasTitles(JSON.parse(JSON.stringify(file())))).toEqual([
			{
				malId: 3,
				title: 'Nameless',
				english: null,
				native: null,
				type: 'TV',
				year: null,
				score: null,
				members: 12,
				group: 9,
				adult: true,
			},
			{
				malId: 5,
				title: 'Kino',
				english: null,
				native: 'キノ',
				type: 'TV',
				year: 2010,
				score: 8.26,
				members: 10_000,
				group: 5,
				adult: false,
			},
		]);
	});

	it.each([
		['nothing', null],
		['another version', { ...file(), version: 2 }],
		['a short column', { ...file(), year: [2010] }],
		['words for numbers', { ...file(), members: ['many', 'few'] }],
	])('are refused where they are %s', (_, json) => {
		expect(() => decodeAtlasTitles(json)).toThrow(AtlasFileError);
	});

	it('must be those of the catalogue', () => {
		expect(() => encodeAtlasTitles(CATALOGUE, [4])).toThrow(RangeError);
	});
});
