import { describe, expect, it } from 'vitest';
import { isPathName, parseListSite, profileUrl, userPath } from './site-user.ts';

describe('users of list sites', () => {
	it('encodes whatever a name holds', () => {
		expect(userPath({ site: 'mal', name: 'a/b' })).toBe('/user/mal/a%2Fb');
		expect(userPath({ site: 'kitsu', name: 'アニメ 好き?' })).toBe(
			'/user/kitsu/%E3%82%A2%E3%83%8B%E3%83%A1%20%E5%A5%BD%E3%81%8D%3F',
		);
	});

	it('links to the profile on the own site', () => {
		expect(profileUrl({ site: 'mal', name: 'Ann' })).toBe('https://myanimelist.net/profile/Ann');
		expect(profileUrl({ site: 'anilist', name: 'Ann' })).toBe('https://anilist.co/user/Ann');
		expect(profileUrl({ site: 'kitsu', name: 'a#b' })).toBe('https://kitsu.app/users/a%23b');
	});

	it('reads sites in any case, and no others', () => {
		expect(parseListSite(' AniList ')).toBe('anilist');
		expect(parseListSite('MAL')).toBe('mal');
		expect(parseListSite('annict')).toBeUndefined();
		expect(parseListSite(null)).toBeUndefined();
	});

	it('refuses names that a path can not hold', () => {
		expect(['', '.', '..'].filter(isPathName)).toEqual([]);
		expect(['...', 'a', '-'].filter(isPathName)).toEqual(['...', 'a', '-']);
	});
});
