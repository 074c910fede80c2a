import { describe, expect, it } from 'vitest';
import { cardOf, type AnimeCard } from '#core/rank/answer.ts';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import { formatDate, titleFacts, titleSubjects, titleSummary } from './title-facts.ts';

function card(facts: Partial<SmallAnime>): AnimeCard {
	const made = cardOf(smallCatalogue([{ malId: 9253, ...facts }]), 9253);
	if (!made) throw new Error('The small catalogue has the title.');
	return made;
}

describe('facts of a title', () => {
	it.each([
		['2011-04-06', '6 Apr 2011'],
		['2011-12', 'Dec 2011'],
		['2011', '2011'],
	])('read %s as %s', (date, text) => expect(formatDate(date)).toBe(text));

	it('tell what is known, and when it aired', () => {
		const finished = card({ episodes: 24, startDate: '2011-04-06', endDate: '2011-09-14' });
		expect(titleFacts(finished).slice(0, 4)).toEqual([
			{ name: 'Type', value: 'TV' },
			{ name: 'Episodes', value: '24' },
			{ name: 'State', value: 'Finished' },
			{ name: 'Aired', value: '6 Apr 2011 to 14 Sep 2011' },
		]);
		const airing = card({
			type: 'Unknown',
			episodes: null,
			status: 'airing',
			startDate: '2026-10',
		});
		expect(titleFacts(airing).slice(0, 2)).toEqual([
			{ name: 'State', value: 'Airing now' },
			{ name: 'Aired', value: 'since Oct 2026' },
		]);
	});

	it('leave out kinds of subjects that it has none of', () => {
		const some = card({ genres: ['Drama'], demographics: ['Seinen'] });
		expect(titleSubjects(some)).toEqual([
			{ name: 'Genres', values: ['Drama'] },
			{ name: 'For', values: ['Seinen'] },
		]);
	});

	it('make a sentence', () => {
		expect(titleSummary(card({ episodes: 24, year: 2011, genres: ['Drama'] }))).toBe(
			'TV · 2011 · 24 episodes · Drama. Similar titles and why, the watch order, and who likes it.',
		);
	});
});
