import { expect, test } from 'vitest';
import { savedList } from './saved-list.ts';

const entries = [
	{ malId: 1, score: 90, status: 'completed' },
	{ malId: 7, score: null, status: 'dropped' },
] as const;
const names = new Map([[1, { title: 'Cowboy Bebop' }]]);
const day = new Date(2026, 10, 3, 23, 59);

test('a list is saved under the day, with the names that are known', () => {
	expect(savedList(entries, names, 'csv', day)).toEqual({
		name: 'sprout-list-2026-11-03.csv',
		type: 'text/csv;charset=utf-8',
		text: '\u{feff}mal_id,title,score,status\r\n1,Cowboy Bebop,90,completed\r\n7,,,dropped\r\n',
	});
	const { name, text } = savedList(entries, names, 'json', day);
	expect(name).toBe('sprout-list-2026-11-03.json');
	expect(JSON.parse(text)).toMatchObject({ entries: [{ malId: 1 }, { malId: 7, title: '' }] });
});
