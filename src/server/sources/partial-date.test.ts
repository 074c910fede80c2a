import { describe, expect, it } from 'vitest';
import { partialDate, readPartialDate } from './partial-date.ts';

describe('partial dates', () => {
	it.each([
		[2013, 4, 7, '2013-04-07'],
		[2013, 4, null, '2013-04'],
		[2013, null, 7, '2013'],
		[2013, 0, 0, '2013'],
		[2013, 13, 1, '2013'],
		[null, 4, 7, null],
		[0, 0, 0, null],
		[undefined, undefined, undefined, null],
	])('%s, %s, %s is %s', (year, month, day, date) => {
		expect(partialDate(year, month, day)).toBe(date);
	});

	it.each([
		['2013-04-07', '2013-04-07'],
		['2013-04', '2013-04'],
		['2013', '2013'],
		['2013-00-00', '2013'],
		['0000-00-00', null],
		['2013-04-07T22:30:00.000Z', '2013-04-07'],
		['soon', null],
		['20130407', null],
		['', null],
		[null, null],
		[undefined, null],
	])('reads %s as %s', (text, date) => {
		expect(readPartialDate(text)).toBe(date);
	});
});
