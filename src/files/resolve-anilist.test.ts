import { expect, test } from 'vitest';
import type { AnilistEntry } from './list-file-result.ts';
import { resolveAnilist } from './resolve-anilist.ts';

const entry = (
	anilistId: number,
	score: number | null,
	status: AnilistEntry['status'] = 'completed',
): AnilistEntry => ({ anilistId, score, status, title: '' });

/** 100 is two titles there; 201 and 202 are one. */
const MAL_IDS = new Map([
	[100, [1, 2]],
	[201, [3]],
	[202, [3]],
]);
const resolve = (...entries: AnilistEntry[]) =>
	resolveAnilist(entries, (id) => MAL_IDS.get(id) ?? []);

test('one entry becomes the titles that it is, and what nobody knows is told', () => {
	expect(resolve(entry(100, 80), entry(404, 60))).toEqual({
		entries: [
			{ malId: 1, score: 80, status: 'completed' },
			{ malId: 2, score: 80, status: 'completed' },
		],
		unresolved: [entry(404, 60)],
	});
});

test('entries that meet in one title: the later counts, unless it is only planned', () => {
	expect(resolve(entry(201, 80), entry(202, 60)).entries).toEqual([
		{ malId: 3, score: 60, status: 'completed' },
	]);
	expect(resolve(entry(201, 80), entry(202, null, 'plan-to-watch')).entries).toEqual([
		{ malId: 3, score: 80, status: 'completed' },
	]);
	expect(resolve(entry(201, null, 'plan-to-watch'), entry(202, 60, 'dropped')).entries).toEqual([
		{ malId: 3, score: 60, status: 'dropped' },
	]);
});
