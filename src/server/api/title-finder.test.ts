import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createTitleFinder } from './title-finder.ts';

const find = createTitleFinder(
	smallCatalogue([
		{ malId: 16498, title: 'Shingeki no Kyojin', english: 'Attack on Titan', members: 9 },
		{ malId: 25777, title: 'Shingeki no Kyojin Season 2', members: 8 },
		{ malId: 1, title: 'Cowboy Bebop', members: 7 },
	]),
);

it('gives a page with the facts of its titles and the names that matched', () => {
	const { total, offset, items, anime } = find({ q: 'attack on titan', offset: 0, limit: 1 });
	expect([offset, items]).toEqual([0, [{ malId: 16498, matched: 'Attack on Titan' }]]);
	expect(total).toBeGreaterThanOrEqual(1);
	expect(anime.map(({ malId, title }) => [malId, title])).toEqual([[16498, 'Shingeki no Kyojin']]);
	expect(anime[0]).not.toHaveProperty('synonyms');
});

it('gives the same titles in pages as at once', () => {
	const ids = (offset: number, limit: number) =>
		find({ q: 'shingeki', offset, limit }).items.map(({ malId }) => malId);
	expect(ids(0, 2)).toEqual([16498, 25777]);
	expect([...ids(0, 1), ...ids(1, 1)]).toEqual(ids(0, 2));
});

it('finds nothing for what is no name', () => {
	expect(find({ q: '!?', offset: 0, limit: 5 })).toEqual({
		total: 0,
		offset: 0,
		items: [],
		anime: [],
	});
});
