import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTitle, joinWords } from './fold.ts';
import { NameFolder } from './name-folder.ts';
import { namesOf } from './searchable-title.ts';
import { FAMOUS } from './title-search.fixture.ts';

const folded = (text: string): string =>
	foldTitle(text)
		.map((word) => word.text)
		.join(' ');

describe('foldTitle', () => {
	it.each([
		['Fullmetal Alchemist: Brotherhood', 'fulmetal alchemist brotherhod'],
		['Haikyū!! ＴＶ', 'haikyu tv'],
		['JoJo’s', 'jojos'],
		['Mahou Shōjo', 'maho shojo'],
		['Motto wo', 'moto o'],
		['Ranma ½', 'ranma 1 2'],
		['×××HOLiC', 'xxxholic'],
		['JJK', 'jjk'],
		['Strauß Æon Ørsted', 'straus aeon orsted'],
		['ぼっち・ざ・ろっく！', 'bochi za roku'],
		['シャーロック', 'sharoku'],
		['ﾊﾟｰﾃｨｰ', 'pati'],
		['ヴァイオレット', 'vaioreto'],
		['ウィッチ', 'wichi'],
		['進撃の巨人', '進撃 no 巨人'],
		['Mob Psycho 100 II', 'mob psycho 100 2'],
		['2nd Season', 'season 2'],
		['Haikyuu!! Second Season', 'haikyu season 2'],
		['Overlord S4', 'overlord season 4'],
		['ワンパンマン 2期', 'wanpanman season 2'],
		['K-On! Season 1', 'k on'],
		['Season 1', 'season 1'],
		['IX', 'ix'],
		['\ud800☆', ''],
	])('%s → %s', (text, expected) => {
		expect(folded(text)).toBe(expected);
	});

	it('is settled after one pass, but for numbers that pair up anew', () => {
		for (const title of FAMOUS) {
			for (const name of namesOf(title))
				expect(folded(folded(name ?? ''))).toBe(folded(name ?? ''));
		}
	});

	it('says where in the source every letter comes from', () => {
		const [first, second] = foldTitle('Kyō Shoujo');
		expect(first).toMatchObject({ text: 'kyo', start: 0, end: 3 });
		// s h o (u) j o, after "Kyō " of four units
		expect(second).toMatchObject({ text: 'shojo', start: 4, end: 10, at: [4, 5, 6, 8, 9] });
	});

	it('keeps positions inside the source for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				let end = 0;
				for (const word of foldTitle(text)) {
					expect(word.end).toBeLessThanOrEqual(text.length);
					expect(word.start).toBeLessThan(word.end);
					expect(word.at?.length ?? word.text.length).toBe(word.text.length);
					end = word.end;
				}
				expect(end).toBeLessThanOrEqual(text.length);
			}),
		);
	});
});

describe('NameFolder', () => {
	it('folds as foldTitle does', () => {
		const folder = new NameFolder();
		const tricky = ['Mix II', 'IX', 'Season 2', "D'oh", 'a`b', 'VI-vi', 'Tools/Ooo'];
		const texts = FAMOUS.flatMap(namesOf)
			.concat(tricky)
			.filter((name) => name !== null);
		for (const text of texts) {
			const words = folder.fold(text).map((number) => folder.words[number]);
			expect(words.join(' ')).toBe(folded(text));
		}
		expect(folder.fold(null)).toEqual([]);
	});
});

describe('joinWords', () => {
	it('writes words without gaps and keeps where they start', () => {
		expect(joinWords(['steins', 'gate'])).toEqual({ text: 'steinsgate', starts: [0, 6] });
	});

	it('shortens across the border as inside a word', () => {
		// book + king → bokking → bokin…: the second k only lengthens the first
		expect(joinWords(['bok', 'king'])).toEqual({ text: 'boking', starts: [0, 2] });
		expect(joinWords(['no', 'uta'])).toEqual({ text: 'nota', starts: [0, 1] });
	});
});
