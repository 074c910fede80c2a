import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { titleIds } from './title-ids.ts';

it('knows the MyAnimeList ids behind the ids of other sites, one, several or none', () => {
	const ids = titleIds(
		smallCatalogue([
			{ malId: 1, anilistId: 10, kitsuId: 100 },
			{ malId: 2, anilistId: 10 },
			{ malId: 3, kitsuId: 300 },
		]),
	);
	expect(ids.byAnilistId(10)).toEqual([1, 2]);
	expect(ids.byAnilistId(100)).toEqual([]);
	expect(ids.byKitsuId(100)).toEqual([1]);
	expect(ids.byKitsuId(300)).toEqual([3]);
});
