import { describe, expect, it } from 'vitest';
import { clearFilters } from '../state/changes.ts';
import { DEFAULT_STATE, parseState } from '../state/url-state.ts';
import { listActive } from './active-filters.ts';
import { rangeText, valueText } from './filter-words.ts';

const everything = parseState(
	new URLSearchParams(
		'movies=1&x=20&xg=Horror&tag=Romance&nostudio=MAPPA&season=fall&status=airing&age=R&year=-1999' +
			'&episodes=2-13&minutes=60-&pop=10-90&members=10000&like=80&niche=30&mix=20&nodislikes=1' +
			'&plans=hide&adult=blur&whatif=20:40',
	),
);
const nameOf = () => ({ text: 'Naruto' });

describe('active filters', () => {
	it('are told in words', () => {
		const outcome = { changed: [{ malId: 20, from: 90, to: 40 }], ignored: [] };
		expect(listActive(everything, nameOf, outcome).map(({ label }) => label)).toEqual([
			'what if: Naruto at 4 instead of 9',
			'movies too',
			'Romance',
			'no Horror',
			'no MAPPA',
			'Airing now',
			'R, 17 and up',
			'Fall',
			'until 1999',
			'60 min or more',
			'2–13 episodes',
			'popularity 10–90\u202f%',
			'10K members or more',
			'more to like',
			'lesser known first',
			'more variety',
			'dislikes ignored',
			'no plans',
			'adult titles, blurred',
			'without Naruto',
		]);
	});

	it('are taken back one by one, until nothing is left', () => {
		let state = everything;
		for (let left = listActive(state, nameOf).length; left > 0; left--) {
			const [first, ...others] = listActive(state, nameOf);
			if (!first) throw new Error('There is one.');
			state = first.without;
			expect(listActive(state, nameOf).map(({ key }) => key)).toEqual(others.map(({ key }) => key));
		}
		expect(state).toEqual(clearFilters(state));
		expect(listActive(DEFAULT_STATE, nameOf)).toEqual([]);
	});

	it('have keys of their own', () => {
		const keys = listActive(everything, nameOf).map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('words of filters', () => {
	it.each([
		['year', {}, null],
		['year', { least: 1990, most: 1990 }, '1990'],
		['year', { least: 1990, most: 1999 }, '1990–1999'],
		['year', { least: 2020 }, 'since 2020'],
		['episodes', { most: 13 }, 'up to 13 episodes'],
		['episodes', { least: 1, most: 1 }, '1 episode'],
		['popularity', { most: 50 }, 'popularity 0–50\u202f%'],
	] as const)('%s %o reads %s', (kind, range, text) => {
		expect(rangeText(kind, range)).toBe(text);
	});

	it('show a value that they don’t know as it is', () => {
		expect(valueText('ageRatings', 'X')).toBe('X');
		expect(valueText('statuses', 'upcoming')).toBe('Not out yet');
		expect(valueText('sources', 'Light novel')).toBe('Light novel');
	});
});
