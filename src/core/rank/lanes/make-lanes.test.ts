import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import { LIST_STATUSES, type ListEntry, type ListStatus } from '../../profile/list-entry.ts';
import { realFranchises } from '../real-franchises.fixture.ts';
import { createRanking } from '../recommend.ts';
import type { Lane, LaneKind, LanesRequest } from './lane.ts';

const entry = (malId: number, status: ListStatus = 'completed', score = 80): ListEntry => {
	return { malId, status, score };
};

/** Stories of their own in three kinds, near ids alike; what is known by most has the lowest ids. */
const TITLES: readonly SmallAnime[] = [
	...Array.from({ length: 20 }, (_, at) => ({
		malId: 1 + at,
		genres: ['Drama'],
		members: 900_000,
	})),
	...Array.from({ length: 6 }, (_, at) => ({
		malId: 30 + at,
		type: 'Movie' as const,
		genres: ['Drama'],
	})),
	...Array.from({ length: 70 }, (_, at) => ({
		malId: 100 + at,
		genres: ['Sports'],
		members: 500_000,
	})),
	{ malId: 40, startDate: '2026-10-04', year: 2026 },
	{ malId: 41, startDate: '2027-01-10', year: 2027, status: 'upcoming' },
	{ malId: 42, startDate: '2026-04-04', year: 2026, status: 'airing' },
	{ malId: 9050, members: 20_000, score: 8 },
	{ malId: 9051, members: 20_000, score: 6 },
	{ malId: 60, franchise: 'show' },
	{ malId: 61, franchise: 'show', startDate: '2027-04-01', year: 2027 },
	{ malId: 62, franchise: 'tale', members: 800_000 },
	{ malId: 63, franchise: 'tale', type: 'Movie', members: 800_000 },
];
const ids = TITLES.map(({ malId }) => malId);
const ranking = createRanking(
	smallCatalogue(TITLES, [
		[60, 'sequel', 61],
		[62, 'sequel', 63],
	]),
	linearModel(ids, (from, to) => 1 / (1 + Math.abs(from - to))),
);
const request = (
	entries: readonly ListEntry[],
	named: Partial<LanesRequest> = {},
): LanesRequest => ({
	entries,
	excludedEntries: [],
	excludedGenres: [],
	include: { extraSeasons: false, movies: false, specials: false, music: false },
	adult: false,
	today: '2026-11-26',
	...named,
});
const ask = (entries: readonly ListEntry[], named?: Partial<LanesRequest>) =>
	ranking.lanes(request(entries, named));
const idsOf = (lane: Lane | undefined) => lane?.items.map(({ malId }) => malId) ?? [];
const laneOf = (kind: LaneKind, entries: readonly ListEntry[], named?: Partial<LanesRequest>) =>
	ask(entries, named).lanes.find((lane) => lane.kind === kind);

describe('lanes', () => {
	it('are none for a list that says nothing', () => {
		expect(ask([])).toEqual({ lanes: [], anime: [] });
		expect(ask([entry(1, 'plan-to-watch')])).toEqual({ lanes: [], anime: [] });
	});

	it('have what is next and is out; what is to come stands with the season', () => {
		const list = [entry(60), entry(62)];
		expect(laneOf('next', list)?.items).toMatchObject([
			{ malId: 63, reason: { kind: 'next', place: 'after', seen: 62 } },
		]);
		const season = laneOf('season', list)?.items;
		expect(season?.map(({ malId }) => malId).toSorted()).toEqual([40, 41, 61]);
		expect(season?.find(({ malId }) => malId === 61)?.reason).toEqual({
			kind: 'season',
			upcoming: true,
			startDate: '2027-04-01',
			after: 60,
		});
		expect(season?.find(({ malId }) => malId === 40)?.reason).toMatchObject({
			upcoming: false,
			after: null,
		});
	});

	it('have plans of any kind, the likeliest first, unless plans are to be hidden', () => {
		const list = [entry(30), entry(31, 'plan-to-watch'), entry(5, 'plan-to-watch')];
		expect(idsOf(laneOf('planned', list))).toEqual([31, 5]);
		expect(laneOf('planned', list)?.items[0]).toMatchObject({
			planned: true,
			reason: { kind: 'planned' },
		});
		expect(laneOf('planned', list, { plans: 'hide' })).toBeUndefined();
		expect(idsOf(laneOf('planned', list, { hidden: { titles: [31] } }))).toEqual([5]);
	});

	it('have films without being asked for them, but not where kinds of release are named', () => {
		expect(idsOf(laneOf('films', [entry(30)]))).toEqual([31, 32, 33, 34, 35]);
		expect(laneOf('films', [entry(30)])?.more).toEqual({ only: { types: ['Movie'] } });
		expect(laneOf('films', [entry(30)], { only: { types: ['TV', 'Movie'] } })).toBeUndefined();
	});

	it('have gems that few know and those few like', () => {
		expect(laneOf('gems', [entry(60)])?.items).toMatchObject([
			{ malId: 9050, reason: { kind: 'little-known', members: 20_000 } },
		]);
	});

	it('go out from what explains most, and say in what titles are like it', () => {
		const lanes = ask([entry(2), entry(104)]).lanes.filter(({ kind }) => kind === 'because');
		// It has neighbours on both sides, so it does more for the best of the list.
		expect(lanes.map(({ about }) => about)).toEqual([
			{ malId: 104, reason: 'liked' },
			{ malId: 2, reason: 'liked' },
		]);
		expect(lanes[0]?.items[0]?.reason).toEqual({
			kind: 'alike',
			reasons: ['same-audience'],
			shared: [{ kind: 'subject', name: 'Sports' }],
		});
		expect(idsOf(lanes.find(({ about }) => about?.malId === 2))).toEqual(
			expect.arrayContaining([1, 3, 4]),
		);
	});

	it('lead outside where a list of some length hardly has a genre', () => {
		const drama = Array.from({ length: 12 }, (_, at) => entry(1 + at));
		const outside = laneOf('outside', drama);
		expect(outside?.items).toHaveLength(4);
		expect(outside?.items[0]?.reason).toEqual({ kind: 'unfamiliar', tag: 'Sports', count: 0 });
		expect(laneOf('outside', drama.slice(0, 9))).toBeUndefined();
		expect(laneOf('outside', drama, { hidden: { tags: ['Sports'] } })).toBeUndefined();
	});

	it('keep to the filters of the list', () => {
		const list = [entry(2), entry(60), entry(62)];
		for (const named of [
			{ excludedGenres: ['Drama'] },
			{ without: { tags: ['Drama'] } },
			{ hidden: { tags: ['Drama'] } },
		]) {
			const shown = ask(list, named).lanes.flatMap(idsOf);
			expect(shown.filter((malId) => malId <= 35)).toEqual([]);
			expect(shown).toContain(63);
		}
		expect(laneOf('next', list, { hidden: { franchises: [62] } })).toBeUndefined();
	});
});

describe('lanes of franchises that exist', () => {
	const catalogue = smallCatalogue(realFranchises.titles, realFranchises.edges);
	const malIds = realFranchises.titles.map(({ malId }) => malId);
	const real = createRanking(
		catalogue,
		linearModel(malIds, (_from, to) => catalogue.anime(catalogue.indexOf(to) ?? -1).members / 1e6),
	);
	const franchiseOf = (malId: number) => catalogue.franchise[catalogue.indexOf(malId) ?? -1] ?? -1;

	it('break no franchise rule and show nothing twice, for every list under every switch', () => {
		const flag = fc.boolean();
		const lists = fc.uniqueArray(
			fc.record({
				malId: fc.constantFrom(...malIds),
				status: fc.constantFrom(...LIST_STATUSES),
				score: fc.constant(80),
			}),
			{ selector: ({ malId }) => malId, minLength: 1, maxLength: 12 },
		);
		const switches = fc.record({
			include: fc.record({ extraSeasons: flag, movies: flag, specials: flag, music: flag }),
			plans: fc.constantFrom('show' as const, 'mark' as const, 'hide' as const),
			ignoreDislikes: flag,
		});
		fc.assert(
			fc.property(lists, switches, (entries, named) => {
				const items = real.lanes(request(entries, named)).lanes.flatMap((lane) => lane.items);
				const seen = entries.filter(({ status }) => status !== 'plan-to-watch');
				const closing = seen.filter(({ status }) => status !== 'completed');
				const closed = new Set(closing.map(({ malId }) => franchiseOf(malId)));
				const touched = new Set(seen.map(({ malId }) => franchiseOf(malId)));
				const recaps = realFranchises.edges
					.filter(([from, kind]) => kind === 'summary' && seen.some((one) => one.malId === from))
					.map(([, , to]) => to);
				for (const { malId } of items) {
					expect(closed).not.toContain(franchiseOf(malId));
					expect(recaps).not.toContain(malId);
					expect(seen.map((one) => one.malId)).not.toContain(malId);
				}
				// Of what was begun only what is next, planned or a remake appears (F2, F5, F7).
				const others = items.filter(
					({ planned, versionOf, reason }) =>
						reason.kind !== 'next' && !planned && versionOf === null,
				);
				const begun = others.filter(({ malId }) => touched.has(franchiseOf(malId)));
				expect(begun).toEqual([]);
				expect(new Set(items.map(({ malId }) => malId)).size).toBe(items.length);
			}),
		);
	});
});
