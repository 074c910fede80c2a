import { describe, expect, it } from 'vitest';
import { cleanName, cleanNames, cleanText } from './clean-text.ts';

describe('cleanText', () => {
	it.each([
		['All the world&#039;s a stage', "All the world's a stage"],
		['&lt;Harmony/&gt; &amp; &#x41;', '<Harmony/> & A'],
		['&unknown; stays', '&unknown; stays'],
		['  two  spaces\tand\nlines ', 'two spaces and lines'],
		['ワンピース　フィルム　\uFEFFＺ', 'ワンピース　フィルム　Ｚ'],
		['zero\u200Bwidth\u0007', 'zerowidth'],
		['Cafe\u0301', 'Caf\u00E9'],
	])('%j → %j', (text, clean) => expect(cleanText(text)).toBe(clean));
});

describe('cleanName', () => {
	it('knows no empty names', () => {
		expect(cleanName(' \u3000')).toBeNull();
		expect(cleanName(undefined)).toBeNull();
		expect(cleanName(' A ')).toBe('A');
	});
});

describe('cleanNames', () => {
	it('drops empty names, doubles whatever their case, and names that are taken', () => {
		const names = ['AoT', 'aot', ' ', 'Attack on Titan', 'SnK'];
		expect(cleanNames(names, ['attack on titan', null])).toEqual(['AoT', 'SnK']);
		expect(cleanNames(undefined)).toEqual([]);
	});
});
