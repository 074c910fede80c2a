import { describe, expect, it } from 'vitest';
import { everyTitleLink, titleLink, titleLinks } from './title-links.ts';

const monster = { malId: 19, anilistId: 30019, kitsuId: 17 };
const nowhereElse = { malId: 19, anilistId: null, kitsuId: null };

describe('links to titles', () => {
	it('lead to the site of the visitor', () => {
		expect(titleLink(monster, 'mal').href).toBe('https://myanimelist.net/anime/19');
		expect(titleLink(monster, 'anilist')).toEqual({
			name: 'AniList',
			href: 'https://anilist.co/anime/30019',
		});
		expect(titleLink(monster, 'kitsu').href).toBe('https://kitsu.app/anime/17');
		expect(titleLinks(monster, 'kitsu')).toHaveLength(1);
	});

	it('lead to MyAnimeList where that site does not know the title', () => {
		expect(titleLink(nowhereElse, 'anilist').name).toBe('MyAnimeList');
		expect(titleLinks(nowhereElse, 'kitsu').map(({ name }) => name)).toEqual(['MyAnimeList']);
	});

	it('offer both large sites where the visitor has named none', () => {
		expect(titleLinks(monster, null).map(({ name }) => name)).toEqual(['MyAnimeList', 'AniList']);
		expect(titleLinks(nowhereElse, null).map(({ name }) => name)).toEqual(['MyAnimeList']);
	});

	it('are all given to whoever asks for all', () => {
		expect(everyTitleLink(monster).map(({ name }) => name)).toEqual([
			'MyAnimeList',
			'AniList',
			'Kitsu',
		]);
		expect(everyTitleLink(nowhereElse)).toEqual([titleLink(nowhereElse, null)]);
	});
});
