import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { readList } from '../watched-titles.ts';
import { franchiseFolds } from './franchise-folds.ts';

const SIZE = 30;
/** Every three titles are one franchise. */
const catalogue = smallCatalogue(
	Array.from({ length: SIZE }, (_, at) => ({ malId: at + 1, franchise: `${Math.floor(at / 3)}` })),
);
const watched = (count: number) =>
	readList(
		catalogue,
		Array.from({ length: count }, (_, at) => ({ malId: at + 1, score: null, status: 'completed' })),
	).watched;

it('parts a list into five, with whole franchises, each title once', () => {
	const folds = franchiseFolds(catalogue, watched(SIZE));
	expect(folds.map(({ length }) => length)).toEqual([6, 6, 6, 6, 6]);
	const foldOf = (franchise: number) =>
		folds.filter((fold) =>
			fold.some(({ anime }) => catalogue.franchise[anime.index] === franchise),
		);
	for (let franchise = 0; franchise < SIZE / 3; franchise++)
		expect(foldOf(franchise)).toHaveLength(1);
	expect(new Set(folds.flat().map(({ entry }) => entry.malId)).size).toBe(SIZE);
	expect(franchiseFolds(catalogue, watched(SIZE))).toEqual(folds);
});

it('makes no empty parts', () => {
	expect(franchiseFolds(catalogue, watched(6)).map(({ length }) => length)).toEqual([3, 3]);
	expect(franchiseFolds(catalogue, [])).toEqual([]);
});
