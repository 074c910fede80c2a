import { describe, expect, it } from 'vitest';
import { titlePath, titleSlug } from './title-path.ts';

describe('the address of a title', () => {
	it('has the id and the title', () => {
		expect(titlePath({ malId: 9253, title: 'Steins;Gate' })).toBe('/anime/9253/steins-gate');
	});

	it.each([
		['Déjà Vu: L’Arc!', 'deja-vu-larc'],
		['.hack//Sign', 'hack-sign'],
		['K-On!! (2010)', 'k-on-2010'],
		['進撃の巨人', 'anime'],
		['½ Prince', '1-2-prince'],
		['', 'anime'],
	])('makes of %j %j', (title, slug) => {
		expect(titleSlug(title)).toBe(slug);
	});

	it('ends with a whole word, unless the first is too long', () => {
		expect(titleSlug(`${'word '.repeat(20)}`)).toBe(Array(12).fill('word').join('-'));
		expect(titleSlug('a'.repeat(99))).toBe('a'.repeat(60));
	});
});
