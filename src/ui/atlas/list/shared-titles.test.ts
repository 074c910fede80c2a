import { expect, it } from 'vitest';
import { compareLists } from './shared-titles.ts';

const list = (...seen: [number, number | null][]) => ({
	seen: seen.map(([point, score]) => ({ point, score })),
	planned: [],
	recommended: [],
});

it('counts what both have, and names what both like best', () => {
	const first = list([1, 9], [2, 10], [3, 8], [4, 10], [5, null]);
	const second = list([2, 8], [3, 9], [4, 5], [5, 10], [6, 10], [1, 9.5]);
	expect(compareLists(first, second)).toEqual({
		both: 5,
		onlyFirst: 0,
		onlySecond: 1,
		liked: [1, 2, 3],
	});
});
