import { describe, expect, it } from 'vitest';
import {
	parseAgeRating,
	parseLength,
	parseMinutes,
	parsePoster,
	parseSource,
	parseType,
} from './facts-vocabulary.ts';

describe('parseType', () => {
	it.each([
		['ona', 'ONA'],
		['movie', 'Movie'],
		['tv special', 'TV Special'],
		['TV', 'TV'],
		['', 'Unknown'],
		['Drama CD', 'Unknown'],
		[undefined, 'Unknown'],
	])('%s → %s', (text, type) => expect(parseType(text)).toBe(type));
});

describe('parseMinutes', () => {
	it.each([
		['24', 24],
		['24 min per ep', 24],
		['24 min. per ep.', 24],
		['1 hr 53 min', 60 + 53],
		['1 hr. 53 min. per ep.', 60 + 53],
		['2 hr.', 2 * 60],
		['90 sec.', 2],
		['10 sec per ep', 1],
		['0', null],
		['Unknown', null],
		['', null],
		[undefined, null],
	])('%s → %s', (text, minutes) => expect(parseMinutes(text)).toBe(minutes));
});

describe('parseLength', () => {
	it.each([
		['1', 'Movie', null],
		['1 min', 'Movie', 1],
		['104', 'Movie', 104],
		['3', 'TV', 3],
	] as const)('%s of a %s → %s', (text, type, minutes) => {
		expect(parseLength(text, type)).toBe(minutes);
	});
});

describe('parseSource', () => {
	it.each([
		['LIGHT_NOVEL', 'Light novel'],
		['Light novel', 'Light novel'],
		['VIDEO_GAME', 'Game'],
		['manga', 'Manga'],
		['4-koma manga', '4-koma manga'],
		['Unknown', null],
		['', null],
		[undefined, null],
	])('%s → %s', (text, source) => expect(parseSource(text)).toBe(source));
});

describe('parseAgeRating', () => {
	it.each([
		['R - 17+ (violence & profanity)', 'R'],
		['R+ - Mild Nudity', 'R+'],
		['PG-13 - Teens 13 or older', 'PG-13'],
		['PG - Children', 'PG'],
		['Rx', 'Rx'],
		['None', null],
		[undefined, null],
	])('%s → %s', (text, code) => expect(parseAgeRating(text)).toBe(code));
});

describe('parsePoster', () => {
	it('keeps pictures of the hosts that pages may load from', () => {
		const url = 'https://cdn.myanimelist.net/images/anime/1/2l.jpg';
		expect(parsePoster(url)).toBe(url);
	});
	it.each([
		'http://cdn.myanimelist.net/images/anime/1/2l.jpg',
		'https://example.org/1.jpg',
		'https://cdn.myanimelist.net.example.org/1.jpg',
		'https://cdn.myanimelist.net/page.html',
		'no url',
		undefined,
	])('refuses %s', (text) => expect(parsePoster(text)).toBeNull());
});
