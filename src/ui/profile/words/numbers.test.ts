import { describe, expect, it } from 'vitest';
import {
	counted,
	differenceText,
	distanceText,
	listed,
	meanText,
	peopleShare,
	timesText,
	timeText,
} from './numbers.ts';

describe('numbers of a profile', () => {
	it('are scores out of ten with one digit', () => {
		expect(meanText(72.4)).toBe('7.2');
		expect(meanText(100)).toBe('10.0');
	});

	it.each([
		[8.2, '+0.8'],
		[-8.2, '−0.8'],
		[0.4, '0'],
		[-0.4, '0'],
	])('of a difference of %d have a sign: %s', (points, text) => {
		expect(differenceText(points)).toBe(text);
	});

	it('of a distance have none', () => {
		expect(distanceText(-13)).toBe('1.3 points');
		expect(distanceText(10.2)).toBe('a point');
	});

	it.each([
		[0.998, '99\u202f%'],
		[0.874, '87\u202f%'],
		[0, '1\u202f%'],
	])('of people are never all or none: %d is %s', (share, text) => {
		expect(peopleShare(share)).toBe(text);
	});

	it('name what they count', () => {
		expect(counted(1, 'title')).toBe('1 title');
		expect(counted(4803, 'title')).toBe('4,803 titles');
		expect(counted(2, 'series', 'series')).toBe('2 series');
	});

	it('are enumerated', () => {
		expect(listed([])).toBe('');
		expect(listed(['a'])).toBe('a');
		expect(listed(['a', 'b'])).toBe('a and b');
		expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
	});

	it.each([
		[0.13, 0.1, null],
		[0.16, 0.1, 'one and a half times'],
		[0.2, 0.1, 'twice'],
		[0.3, 0.1, 'three times'],
		[0.4, 0.1, 'four times'],
		[0.7, 0.1, '7 times'],
		[0.5, 0.01, 'over ten times'],
		[0.5, 0, null],
	])('tell how often %d is in %d: %s', (share, others, text) => {
		expect(timesText(share, others)).toBe(text);
	});

	it.each([
		[45, '45 minutes'],
		[119, '119 minutes'],
		[31 * 60, '31 hours'],
		[61 * 24 * 60, '61 days'],
		[72 * 60, '3 days'],
	])('of %d minutes are said as %s', (minutes, text) => {
		expect(timeText(minutes)).toBe(text);
	});
});
