import { describe, expect, test } from 'vitest';
import type { TitleLanguage } from '#core/catalogue/anime.ts';
import {
	parseTheme,
	parseTitleLanguage,
	preferenceCookie,
	Preferences,
	withTitleLanguage,
} from './preferences.svelte.ts';

describe('reading', () => {
	test('a theme that is none is the system’s', () => {
		expect(['dark', 'light', 'blue', '', undefined].map(parseTheme)).toEqual([
			'dark',
			'light',
			'system',
			'system',
			'system',
		]);
	});

	test('a language that is none is null, so that the next source can decide', () => {
		expect(['romaji', 'klingon', null].map(parseTitleLanguage)).toEqual(['romaji', null, null]);
	});
});

test('a cookie holds for a year and for this site only', () => {
	expect(preferenceCookie('theme', 'dark')).toBe(
		`theme=dark; Path=/; Max-Age=${365 * 24 * 60 * 60}; SameSite=Lax`,
	);
});

describe('the address', () => {
	const address = (query: string) => new URL(`https://sprout.example/rate${query}`);

	test('changes only where it names a language, and leaves English out', () => {
		expect(withTitleLanguage(address('?r=1-9'), 'native')).toBeNull();
		expect(withTitleLanguage(address('?r=1-9&titles=romaji'), 'native')?.search).toBe(
			'?r=1-9&titles=native',
		);
		expect(withTitleLanguage(address('?r=1-9&titles=romaji'), 'english')?.search).toBe('?r=1-9');
	});
});

describe('Preferences', () => {
	function setUp(inAddress: TitleLanguage | null) {
		const seen: string[] = [];
		const preferences = new Preferences(
			{ theme: 'system', titleLanguage: 'english', listSite: null },
			{
				fromAddress: () => inAddress,
				applyTheme: (theme) => seen.push(`apply ${theme}`),
				keep: (cookie) => seen.push(cookie.split(';')[0] ?? ''),
				readdress: (language) => seen.push(`readdress ${language}`),
			},
		);
		return { preferences, seen };
	}

	test('a new theme is shown and kept', () => {
		const { preferences, seen } = setUp(null);
		preferences.theme = 'dark';
		expect(preferences.theme).toBe('dark');
		expect(seen).toEqual(['apply dark', 'theme=dark']);
	});

	test('a new title language is kept and told to the address', () => {
		const { preferences, seen } = setUp(null);
		preferences.titleLanguage = 'native';
		expect(preferences.titleLanguage).toBe('native');
		expect(seen).toEqual(['titles=native', 'readdress native']);
	});

	test('the site of the list is kept', () => {
		const { preferences, seen } = setUp(null);
		preferences.listSite = 'kitsu';
		expect(preferences.listSite).toBe('kitsu');
		expect(seen).toEqual(['source=kitsu']);
	});

	test('the address wins over what was kept', () => {
		expect(setUp('romaji').preferences.titleLanguage).toBe('romaji');
	});
});
