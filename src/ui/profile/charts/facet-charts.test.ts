import { describe, expect, it } from 'vitest';
import { facetRow, profileFactsOf } from '#tests/support/profile-answer.ts';
import {
	facetColumns,
	facetMeasures,
	facetTable,
	statusMeasures,
	statusTable,
	topRows,
	yearColumns,
} from './facet-charts.ts';

const departure = { value: 8, low: 3, high: 13 };
const SPORTS = facetRow({
	value: 'Sports',
	count: 22,
	share: 0.22,
	othersShare: 0.11,
	scored: 20,
	mean: 83,
	othersMean: 75,
	departure,
});
const HORROR = facetRow({
	value: 'Horror',
	count: 30,
	share: 0.3,
	scored: 3,
	departure: { value: -4, low: -9, high: 1 },
});
const MUSIC = facetRow({ value: 'Music', count: 2, share: 0.02, scored: 2, departure });

describe('rows of a kind', () => {
	it('come by number, or by liking where that says something', () => {
		const rows = [SPORTS, HORROR, MUSIC];
		expect(topRows(rows, 'count', 2)).toEqual([HORROR, SPORTS]);
		expect(topRows(rows, 'liking', 5)).toEqual([SPORTS, HORROR]);
	});

	it('show both ends of liking where there is no room for all', () => {
		const rows = [5, 4, 3, 2, 1].map((value) =>
			facetRow({ value: `+${value}`, scored: 9, departure: { ...departure, value } }),
		);
		expect(topRows(rows, 'liking', 3).map(({ value }) => value)).toEqual(['+5', '+4', '+1']);
	});

	it('are bars with the mark of others and an interval', () => {
		expect(facetMeasures('genres', [SPORTS])).toEqual([
			{
				key: 'Sports',
				label: 'Sports',
				value: 0.22,
				valueText: '22',
				tick: 0.11,
				interval: departure,
				intervalText: '+0.8',
			},
		]);
	});

	it('are a table of all numbers', () => {
		expect(facetTable('Genre', 'genres', [SPORTS, facetRow({ value: 'Drama' })]).rows).toEqual([
			['Sports', '22', '22\u202f%', '11\u202f%', '8.3', '7.5', '+0.8 (+0.3 to +1.3)'],
			['Drama', '10', '10\u202f%', '–', '–', '–', '–'],
		]);
	});

	it('are columns where they have an order', () => {
		const row = facetRow({ value: '2–13', count: 3, share: 0.3 });
		expect(facetColumns('lengths', [row])[0]).toMatchObject({ label: '2–13', value: 0.3 });
		expect(facetColumns('seasons', [facetRow({ value: 'fall' })])[0]?.label).toBe('Fall');
	});
});

describe('years', () => {
	const year = (value: number, count: number, othersShare: number | null = 0.01) =>
		facetRow({ value: String(value), count, share: count / 10, othersShare });

	it('have a column each, also those without titles', () => {
		const columns = yearColumns([year(2013, 4), year(2015, 6)]);
		expect(columns.map(({ key, label, value }) => [key, label, value])).toEqual([
			['2013', '', 0.4],
			['2014', '', 0],
			['2015', '2015', 0.6],
		]);
		expect(columns[1]?.words).toBe('2014: no titles');
	});

	it('share one where they are old', () => {
		const columns = yearColumns([year(1985, 2), year(2016, 7)]);
		expect(columns).toHaveLength(32);
		expect(columns[0]?.key).toBe('1985');
		const more = yearColumns([year(1979, 1, 0.02), year(1984, 2, 0.03), year(2016, 7)]);
		expect(more).toHaveLength(33);
		expect(more[0]).toEqual({
			key: 'older',
			label: '←',
			value: expect.closeTo(0.3),
			behind: expect.closeTo(0.05),
			words: 'Before 1985: 3 titles, 30\u202f% of yours, 5\u202f% of others’',
		});
	});

	it('are none where none is known', () => {
		expect(yearColumns([])).toEqual([]);
	});
});

describe('statuses', () => {
	const statuses = { ...profileFactsOf().statuses, completed: 30, dropped: 10 };

	it('are bars of what there is', () => {
		expect(statusMeasures(statuses).map(({ label, value }) => [label, value])).toEqual([
			['Completed', 30],
			['Dropped', 10],
		]);
	});

	it('are a table of all of it', () => {
		expect(statusTable(statuses).rows).toEqual([
			['Completed', '30', '75\u202f%'],
			['Watching', '0', '0\u202f%'],
			['On hold', '0', '0\u202f%'],
			['Dropped', '10', '25\u202f%'],
			['Planned', '0', '0\u202f%'],
		]);
	});
});
