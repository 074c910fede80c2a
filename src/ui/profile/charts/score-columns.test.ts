import { describe, expect, it } from 'vitest';
import { scoreFactsOf } from '#tests/support/profile-answer.ts';
import {
	calibrationDomain,
	calibrationPoints,
	calibrationTable,
	scoreColumns,
	scoreTable,
	shareOrDash,
} from './score-columns.ts';

describe('the columns of scores', () => {
	it('stand before those of everybody', () => {
		const columns = scoreColumns(scoreFactsOf([80, 80, 90, 70], { 8: 0.25 }).bins);
		expect(columns.map(({ label }) => label)).toEqual('1 2 3 4 5 6 7 8 9 10'.split(' '));
		expect(columns[7]).toEqual({
			key: '8',
			label: '8',
			value: 0.5,
			behind: 0.25,
			top: '2',
			words: '8: 2 titles, 50\u202f% of your scores, 25\u202f% of theirs',
		});
		expect(columns[0]?.top).toBeUndefined();
	});

	it('are a table of the same numbers', () => {
		const table = scoreTable(scoreFactsOf([80, 80, 90, 70], { 8: 0.25 }).bins);
		expect(table.head).toEqual(['Score', 'Titles', 'Of yours', 'Of everybody’s']);
		expect(table.rows[7]).toEqual(['8', '2', '50\u202f%', '25\u202f%']);
		expect(scoreTable(scoreFactsOf([80]).bins).rows[7]).toEqual(['8', '1', '100\u202f%']);
		expect(shareOrDash(null)).toBe('–');
	});
});

describe('calibration', () => {
	const bins = [
		{ predicted: 61, actual: 58, count: 9 },
		{ predicted: 78, actual: 81, count: 12 },
	];

	it('has points, a table and axes that hold them', () => {
		expect(calibrationPoints(bins)[1]).toEqual({
			key: '1',
			x: 78,
			y: 81,
			words: 'Expected 7.8, you gave 8.1 on average, 12 titles',
		});
		expect(calibrationTable(bins).rows).toEqual([
			['6.1', '5.8', '9'],
			['7.8', '8.1', '12'],
		]);
		expect(calibrationDomain(bins)).toEqual([50, 90]);
		expect(calibrationDomain([])).toEqual([0, 100]);
	});
});
