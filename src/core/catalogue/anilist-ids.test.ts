import { expect, it } from 'vitest';
import { anilistIds, decodeAnilistIds } from './anilist-ids.ts';
import { CatalogueFormatError } from './columns.ts';

it('gives every title of MyAnimeList that a title of AniList is', () => {
	const titles = [
		{ malId: 1, anilistId: 10 },
		{ malId: 2, anilistId: null },
		{ malId: 3, anilistId: 10 },
		{ malId: 4, anilistId: 40 },
	];
	expect([...anilistIds(titles)]).toEqual([
		[10, [1, 3]],
		[40, [4]],
	]);
});

it('is read from the file of facts, where 0 is unknown', () => {
	const titles = [{ malId: 1 }, { malId: 2 }, { malId: 3 }];
	const facts = { format: 1, kind: 'facts', anilistIds: [10, 0, 30] };
	expect([...decodeAnilistIds(facts, titles)]).toEqual([
		[10, [1]],
		[30, [3]],
	]);
	const short = { ...facts, anilistIds: [10] };
	expect(() => decodeAnilistIds(short, titles)).toThrow(CatalogueFormatError);
});
