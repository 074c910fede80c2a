import { expect, it } from 'vitest';
import type { ListEntry } from '../profile/list-entry.ts';
import { withoutDislikes } from './dislikes.ts';

it('counts what was dropped or disliked as watched without a score, and leaves the rest alone', () => {
	const kept: ListEntry[] = [
		{ malId: 1, score: 90, status: 'completed' },
		{ malId: 2, score: 60, status: 'on-hold' },
		{ malId: 3, score: null, status: 'watching' },
		{ malId: 4, score: 10, status: 'plan-to-watch' },
	];
	const dislikes: ListEntry[] = [
		{ malId: 5, score: 10, status: 'completed' },
		{ malId: 6, score: 80, status: 'dropped' },
		{ malId: 7, score: null, status: 'dropped' },
	];
	expect(withoutDislikes([...kept, ...dislikes])).toEqual([
		...kept,
		{ malId: 5, score: null, status: 'completed' },
		{ malId: 6, score: null, status: 'completed' },
		{ malId: 7, score: null, status: 'completed' },
	]);
});
