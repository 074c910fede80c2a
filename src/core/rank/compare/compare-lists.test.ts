import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { ListEntry, ListStatus } from '../../profile/list-entry.ts';
import { createRanking } from '../recommend.ts';
import type { CompareRequest, Pair } from './comparison.ts';

/** Ten lone titles, a show of two seasons, and an adult title. */
const catalogue = smallCatalogue(
	[
		...Array.from({ length: 10 }, (_, at) => ({ malId: at + 1 })),
		{ malId: 21, franchise: 'show' },
		{ malId: 22, franchise: 'show' },
		{ malId: 30, adult: true },
	],
	[[21, 'sequel', 22]],
);
const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 21, 22, 30];
const ranking = createRanking(
	catalogue,
	linearModel(ids, () => 1),
);
const entry = (
	malId: number,
	score: number | null,
	status: ListStatus = 'completed',
): ListEntry => {
	return { malId, score, status };
};
const compare = (lists: Pair<readonly ListEntry[]>, named: Partial<CompareRequest> = {}) =>
	ranking.compare({
		lists,
		excludedGenres: [],
		include: { extraSeasons: false, movies: false, specials: false, music: false },
		adult: false,
		limit: 10,
		...named,
	});
const scored = (...scores: number[]) => scores.map((score, at) => entry(at + 1, score));

describe('comparing two lists', () => {
	it('holds percentiles against each other, not scores', () => {
		// The same order by a generous and a harsh scorer.
		const { agreement, bothScored, differences } = compare([
			scored(100, 95, 90, 85, 80),
			scored(60, 50, 40, 30, 20),
		]);
		expect(bothScored).toBe(5);
		expect(agreement?.correlation).toBeCloseTo(1, 12);
		expect(agreement).toMatchObject({ meanGap: 0, rough: true });
		expect(differences).toEqual([]);
	});

	it('says nothing of an agreement below five titles', () => {
		expect(compare([scored(10, 20, 30, 40), scored(10, 20, 30, 40)]).agreement).toBeNull();
		expect(compare([[], []])).toMatchObject({ agreement: null, bothSeen: 0, bothScored: 0 });
	});

	it('has no correlation where one gave everything the same score', () => {
		const { agreement } = compare([scored(70, 70, 70, 70, 70), scored(10, 30, 50, 70, 90)]);
		expect(agreement?.correlation).toBeNull();
		// Percentiles ½ beside 0.1, 0.3, 0.5, 0.7, 0.9.
		expect(agreement?.meanGap).toBeCloseTo((0.4 + 0.2 + 0 + 0.2 + 0.4) / 5, 12);
	});

	it('names what both love and where they differ most', () => {
		const { favourites, differences, bothSeen } = compare([
			[...scored(90, 80, 30, 20), entry(5, 10), entry(6, null)],
			[...scored(95, 15, 85, 25), entry(5, 35), entry(6, 50), entry(7, 40, 'plan-to-watch')],
		]);
		expect(favourites.map(({ malId }) => malId)).toEqual([1]);
		expect(bothSeen).toBe(6);
		// Title 2 lies above 3½ of 5 here and above ½ of 6 there.
		expect(differences.map(({ malId }) => malId)).toEqual([2, 5, 3]);
		expect(differences[0]).toEqual({
			malId: 2,
			scores: [80, 15],
			percentiles: [3.5 / 5, 0.5 / 6],
		});
	});

	it('has each show the other favourites that the other has not seen, best for the other first', () => {
		const a = [entry(1, 95), entry(2, 90), entry(3, 40), entry(4, 30), entry(5, 20), entry(6, 10)];
		const b = [entry(3, 90), entry(4, 20), entry(5, 30), entry(6, 40)];
		const { suggestions, anime } = compare([a, b]);
		// The model expects more of later titles: 50 and one an entry, and one more for each title before it.
		expect(suggestions[0]).toMatchObject([
			{ malId: 2, standsFor: null, score: 90, percentile: 4.5 / 6, prediction: { score: 55 } },
			{ malId: 1, score: 95, percentile: 5.5 / 6, prediction: { score: 54 } },
		]);
		expect(suggestions[1]).toEqual([]);
		expect(anime.map(({ malId }) => malId)).toEqual(expect.arrayContaining([1, 2, 3]));
	});

	it('keeps to the franchise rules of who is shown something, and hides adult titles', () => {
		const fan = [entry(22, 95), entry(30, 95), entry(1, 20), entry(2, 20), entry(3, 20)];
		const shown = (other: readonly ListEntry[], named: Partial<CompareRequest> = {}) =>
			compare([fan, other], named).suggestions[0].map(({ malId, standsFor }) => [malId, standsFor]);
		expect(shown([entry(4, 80)])).toEqual([[21, 22]]);
		// A second season of what was begun belongs elsewhere; a dropped story nowhere.
		expect(shown([entry(21, 80)])).toEqual([]);
		expect(shown([entry(21, 20, 'dropped')])).toEqual([]);
		expect(shown([entry(4, 80)], { adult: 'show' })).toEqual([
			[30, null],
			[21, 22],
		]);
	});

	it('orders by the giver where nothing is known of the taker', () => {
		const a = [entry(1, 90), entry(2, 95), entry(3, 10), entry(4, 20), entry(5, 30), entry(6, 40)];
		const { suggestions, lists } = compare([a, []]);
		expect(suggestions[0].map(({ malId, prediction }) => [malId, prediction])).toEqual([
			[2, null],
			[1, null],
		]);
		expect(lists).toEqual([
			{ seen: 6, scored: 6, meanScore: 285 / 6, usedEntries: 6, rough: false },
			{ seen: 0, scored: 0, meanScore: null, usedEntries: 0, rough: true },
		]);
	});
});
