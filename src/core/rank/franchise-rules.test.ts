import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { retellsSeen, seenState } from './franchise-rules.ts';

const entry = (malId: number, status: ListEntry['status'] = 'completed'): ListEntry => ({
	malId,
	status,
	score: null,
});

describe('seenState', () => {
	const catalogue = smallCatalogue([
		{ malId: 1, franchise: 'one' },
		{ malId: 2, franchise: 'one' },
		{ malId: 3 },
	]);

	it('touches the franchise of whatever was seen, a film or an OVA as well (F8)', () => {
		const { titles, franchises } = seenState(catalogue, [entry(2, 'dropped')]);
		expect([...titles]).toEqual([1]);
		expect([...franchises]).toEqual([0]);
	});

	it('takes no plan for seen and passes over what the catalogue lacks', () => {
		const { titles, franchises } = seenState(catalogue, [
			entry(1, 'plan-to-watch'),
			entry(999_999),
		]);
		expect(titles.size + franchises.size).toBe(0);
	});
});

describe('retellsSeen (F6)', () => {
	const catalogue = smallCatalogue(
		[
			{ malId: 1, franchise: 'one' },
			{ malId: 2, franchise: 'one' },
			{ malId: 3, franchise: 'one' },
		],
		[
			[1, 'summary', 2],
			[1, 'sequel', 3],
		],
	);

	it('holds for the recap of a seen story', () => {
		expect(retellsSeen(catalogue, seenState(catalogue, [entry(1)]), 1)).toBe(true);
	});

	it('does not hold while the story itself is unseen', () => {
		expect(retellsSeen(catalogue, seenState(catalogue, [entry(3)]), 1)).toBe(false);
	});

	it('does not hold for a sequel', () => {
		expect(retellsSeen(catalogue, seenState(catalogue, [entry(1)]), 2)).toBe(false);
	});
});
