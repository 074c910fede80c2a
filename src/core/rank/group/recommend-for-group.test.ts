import { describe, expect, it } from 'vitest';
import { groupRequest } from '#tests/support/group-request.ts';
import { linearModel } from '#tests/support/linear-model.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { ListEntry, ListStatus } from '../../profile/list-entry.ts';
import { createRanking } from '../recommend.ts';
import type { GroupRequest } from './group.ts';

/** A show with a second season and a recap, a film, an adult title, a comedy, and lone shows. */
const catalogue = smallCatalogue(
	[
		{ malId: 1, franchise: 'show' },
		{ malId: 2, franchise: 'show' },
		{ malId: 3, franchise: 'show' },
		{ malId: 4, type: 'Movie' },
		{ malId: 5, adult: true },
		{ malId: 6, genres: ['Comedy'] },
		{ malId: 7 },
		{ malId: 8 },
		{ malId: 9 },
	],
	[
		[1, 'sequel', 2],
		[1, 'summary', 3],
	],
);
const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Whoever liked 9 wants 6 most, then 7, then 8, and the show least; whoever liked 8 wants 7, then the show, and 6
 * least of all.
 */
const WANTED: Readonly<Record<number, Readonly<Record<number, number>>>> = {
	9: { 6: 9, 7: 8, 8: 7, 4: 3, 1: 2, 2: 1 },
	8: { 7: 9, 2: 8, 1: 7, 9: 6, 4: 3, 6: -5 },
};
const model = linearModel(ids, (from, to) => WANTED[from]?.[to] ?? 0);
const ranking = createRanking(catalogue, model);
const entry = (malId: number, score: number | null = 80, status: ListStatus = 'completed') =>
	({ malId, score, status }) satisfies ListEntry;
const [likesNine, likesEight] = [[entry(9)], [entry(8)]];
const group = (members: readonly ListEntry[][], named: Partial<GroupRequest> = {}) =>
	ranking.group(groupRequest(members, named));
const titles = (...asked: Parameters<typeof group>) =>
	group(...asked).items.map((row) => row.malId);

describe('recommendations for a group', () => {
	it('are those of the one list for a group of one, whatever the dial', () => {
		const alone = ranking.recommend({
			...groupRequest([]),
			entries: likesNine,
			excludedEntries: [],
		});
		const expected = alone.page.items.map(({ malId }) => malId);
		for (const fairness of [0, 1]) expect(titles([likesNine], { fairness })).toEqual(expected);
	});

	it('move with the dial from the best on average to what nobody minds', () => {
		// 6 is the dream of one and the nightmare of the other.
		expect(titles([likesNine, likesNine, likesEight], { fairness: 0 })).toEqual([7, 6, 1]);
		expect(titles([likesNine, likesNine, likesEight], { fairness: 1 })).toEqual([7, 1, 6]);
	});

	it('tell what each would make of a row, and who drags it down', () => {
		const { items, anime } = group([likesNine, likesEight], { fairness: 0 });
		const six = items.find(({ malId }) => malId === 6);
		expect(six?.reluctant).toBe(1);
		// The model expects 50 and one for the entry, and one more for each title before it.
		expect(six?.members.map(({ prediction }) => prediction?.score)).toEqual([56, 56]);
		expect(items[0]).toMatchObject({ malId: 7, place: 1, reluctant: null });
		expect(items.find(({ malId }) => malId === 1)).toMatchObject({ standsFor: 2 });
		expect(anime.map(({ malId }) => malId).toSorted()).toEqual([1, 2, 6, 7]);
	});

	it('are as those of each alone where one has nothing to say', () => {
		const planner = [entry(7, null, 'plan-to-watch')];
		const answer = group([likesNine, planner, []]);
		expect(answer.items.map(({ malId }) => malId)).toEqual(titles([likesNine]));
		expect(answer.members.map(({ usedEntries }) => usedEntries)).toEqual([1, 0, 0]);
		expect(answer.items.find(({ malId }) => malId === 7)?.members).toMatchObject([
			{ entry: null },
			{ prediction: null, entry: { status: 'plan-to-watch', score: null } },
			{ prediction: null, entry: null },
		]);
		expect(group([planner, []])).toMatchObject({ total: 0, items: [], anime: [] });
	});

	it('fit together page by page', () => {
		const rest = group([likesNine, likesEight], { offset: 1, limit: 2 });
		const all = group([likesNine, likesEight]);
		expect(rest.items).toEqual(all.items.slice(1, 3));
		expect([rest.total, rest.offset]).toEqual([all.total, 1]);
	});

	it('take the filters of a list', () => {
		const members = [likesNine, likesEight];
		expect(titles(members)).not.toContain(4);
		expect(titles(members, { include: { ...groupRequest([]).include, movies: true } })).toContain(
			4,
		);
		expect(titles(members, { adult: 'show' })).toContain(5);
		expect(titles(members, { excludedGenres: ['Comedy'] })).not.toContain(6);
		expect(titles(members, { only: { tags: ['Comedy'] } })).toEqual([6]);
	});
});

describe('what a group has seen', () => {
	it('is what any of it has seen: no sequel, no recap, nothing dropped by one (F2, F3, F6)', () => {
		const saw = [...likesNine, entry(1)];
		const all = { include: { extraSeasons: true, movies: true, specials: true, music: true } };
		expect(titles([saw, likesEight])).toEqual([7, 6]);
		const more = titles([saw, likesEight], all);
		expect(more).toContain(2);
		expect(more).not.toContain(3);
		const dropped = [...likesNine, entry(1, 20, 'dropped')];
		expect(titles([dropped, likesEight], all)).not.toContain(2);
		const hidden = { hidden: { titles: [7] } };
		expect(titles([likesNine, likesEight], hidden)).not.toContain(7);
	});

	it('can be looked for: by some, where the others start at the beginning', () => {
		const saw = [...likesNine, entry(1, 60), entry(2, 90)];
		const some = group([saw, likesEight], { seenBy: 'some' });
		expect(some.items.map(({ malId }) => malId).toSorted()).toEqual([1, 8, 9]);
		const show = some.items.find(({ malId }) => malId === 1);
		expect(show?.members).toMatchObject([
			{ prediction: null, entry: { status: 'completed', score: 60 } },
			{ prediction: { score: 51 }, entry: null },
		]);
		const each = { include: { ...groupRequest([]).include, extraSeasons: true } };
		expect(titles([saw, likesEight], { seenBy: 'some', ...each }).toSorted()).toEqual([1, 2, 8, 9]);
	});

	it('can be looked for: by all, best by the scores they gave; a missing list does not count', () => {
		const a = [entry(7, 90), entry(8, 40), entry(9, 60)];
		const b = [entry(7, 70), entry(8, 90), entry(6, 30)];
		expect(titles([a, b, []], { seenBy: 'all', fairness: 1 })).toEqual([7, 8]);
		expect(titles([a, b, likesNine], { seenBy: 'all' })).toEqual([]);
	});

	it('is filtered before the first of a franchise is chosen', () => {
		const both = [entry(1), entry(2), entry(8)];
		const years = smallCatalogue(
			[
				{ malId: 1, franchise: 'show', year: 1999 },
				{ malId: 2, franchise: 'show', year: 2005 },
				{ malId: 8 },
			],
			[[1, 'sequel', 2]],
		);
		const small = createRanking(
			years,
			linearModel([1, 2, 8], () => 1),
		);
		const asked = { seenBy: 'all', ranges: { year: { least: 2000 } } } as const;
		const { items } = small.group(groupRequest([both, both], asked));
		expect(items.map(({ malId }) => malId).toSorted()).toEqual([2, 8]);
	});
});
