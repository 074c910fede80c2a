import { describe, expect, it } from 'vitest';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { retellsSeen, seenState, waysIn } from './franchise-rules.ts';

const entry = (malId: number, status: ListEntry['status'] = 'completed'): ListEntry => ({
	malId,
	status,
	score: null,
});

/** MyAnimeList ids of the ways into the franchise of the first title. */
function waysInto(titles: SmallAnime[], edges: Parameters<typeof smallCatalogue>[1] = []) {
	const catalogue = smallCatalogue(
		titles.map((title) => ({ franchise: 'one', ...title })),
		edges,
	);
	return waysIn(catalogue, 0).map((index) => catalogue.anime(index).malId);
}

describe('waysIn (F1)', () => {
	it('is the first season, not what continues it', () => {
		const titles = [{ malId: 1 }, { malId: 2 }, { malId: 3, type: 'OVA' as const }];
		const edges = [
			[1, 'sequel', 2],
			[1, 'side-story', 3],
		] as const;
		expect(waysInto(titles, edges)).toEqual([1]);
	});

	it('is not the recap, which retells another member', () => {
		const titles = [{ malId: 1, type: 'Movie' as const }, { malId: 2 }];
		expect(waysInto(titles, [[2, 'summary', 1]])).toEqual([2]);
	});

	it('holds alternative versions in watch order', () => {
		const titles = [{ malId: 1 }, { malId: 2 }];
		expect(waysInto(titles, [[1, 'alternative-version', 2]])).toEqual([1, 2]);
	});

	it('puts a little-known pilot behind the series that everybody knows', () => {
		const titles = [
			{ malId: 1, members: 900, type: 'OVA' as const },
			{ malId: 2, members: 10_000 },
		];
		expect(waysInto(titles)).toEqual([2, 1]);
	});

	it('is a music video or an advertisement only where there is no story', () => {
		const clips: SmallAnime[] = [
			{ malId: 1, type: 'Music' },
			{ malId: 2, type: 'CM' },
		];
		expect(waysInto([...clips, { malId: 3 }])).toEqual([3]);
		expect(waysInto(clips)).toEqual([1, 2]);
	});

	it('is any member where a circle of prequels leaves none', () => {
		const edges = [
			[1, 'sequel', 2],
			[2, 'sequel', 1],
		] as const;
		expect(waysInto([{ malId: 1 }, { malId: 2 }], edges)).toEqual([1, 2]);
	});

	it('ignores a prequel that belongs to another franchise', () => {
		const catalogue = smallCatalogue(
			[
				{ malId: 1, franchise: 'one' },
				{ malId: 2, franchise: 'other' },
			],
			[[2, 'sequel', 1]],
		);
		expect(waysIn(catalogue, 0)).toEqual([0]);
	});
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
