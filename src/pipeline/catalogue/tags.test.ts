import { describe, expect, it } from 'vitest';
import { createStudioCleaner } from './studios.ts';
import { sortTags } from './tags.ts';

describe('sortTags', () => {
	it('puts every tag where it belongs today, under its present name, once', () => {
		const tags = sortTags({
			genres: ['Drama', 'Psychological', 'Thriller', 'Seinen', 'Suspense'],
			themes: ['Psychological', 'Adult Cast'],
		});
		expect(tags).toEqual({
			genres: ['Drama', 'Suspense'],
			themes: ['Psychological', 'Adult Cast'],
			demographics: ['Seinen'],
		});
	});

	it('keeps music as the genre or the theme that it was', () => {
		expect(sortTags({ genres: ['Music'], themes: ['Music'] })).toEqual({
			genres: ['Music'],
			themes: ['Music'],
			demographics: [],
		});
	});
});

describe('createStudioCleaner', () => {
	const clean = createStudioCleaner([
		['J.C.Staff'],
		['J.C.Staff'],
		['J.C.STAFF'],
		['Doga Kobo'],
		['King Records', 'Doga Kobo', 'Kansai TV', 'Movic', 'Doga Kobo'],
		['Unseen A', 'Unseen B', 'Unseen C', 'Unseen D'],
	]);

	it('spells a studio as most titles do', () => {
		expect(clean(['j.c. staff', 'J.C.STAFF'])).toEqual(['J.C.Staff']);
	});

	it('keeps only known studios of a list that mixes producers in', () => {
		expect(clean(['King Records', 'Doga Kobo', 'Kansai TV', 'Movic'])).toEqual(['Doga Kobo']);
	});

	it('keeps a long list of which nothing is known, and short lists', () => {
		const unseen = ['Unseen A', 'Unseen B', 'Unseen C', 'Unseen D'];
		expect(clean(unseen)).toEqual(unseen);
		expect(clean(['King Records'])).toEqual(['King Records']);
	});
});
