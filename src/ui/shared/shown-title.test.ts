import { expect, test } from 'vitest';
import { shownTitle } from './shown-title.ts';

const titan = { title: 'Shingeki no Kyojin', english: 'Attack on Titan', native: '進撃の巨人' };

test('only the title that is in Japanese is marked as Japanese', () => {
	expect(shownTitle(titan, 'english')).toEqual({ text: 'Attack on Titan', lang: undefined });
	expect(shownTitle(titan, 'romaji')).toEqual({ text: 'Shingeki no Kyojin', lang: undefined });
	expect(shownTitle(titan, 'native')).toEqual({ text: '進撃の巨人', lang: 'ja' });
});

test('the language follows the text that is shown, not the wish', () => {
	const untranslated = { title: 'Monster', english: null, native: null };
	expect(shownTitle(untranslated, 'native')).toEqual({ text: 'Monster', lang: undefined });
	const korean = { title: 'Lookism', english: null, native: '외모지상주의' };
	expect(shownTitle(korean, 'native').lang).toBe('ko');
});
