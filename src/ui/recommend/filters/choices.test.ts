import { describe, expect, it } from 'vitest';
import { DEFAULT_STATE, parseState } from '../state/url-state.ts';
import { choiceOf, leftOut, NEXT_CHOICE, wantedOf, withChoice } from './choices.ts';

describe('choices', () => {
	it('go round: no matter, only with it, left out', () => {
		let state = DEFAULT_STATE;
		const seen = [choiceOf(state, 'studios', 'MAPPA')];
		for (let click = 0; click < 3; click++) {
			const choice = NEXT_CHOICE[choiceOf(state, 'studios', 'MAPPA')];
			state = withChoice(state, 'studios', 'MAPPA', choice);
			seen.push(choiceOf(state, 'studios', 'MAPPA'));
		}
		expect(seen).toEqual(['any', 'in', 'out', 'any']);
		expect(state).toEqual(DEFAULT_STATE);
	});

	it('keep their order and leave other kinds alone', () => {
		const one = withChoice(DEFAULT_STATE, 'types', 'Movie', 'in');
		const two = withChoice(one, 'types', 'OVA', 'in');
		const three = withChoice(two, 'seasons', 'fall', 'out');
		expect(wantedOf(three, 'types')).toEqual(['Movie', 'OVA']);
		expect(leftOut(three, 'seasons')).toEqual(['fall']);
		expect(leftOut(three, 'types')).toEqual([]);
	});

	it('leave tags out where rows do, and let both ways back in', () => {
		const horror = withChoice(DEFAULT_STATE, 'tags', 'Horror', 'out');
		expect(horror.excludedGenres).toEqual(['Horror']);
		const both = parseState(new URLSearchParams('xg=Horror&notag=Mecha*Horror'));
		expect(leftOut(both, 'tags')).toEqual(['Horror', 'Mecha']);
		const none = withChoice(withChoice(both, 'tags', 'Horror', 'any'), 'tags', 'Mecha', 'in');
		expect(leftOut(none, 'tags')).toEqual([]);
		expect(wantedOf(none, 'tags')).toEqual(['Mecha']);
	});
});
