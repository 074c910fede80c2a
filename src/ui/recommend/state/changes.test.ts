import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '#core/rank/ranking-options.ts';
import {
	activeFilters,
	clearFilters,
	toRequest,
	toggleExcludedEntry,
	toggleExcludedGenre,
	toggleInclude,
	toggleOpen,
	withRated,
	withTried,
} from './changes.ts';
import { DEFAULT_STATE, parseState } from './url-state.ts';

const state = parseState(
	new URLSearchParams('r=1-8_2-5&exs=1&x=2&xg=Horror&titles=native&open=7&tag=Drama*Action'),
);

describe('changes of the state', () => {
	it('turns a switch on and off again', () => {
		const on = toggleInclude(DEFAULT_STATE, 'music');
		expect(on.include).toEqual({ ...DEFAULT_STATE.include, music: true });
		expect(toggleInclude(on, 'music')).toEqual(DEFAULT_STATE);
	});

	it('adds an exclusion at the end, and takes it back', () => {
		expect(toggleExcludedEntry(state, 1).excludedEntries).toEqual([2, 1]);
		expect(toggleExcludedEntry(state, 2).excludedEntries).toEqual([]);
		expect(toggleExcludedGenre(state, 'Sci-Fi').excludedGenres).toEqual(['Horror', 'Sci-Fi']);
		expect(toggleExcludedGenre(state, 'Horror').excludedGenres).toEqual([]);
	});

	it('tries scores out, changes and takes them back', () => {
		const tried = withTried(withTried(state, 1, 30), 2, 90);
		expect(tried.whatIf).toEqual([
			{ malId: 1, score: 30 },
			{ malId: 2, score: 90 },
		]);
		expect(withTried(tried, 1, 40).whatIf[0]).toEqual({ malId: 1, score: 40 });
		expect(withTried(tried, 1, null).whatIf).toEqual([{ malId: 2, score: 90 }]);
		expect(toRequest(tried, []).whatIf).toEqual(tried.whatIf);
		expect(toRequest(state, [])).not.toHaveProperty('whatIf');
		const full = Array.from({ length: 60 }, (_, at) => at + 1).reduce(
			(many, malId) => withTried(many, malId, 50),
			state,
		);
		expect(full.whatIf).toHaveLength(50);
	});

	it('forgets what was tried for a title that left the list or was scored anew', () => {
		const tried = withTried(withTried(state, 1, 30), 2, 90);
		const scored = withRated(tried, [
			{ malId: 1, score: 80, status: 'completed' },
			{ malId: 2, score: 70, status: 'completed' },
		]);
		expect(scored.whatIf).toEqual([{ malId: 1, score: 30 }]);
		expect(withRated(tried, []).whatIf).toEqual([]);
	});

	it('opens one row at a time', () => {
		expect(toggleOpen(state, 9).open).toBe(9);
		expect(toggleOpen(state, 7).open).toBeNull();
	});

	it('clears filters but neither the list nor the language', () => {
		expect(activeFilters(state)).toBe(1 + 1 + 1 + 2);
		const cleared = clearFilters(state);
		expect(activeFilters(cleared)).toBe(0);
		expect(cleared).toMatchObject({ rated: state.rated, titles: 'native' });
	});

	it('forgets the exclusion of a title that left the list', () => {
		expect(withRated(state, state.rated.slice(0, 1)).excludedEntries).toEqual([]);
		expect(withRated(state, state.rated.slice(1)).excludedEntries).toEqual([2]);
	});

	it('asks for titles of everyone, from the wanted place on', () => {
		expect(toRequest(state, state.rated, 60)).toMatchObject({
			entries: state.rated,
			excludedEntries: [2],
			excludedGenres: ['Horror'],
			include: state.include,
			adult: false,
			only: { ...NO_CHOICES, tags: ['Drama', 'Action'] },
			offset: 60,
		});
	});
});
