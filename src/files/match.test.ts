import { expect, test } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { AnilistEntry } from './list-file-result.ts';
import { matchEntries } from './match.ts';

const completed = (malId: number): ListEntry => ({ malId, score: null, status: 'completed' });
const dropped = (anilistId: number): AnilistEntry => ({
	anilistId,
	score: null,
	status: 'dropped',
	title: '',
});

const known = {
	has: (malId: number) => malId === 30 || malId === 1,
	malIdsOf: (anilistId: number) => (anilistId === 10 ? [1, 2] : []),
};

test('a list is parted into what the catalogue has and what it lacks, in order', () => {
	const entries = [completed(30), completed(7), completed(1), completed(8)];
	const titles = ['Evangelion', 'Made at home', 'Cowboy Bebop', ''];
	expect(matchEntries({ entries, titles, anilist: [] }, known)).toEqual({
		matched: [completed(30), completed(1)],
		unknown: [
			{ malId: 7, title: 'Made at home' },
			{ malId: 8, title: '' },
		],
		unresolved: [],
	});
});

test('titles of AniList are those of MyAnimeList that they are, unless the file names those itself', () => {
	const anilist = [dropped(10), dropped(404)];
	expect(matchEntries({ entries: [completed(1)], titles: [''], anilist }, known)).toEqual({
		matched: [completed(1), { malId: 2, score: null, status: 'dropped' }],
		unknown: [],
		unresolved: [dropped(404)],
	});
});
