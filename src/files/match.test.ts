import { expect, test } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { matchEntries } from './match.ts';

const completed = (malId: number): ListEntry => ({ malId, score: null, status: 'completed' });

test('a list is parted into what the catalogue has and what it lacks, in order', () => {
	const entries = [completed(30), completed(7), completed(1), completed(8)];
	const titles = ['Evangelion', 'Made at home', 'Cowboy Bebop', ''];
	// Index 0 is a title like any other.
	const catalogue = new Map([
		[30, 1],
		[1, 0],
	]);
	expect(matchEntries({ entries, titles }, (malId) => catalogue.get(malId))).toEqual({
		matched: [completed(30), completed(1)],
		unknown: [
			{ malId: 7, title: 'Made at home' },
			{ malId: 8, title: '' },
		],
	});
});
