import { describe, expect, it } from 'vitest';
import type { AnimeFacts, CatalogueParts } from './catalogue-parts.ts';
import { CatalogueFormatError } from './columns.ts';
import { decodeCatalogue, decodeTitles } from './decode.ts';
import { encodeCatalogue } from './encode.ts';

const BARE: AnimeFacts = {
	malId: 1,
	anilistId: null,
	kitsuId: null,
	anidbId: null,
	title: 'Bare',
	english: null,
	native: null,
	synonyms: [],
	type: 'Unknown',
	episodes: null,
	minutes: null,
	status: null,
	season: null,
	year: null,
	startDate: null,
	endDate: null,
	source: null,
	ageRating: null,
	adult: false,
	genres: [],
	themes: [],
	demographics: [],
	studios: [],
	score: null,
	members: 0,
	poster: null,
};

const FULL: AnimeFacts = {
	malId: 16498,
	anilistId: 20,
	kitsuId: 30,
	anidbId: 40,
	title: 'Shingeki no Kyojin',
	english: 'Attack on Titan',
	native: '進撃の巨人',
	synonyms: ['AoT', 'SnK'],
	type: 'TV',
	episodes: 25,
	minutes: 24,
	status: 'finished',
	season: 'spring',
	year: 2013,
	startDate: '2013-04-07',
	endDate: '2013-09',
	source: 'Manga',
	ageRating: 'R',
	adult: true,
	genres: ['Drama', 'Action'],
	themes: ['Gore'],
	demographics: ['Shounen'],
	studios: ['Wit Studio'],
	score: 8.57,
	members: 4_000_000,
	poster: 'https://cdn.myanimelist.net/images/anime/10/47347l.jpg',
};

/** Five titles: 0 → 2 → 1 in watch order are one franchise, 3 and 4 stand alone. */
function example(): CatalogueParts {
	const anime: AnimeFacts[] = [
		FULL,
		{ ...BARE, malId: 2, startDate: '1999', poster: 'https://s4.anilist.co/file/bx2-aB.png' },
		{
			...FULL,
			malId: 3,
			genres: ['Action'],
			poster: 'https://myanimelist.net/images/anime/1/2.webp',
		},
		{ ...FULL, malId: 4, studios: ['Bones', 'Wit Studio'], source: 'Original' },
		BARE,
	];
	return {
		anime,
		pairs: [
			{ from: 0, to: 1, kind: 'summary' },
			{ from: 0, to: 2, kind: 'sequel' },
			{ from: 2, to: 3, kind: 'character' },
		],
		franchises: [[0, 2, 1]],
	};
}

/** The files as they come out of a bundle: parsed JSON. */
function files(parts = example()) {
	// JSON.parse gives plain objects that tests may damage.
	return JSON.parse(JSON.stringify(encodeCatalogue(parts))) as ReturnType<typeof encodeCatalogue>;
}

describe('encodeCatalogue and decodeCatalogue', () => {
	const parts = example();
	const { titles, facts } = files(parts);
	const catalogue = decodeCatalogue(titles, facts);

	it('keep every fact of every title', () => {
		expect(catalogue.size).toBe(5);
		parts.anime.forEach((facts, index) => {
			expect(catalogue.anime(index)).toEqual({ ...facts, index });
		});
	});

	it('find titles by MyAnimeList id', () => {
		expect(catalogue.indexOf(3)).toBe(2);
		expect(catalogue.indexOf(5)).toBeUndefined();
	});

	it('give every relation both ways, mirrored', () => {
		expect(catalogue.relations(0)).toEqual([
			{ to: 1, kind: 'summary' },
			{ to: 2, kind: 'sequel' },
		]);
		expect(catalogue.relations(1)).toEqual([{ to: 0, kind: 'full-story' }]);
		expect(catalogue.relations(2)).toEqual([
			{ to: 0, kind: 'prequel' },
			{ to: 3, kind: 'character' },
		]);
		expect(catalogue.relations(3)).toEqual([{ to: 2, kind: 'character' }]);
		expect(catalogue.relations(4)).toEqual([]);
	});

	it('number franchises without gaps and keep their watch order', () => {
		expect([...catalogue.franchise]).toEqual([0, 0, 0, 1, 2]);
		expect(catalogue.franchiseCount).toBe(3);
		expect(catalogue.franchiseMembers(0)).toEqual([0, 2, 1]);
		expect(catalogue.franchiseMembers(2)).toEqual([4]);
	});

	it('refuse numbers that do not exist', () => {
		expect(() => catalogue.anime(5)).toThrow(RangeError);
		expect(() => catalogue.relations(-1)).toThrow(RangeError);
		expect(() => catalogue.franchiseMembers(3)).toThrow(RangeError);
	});

	it('hand out the same title each time', () => {
		expect(catalogue.anime(0)).toBe(catalogue.anime(0));
	});

	it('decode titles alone for the search', () => {
		expect(decodeTitles(titles)[0]).toEqual({
			index: 0,
			malId: 16498,
			title: 'Shingeki no Kyojin',
			english: 'Attack on Titan',
			native: '進撃の巨人',
			synonyms: ['AoT', 'SnK'],
			members: 4_000_000,
			type: 'TV',
			year: 2013,
		});
	});

	it('take an empty catalogue', () => {
		const { titles, facts } = files({ anime: [], pairs: [], franchises: [] });
		expect(decodeCatalogue(titles, facts).size).toBe(0);
	});

	it('refuse pairs in the wrong order', () => {
		const pairs = [{ from: 1, to: 0, kind: 'other' as const }];
		expect(() => encodeCatalogue({ ...example(), pairs })).toThrow(RangeError);
	});
});

describe('damaged files', () => {
	function decodeDamaged(damage: (files: ReturnType<typeof encodeCatalogue>) => object) {
		const intact = files();
		const { titles, facts } = { ...intact, ...damage(intact) };
		return () => decodeCatalogue(titles, facts);
	}

	it.each([
		['another format', () => ({ titles: { kind: 'titles', format: 2 } }), /format 2/],
		['another file', ({ facts }) => ({ titles: facts }), /not a titles file/],
		['no object', () => ({ facts: null }), /not a facts file/],
		[
			'a column that is too short',
			({ facts }) => ({ facts: { ...facts, episodes: [1] } }),
			/facts\.episodes: 1 values instead of 5/,
		],
		[
			'a missing column',
			({ facts }) => ({ facts: { ...facts, genres: undefined } }),
			/facts\.genres: an object/,
		],
		[
			'a text among numbers',
			({ facts }) => ({ facts: { ...facts, minutes: [24, '24', 24, 24, 0] } }),
			/facts\.minutes: row 1 holds "24"/,
		],
		[
			'a position outside its dictionary',
			({ facts }) => ({ facts: { ...facts, sources: [9, 0, 0, 0, 0] } }),
			/facts\.sources: row 0 holds 9/,
		],
		[
			'a relation that leads outside',
			({ facts }) => ({
				facts: { ...facts, relations: { counts: [0, 0, 0, 0, 1], distances: [1], kinds: [0] } },
			}),
			/facts\.relations\.distances: pair 0/,
		],
		[
			'a title in two franchises',
			({ facts }) => ({
				facts: { ...facts, franchises: { sizes: [2, 2], members: [0, 1, 1, 2] } },
			}),
			/title 1 is in two franchises/,
		],
		[
			'an id that stands twice',
			({ titles }) => ({ titles: { ...titles, malIds: [1, 1, 2, 3, 4] } }),
			/an id stands twice/,
		],
	] satisfies [string, Parameters<typeof decodeDamaged>[0], RegExp][])(
		'%s is refused with its place',
		(_, damage, message) => {
			expect(decodeDamaged(damage)).toThrow(message);
			expect(decodeDamaged(damage)).toThrow(CatalogueFormatError);
		},
	);
});
