import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchableTitle } from './searchable-title.ts';
import { FAMOUS } from './title-search.fixture.ts';
import { createTitleSearch } from './title-search.ts';

const search = createTitleSearch(FAMOUS);

function found(query: string, limit = 5): string[] {
	return search.search(query, limit).map((match) => FAMOUS[match.index]?.romaji ?? '');
}

function marked(query: string): string {
	const [match] = search.search(query, 1);
	if (match === undefined) return '';
	let text = '';
	let end = 0;
	for (const [from, to] of match.ranges) {
		text += `${match.name.slice(end, from)}[${match.name.slice(from, to)}]`;
		end = to;
	}
	return text + match.name.slice(end);
}

function titled(romaji: string, members: number, more: Partial<SearchableTitle> = {}) {
	return { romaji, english: null, native: null, synonyms: [], members, ...more };
}

/** kind: query → romaji title that has to come first */
const QUERIES: Record<string, readonly (readonly [string, string])[]> = {
	'every kind of name': [
		['shingeki', 'Shingeki no Kyojin'],
		['attack on titan', 'Shingeki no Kyojin'],
		['進撃の巨人', 'Shingeki no Kyojin'],
		['巨人', 'Shingeki no Kyojin'],
		['fma', 'Fullmetal Alchemist'],
		['hagane no renkinjutsushi', 'Fullmetal Alchemist'],
		['シュタゲ', 'Steins;Gate'],
		['Дни Сакамото', 'Dni Sakamoto'],
		['86', '86'],
		['eighty six', '86'],
	],
	'typing errors': [
		['atack on titan', 'Shingeki no Kyojin'],
		['fullmetal alchemst brotherhod', 'Fullmetal Alchemist: Brotherhood'],
		['nartuo', 'Naruto'],
		['blaech', 'Bleach'],
		['one peice', 'One Piece'],
		['violet evergraden', 'Violet Evergarden'],
		['kimetsu no yaba', 'Kimetsu no Yaiba'],
		['spirted awya', 'Sen to Chihiro no Kamikakushi'],
		['deamon slayer', 'Kimetsu no Yaiba'],
		['cowbow beebop', 'Cowboy Bebop'],
		['my hero acadamia', 'Boku no Hero Academia'],
		['evangerion', 'Shinseiki Evangelion'],
		['chensaw', 'Chainsaw Man'],
	],
	'unfinished words': [
		['shing', 'Shingeki no Kyojin'],
		['naru', 'Naruto'],
		['code geas', 'Code Geass: Hangyaku no Lelouch'],
		['evangel', 'Shinseiki Evangelion'],
		['violet ever', 'Violet Evergarden'],
		['sen to chi', 'Sen to Chihiro no Kamikakushi'],
	],
	'word order and missing words': [
		['titan attack', 'Shingeki no Kyojin'],
		['attack titan', 'Shingeki no Kyojin'],
		['brotherhood fullmetal', 'Fullmetal Alchemist: Brotherhood'],
		['boku hero', 'Boku no Hero Academia'],
		['mob 100', 'Mob Psycho 100'],
		['ghost in shell', 'Koukaku Kidoutai'],
		['hunter hunter', 'Hunter x Hunter (2011)'],
		['shingeki attack', 'Shingeki no Kyojin'],
	],
	'case, accents and signs': [
		['NARUTO', 'Naruto'],
		['ＮＡＲＵＴＯ', 'Naruto'],
		['polar bear cafe', 'Shirokuma Cafe'],
		['haikyū', 'Haikyuu!!'],
		['steins gate', 'Steins;Gate'],
		['.hack', '.hack//Sign'],
		['k-on', 'K-On!'],
		['ranma 1/2', 'Ranma ½'],
		['×××holic', 'xxxHOLiC'],
		['xxxholic', 'xxxHOLiC'],
		['madoka☆magica', 'Mahou Shoujo Madoka★Magica'],
		['jojos bizarre', 'JoJo no Kimyou na Bouken (TV)'],
	],
	'word borders': [
		['steinsgate', 'Steins;Gate'],
		['attackontitan', 'Shingeki no Kyojin'],
		['full metal alchemist brotherhood', 'Fullmetal Alchemist: Brotherhood'],
		['kon', 'K-On!'],
		['rezero', 'Re:Zero kara Hajimeru Isekai Seikatsu'],
		['dragonball z', 'Dragon Ball Z'],
		['spyxfamily', 'Spy x Family'],
		['tora dora', 'Toradora!'],
		['hunterxhuntr', 'Hunter x Hunter (2011)'],
	],
	romanisation: [
		['maho shojo madoka', 'Mahou Shoujo Madoka★Magica'],
		['mahō shōjo', 'Mahou Shoujo Madoka★Magica'],
		['ginga eiyu densetsu', 'Ginga Eiyuu Densetsu'],
		['sousou no furiren', 'Sousou no Frieren'],
		['kokaku kidotai', 'Koukaku Kidoutai'],
		['ansatsu kyoshitsu', 'Ansatsu Kyoushitsu'],
		['ansatu kyousitu', 'Ansatsu Kyoushitsu'],
		['nanatu no taizai', 'Nanatsu no Taizai'],
		['zyuzyutu kaisen', 'Jujutsu Kaisen'],
		['toukyou guuru', 'Tokyo Ghoul'],
		['samurai chanpurū', 'Samurai Champloo'],
		['botchi', 'Bocchi the Rock!'],
		['bochi za rokku', 'Bocchi the Rock!'],
	],
	kana: [
		['ナルト', 'Naruto'],
		['なると', 'Naruto'],
		['ﾅﾙﾄ', 'Naruto'],
		['ぼっち', 'Bocchi the Rock!'],
		['ボッチ', 'Bocchi the Rock!'],
		['ヴァイオレット', 'Violet Evergarden'],
		['けいおん', 'K-On!'],
		['カ\u3099ンダム', ''],
	],
	initials: [
		['aot', 'Shingeki no Kyojin'],
		['bnha', 'Boku no Hero Academia'],
		['mha', 'Boku no Hero Academia'],
		['kny', 'Kimetsu no Yaiba'],
		['jjk', 'Jujutsu Kaisen'],
		['ngnl', ''],
		['tybw', 'Bleach: Sennen Kessen-hen'],
		['gits', 'Koukaku Kidoutai'],
		['mp100', 'Mob Psycho 100'],
		['fma brotherhood', 'Fullmetal Alchemist: Brotherhood'],
	],
	seasons: [
		['attack on titan season 2', 'Shingeki no Kyojin Season 2'],
		['attack on titan 2', 'Shingeki no Kyojin Season 2'],
		['aot s3', 'Shingeki no Kyojin Season 3'],
		['attack on titan season 1', 'Shingeki no Kyojin'],
		['mob psycho 100 season 2', 'Mob Psycho 100 II'],
		['mob psycho 100 3', 'Mob Psycho 100 III'],
		['one punch man second season', 'One Punch Man 2nd Season'],
		['ワンパンマン2期', 'One Punch Man 2nd Season'],
		['jjk season 2', 'Jujutsu Kaisen 2nd Season'],
		['my hero academia s4', 'Boku no Hero Academia 4th Season'],
		['aot final', 'Shingeki no Kyojin: The Final Season'],
	],
	popularity: [
		['one', 'One Punch Man'],
		['s', 'Shingeki no Kyojin'],
		['hunter x hunter', 'Hunter x Hunter (2011)'],
		['monogatari s', 'Monogatari Series: Second Season'],
	],
};

describe.each(Object.entries(QUERIES))('finds by %s', (_, queries) => {
	it.each(queries)('%s → %s', (query, title) => {
		expect(found(query)[0] ?? '').toBe(title);
	});
});

describe('ranking', () => {
	it('puts the very name first, then what continues it by popularity', () => {
		expect(found('naruto', 3)).toEqual([
			'Naruto',
			'Naruto: Shippuuden',
			'Naruto: Takigakure no Shitou',
		]);
	});

	it('prefers the well-known title among equal names, whatever the order given', () => {
		const titles = [titled('Kanon', 100_000), titled('Kanon', 400_000), titled('Kanon', 200_000)];
		const ranked = createTitleSearch(titles).search('kanon', 3);
		expect(ranked.map((match) => match.index)).toEqual([1, 2, 0]);
	});

	it('tells names apart that differ in signs only, when the signs are typed', () => {
		const signs = createTitleSearch([titled('K-On!', 900_000), titled('K-On!!', 600_000)]);
		expect(signs.search('k-on', 1)[0]?.index).toBe(0);
		expect(signs.search('K-ON!!', 1)[0]?.index).toBe(1);
	});

	it('prefers a whole word to a typing error', () => {
		const titles = [titled('Monster', 1000), titled('Munster', 5000)];
		expect(createTitleSearch(titles).search('monster', 2)[0]?.index).toBe(0);
	});

	it('returns descending scores, each title once, no more than asked for', () => {
		const matches = search.search('no', 7);
		const scores = matches.map((match) => match.score);
		expect(matches).toHaveLength(7);
		expect(scores).toEqual(scores.toSorted((a, b) => b - a));
		expect(new Set(matches.map((match) => match.index)).size).toBe(7);
	});

	it('does not offer what only shares a common word', () => {
		expect(found('kimetsu no yaiba')).toEqual(['Kimetsu no Yaiba']);
		expect(found('qqqqqqqq')).toEqual([]);
	});

	it('leaves a base title its own names when a popular title merely begins alike', () => {
		const titles = [
			titled('Monster', 900_000),
			titled('Monster Musume', 800_000),
			titled('Monster Musume 2', 100_000, { synonyms: ['MonMusu 2'] }),
		];
		expect(createTitleSearch(titles).search('monmusu', 1)[0]?.index).toBe(1);
	});
});

describe('names and highlights', () => {
	it.each([
		['shingeki', '[Shingeki] no Kyojin'],
		['attack titan', '[Attack] on [Titan]'],
		['steinsgate', '[Steins];[Gate]'],
		['mahō shōjo', '[Mahou] [Shoujo] Madoka★Magica'],
		['進撃', '[進撃]の巨人'],
		['ぼっち', '[ぼっち]・ざ・ろっく！'],
		['ranma 1', '[Ranma] [½]'],
		['kny', '[K]imetsu [n]o [Y]aiba'],
		['violet evergraden', '[Violet] [Evergarden]'],
		['polar cafe', '[Polar] Bear [Café]'],
	])('%s → %s', (query, expected) => {
		expect(marked(query)).toBe(expected);
	});

	it('marks a whole kana where one of its letters was typed', () => {
		const kana = createTitleSearch([titled('ナルト', 1)]);
		expect(kana.search('nar', 1)[0]?.ranges).toEqual([[0, 2]]);
	});

	it('names the main title where only the name of a sequel gave the abbreviation', () => {
		const [match] = search.search('jjk', 1);
		expect(match).toMatchObject({ name: 'Jujutsu Kaisen', ranges: [] });
	});
});

describe('any text', () => {
	it.each(['', ' ', '!?…', '☆', '\ud800', '🎉', '\u202e', '\0', 'ーー'])(
		'finds nothing for %j',
		(query) => {
			expect(search.search(query, 5)).toEqual([]);
		},
	);

	it('finds nothing when nothing is asked for or there is nothing', () => {
		expect(search.search('naruto', 0)).toEqual([]);
		expect(createTitleSearch([]).search('naruto', 5)).toEqual([]);
		expect(createTitleSearch([titled('☆', 5)]).search('a', 5)).toEqual([]);
	});

	it('reads only the beginning of a long query', () => {
		const long = `naruto ${'shippuden '.repeat(5000)}`;
		expect(found(long)[0]).toBe('Naruto: Shippuuden');
	});

	it('never throws and gives ranges that lie in the name, ascending and apart', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom(...FAMOUS.map((title) => title.native ?? title.romaji)),
		);
		fc.assert(
			fc.property(text, fc.nat(30), (query, cut) => {
				for (const { name, ranges } of search.search(query.slice(cut), 5)) {
					let end = -1;
					for (const [from, to] of ranges) {
						expect(from).toBeGreaterThan(end);
						expect(to).toBeGreaterThan(from);
						expect(to).toBeLessThanOrEqual(name.length);
						end = to;
					}
				}
			}),
		);
	});

	it('finds every title by each of its names', () => {
		const missed = FAMOUS.filter((title, index) =>
			[title.romaji, title.english, title.native].some(
				(name) => name !== null && !search.search(name, 5).some((match) => match.index === index),
			),
		);
		expect(missed).toEqual([]);
	});
});
