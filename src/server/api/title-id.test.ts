import { describe, expect, it } from 'vitest';
import { titleIds } from '#core/catalogue/title-ids.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { parseTitleId, resolveTitleId } from './title-id.ts';

const parse = (id: string, query = '') => parseTitleId(id, new URLSearchParams(query));

describe('ids of titles in addresses', () => {
	it.each([
		['1535', { site: 'mal', id: 1535 }],
		['mal:1535', { site: 'mal', id: 1535 }],
		['anilist:21', { site: 'anilist', id: 21 }],
	])('reads %s', (text, request) => {
		expect(parse(text)).toEqual({ ok: true, request });
	});

	it.each(['', '0', '-1', '1.5', '1e3', 'naruto', 'kitsu:1', 'anilist:', 'mal:x', '999999999'])(
		'refuses %j',
		(text) => {
			expect(parse(text).ok).toBe(false);
		},
	);

	it('refuses parameters that mean nothing', () => {
		const parsed = parse('1', 'limit=3');
		expect(!parsed.ok && parsed.issues.map(({ path }) => path)).toEqual(['limit']);
	});

	it('are MyAnimeList’s in the end: of several titles the best known', () => {
		const catalogue = smallCatalogue([
			{ malId: 5, anilistId: 50 },
			{ malId: 6, anilistId: 50 },
			{ malId: 7 },
		]);
		const ids = titleIds(catalogue);
		const resolve = (site: 'mal' | 'anilist', id: number) =>
			resolveTitleId({ site, id }, catalogue, ids);
		expect(resolve('anilist', 50)).toBe(5);
		expect(resolve('mal', 7)).toBe(7);
		expect(resolve('anilist', 7)).toBeUndefined();
		expect(resolve('mal', 50)).toBeUndefined();
	});
});
