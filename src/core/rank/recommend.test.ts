import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { recommendationRequest as ask } from '#tests/support/recommendation-request.ts';
import type { AnimeType } from '../catalogue/anime.ts';
import type { RecommendationRequest } from './recommendation.ts';
import { createRanking } from './recommend.ts';

/** A show with two seasons, a recap and a film; two lone shows; a music clip; an adult title. */
const catalogue = smallCatalogue(
	[
		{ malId: 1, franchise: 'show', genres: ['Drama'] },
		{ malId: 2, franchise: 'show', genres: ['Drama'] },
		{ malId: 3, franchise: 'show', genres: ['Drama'] },
		{ malId: 4, franchise: 'show', type: 'Movie', genres: ['Drama'] },
		{ malId: 10, genres: ['Comedy'] },
		{ malId: 11, themes: ['Mecha'], genres: ['Comedy', 'Drama'] },
		{ malId: 12, type: 'Music' },
		{ malId: 13, adult: true },
		{ malId: 20 },
		{ malId: 21, type: 'ONA' },
	],
	[
		[1, 'sequel', 2],
		[1, 'summary', 3],
		[1, 'side-story', 4],
	],
);
const ids = [1, 2, 3, 4, 10, 11, 12, 13, 20, 21];

/** Ids near each other go together; season 2 is the best of its show. */
const model = linearModel(ids, (from, to) => (to === 2 ? 5 : 1 / (1 + Math.abs(from - to))));
const ranking = createRanking(catalogue, model);
const seen = (malId: number, score: number | null = 80) =>
	({ malId, score, status: 'completed' }) as const;
const titles = (request: Partial<RecommendationRequest>) =>
	ranking.recommend(ask(request)).page.items.map(({ malId }) => malId);

describe('recommend', () => {
	it('lets only the entry point of an unseen franchise appear, with the best score of the franchise (F1)', () => {
		const { page, anime } = ranking.recommend(ask({ entries: [seen(10)] }));
		expect(page.items[0]).toMatchObject({ malId: 1, standsFor: 2, place: 1, match: 1 });
		expect(page.items.map(({ malId }) => malId)).not.toContain(2);
		expect(anime.map(({ malId }) => malId)).toContain(2);
	});

	it('keeps further seasons of a seen franchise out, unless asked for', () => {
		expect(titles({ entries: [seen(1)] })).not.toContain(2);
		const include = { extraSeasons: true, movies: false, specials: false, music: false };
		expect(titles({ entries: [seen(1)], include })).toContain(2);
	});

	it('never shows the recap of a seen story, whatever is asked for (F6)', () => {
		const include = { extraSeasons: true, movies: true, specials: true, music: true };
		const shown = titles({ entries: [seen(1)], include });
		expect(shown).toContain(4);
		expect(shown).not.toContain(3);
	});

	it('takes no recap of a seen story for a story of its own, as one of a crossover is', () => {
		const recaps = smallCatalogue(
			[{ malId: 1, franchise: 'a' }, { malId: 2, franchise: 'b' }, { malId: 3 }, { malId: 4 }],
			[
				[1, 'summary', 3],
				[2, 'summary', 3],
			],
		);
		const all = createRanking(
			recaps,
			linearModel([1, 2, 3, 4], () => 1),
		);
		const shown = (malId: number) =>
			all.recommend(ask({ entries: [seen(malId)] })).page.items.map((row) => row.malId);
		expect(shown(4)).toContain(3);
		expect(shown(1)).toEqual([2, 4]);
	});

	it('lets films, specials, music and adult titles in only when asked for', () => {
		const entries = [seen(10)];
		const include = { extraSeasons: false, movies: false, specials: false, music: false };
		expect(titles({ entries })).toEqual([1, 11, 20]);
		expect(titles({ entries, include: { ...include, music: true } })).toContain(12);
		expect(titles({ entries, include: { ...include, specials: true } })).toContain(21);
		expect(titles({ entries, adult: true })).toContain(13);
	});

	it('leaves out genres, themes and demographics that are excluded', () => {
		expect(titles({ entries: [seen(10)], excludedGenres: ['Mecha'] })).not.toContain(11);
		expect(titles({ entries: [seen(20)], excludedGenres: ['Drama'] })).toEqual([10]);
	});

	it('falls through to another way in by type, never by subject', () => {
		const twoWays = smallCatalogue([
			{ malId: 1, franchise: 'show', type: 'Movie', genres: ['Drama'] },
			{ malId: 2, franchise: 'show', genres: ['Comedy'] },
			{ malId: 10 },
		]);
		const two = createRanking(
			twoWays,
			linearModel([1, 2, 10], () => 1),
		);
		const shown = (request: Partial<RecommendationRequest>) =>
			two.recommend(ask({ entries: [seen(10)], ...request })).page.items.map(({ malId }) => malId);
		const include = { extraSeasons: false, movies: true, specials: false, music: false };
		expect(shown({ include })).toEqual([1]);
		expect(shown({})).toEqual([2]);
		expect(shown({ include, excludedGenres: ['Drama'] })).toEqual([]);
	});

	it('recommends nothing that was seen, also when it is left out as evidence', () => {
		const { page } = ranking.recommend(
			ask({ entries: [seen(10), seen(11)], excludedEntries: [11] }),
		);
		expect(page.usedEntries).toBe(1);
		const shown = page.items.map(({ malId }) => malId);
		expect(shown).not.toContain(11);
		const causes = page.items.flatMap(({ contributions }) => contributions);
		expect(new Set(causes.map(({ malId }) => malId))).toEqual(new Set([10]));
	});

	it('may recommend what is planned, and takes no evidence from it', () => {
		const entries = [seen(10), { malId: 11, score: null, status: 'plan-to-watch' } as const];
		const { page } = ranking.recommend(ask({ entries }));
		expect(page.usedEntries).toBe(1);
		expect(page.items.map(({ malId }) => malId)).toContain(11);
	});

	it('explains a row by exact shares with their sign', () => {
		const { page } = ranking.recommend(ask({ entries: [seen(10, 90), seen(20, 20)] }));
		const row = page.items.find(({ malId }) => malId === 11);
		const parts = [1 / (1 + 1), -1 / (1 + 9)] as const;
		const whole = parts[0] - parts[1];
		expect(row?.contributions).toEqual([
			{
				malId: 10,
				reason: 'liked',
				sign: 1,
				score: 90,
				share: expect.closeTo(parts[0] / whole, 6),
			},
			{
				malId: 20,
				reason: 'disliked',
				sign: -1,
				score: 20,
				share: expect.closeTo(-parts[1] / whole, 6),
			},
		]);
	});

	it('answers what another score would make of the list, exactly as if the list had it', () => {
		const whatIf = [
			{ malId: 20, score: 20 },
			{ malId: 404, score: 50 },
		];
		const { page, anime } = ranking.recommend(ask({ entries: [seen(10), seen(20, 90)], whatIf }));
		const real = ranking.recommend(ask({ entries: [seen(10), seen(20, 20)] }));
		expect(page.items).toEqual(real.page.items);
		expect(page.whatIf).toEqual({ changed: [{ malId: 20, from: 90, to: 20 }], ignored: [404] });
		expect(anime.map(({ malId }) => malId)).toContain(20);
		expect(real.page).not.toHaveProperty('whatIf');
	});

	it('predicts the score of the title that a row shows, not of the one it stands for', () => {
		const { page } = ranking.recommend(ask({ entries: [seen(10)] }));
		const [show] = page.items;
		expect(show).toMatchObject({ malId: 1, standsFor: 2, predictedScore: 50 + 1 + ids.indexOf(1) });
	});

	it('marks what was not learned', () => {
		const learned = ids.indexOf(20);
		const young = createRanking(
			catalogue,
			linearModel(ids, () => 1, learned),
		);
		const rows = young.recommend(ask({ entries: [seen(10)] })).page.items;
		expect(rows.map(({ malId, cold }) => [malId, cold])).toEqual([
			[1, false],
			[11, false],
			[20, true],
		]);
	});

	it('takes only a model that knows the titles of the catalogue', () => {
		const joining = (known: readonly number[]) => () =>
			createRanking(
				catalogue,
				linearModel(known, () => 1),
			);
		expect(joining([...ids, 99])).toThrow(/catalogue lacks title 99/);
		expect(joining(ids.slice(0, -1))).toThrow(/model lacks title 21/);
	});

	it('says what it could not use and when a list is rough', () => {
		const { page } = ranking.recommend(ask({ entries: [seen(10), seen(404)] }));
		expect(page).toMatchObject({ rough: true, usedEntries: 1, unknownEntries: [404] });
	});

	it('answers an empty list with an empty page', () => {
		const { page, anime } = ranking.recommend(ask({ entries: [] }));
		expect(page).toMatchObject({ total: 0, items: [], rough: true });
		expect(anime).toEqual([]);
	});

	it('filters before the cut: pages never come short while candidates exist', () => {
		const flag = fc.boolean();
		const requests = fc.record({
			entries: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 }),
			include: fc.record({ extraSeasons: flag, movies: flag, specials: flag, music: flag }),
			excludedGenres: fc.subarray(['Drama', 'Comedy', 'Mecha']),
			adult: flag,
			ratingWeight: fc.constantFrom(0, 0.5, 1),
			niche: fc.constantFrom(0, 1),
			diversity: fc.constantFrom(0, 0.5, 1),
			popularity: fc.constantFrom({}, { least: 50 }, { most: 80 }),
			plans: fc.constantFrom('show', 'hide'),
			only: fc.record({ types: fc.subarray<AnimeType>(['TV', 'ONA', 'Movie']) }),
			limit: fc.integer({ min: 1, max: 4 }),
		});
		fc.assert(
			fc.property(requests, ({ entries, limit, ...rest }) => {
				const request = { ...rest, entries: entries.map((malId) => seen(malId)) };
				const whole = ranking.recommend(ask({ ...request, limit: 100 })).page;
				expect(whole.items).toHaveLength(whole.total);
				for (let offset = 0; offset < whole.total; offset += limit) {
					const { page } = ranking.recommend(ask({ ...request, offset, limit }));
					expect(page.items).toEqual(whole.items.slice(offset, offset + limit));
				}
			}),
		);
	});

	it('has filters that commute with the cut: the list is what they leave of the whole list', () => {
		const tags = ['Drama', 'Comedy', 'Mecha'];
		const lone = smallCatalogue(
			Array.from({ length: 24 }, (_, at) => ({
				malId: at + 1,
				genres: tags.filter((_tag, tag) => (at >> tag) % 2 === 1),
				year: 1990 + at,
				members: 1000 - at,
			})),
		);
		const all = createRanking(
			lone,
			linearModel(
				[...Array(24).keys()].map((at) => at + 1),
				(_from, to) => (to * 5) % 13,
			),
		);
		const list = (request: Partial<RecommendationRequest>) =>
			all.recommend(ask({ entries: [seen(1)], ...request })).page.items.map(({ malId }) => malId);
		const requests = fc.record({
			tag: fc.constantFrom(...tags),
			unwanted: fc.constantFrom(...tags),
			least: fc.integer({ min: 1990, max: 2010 }),
			minMembers: fc.integer({ min: 970, max: 1000 }),
			ratingWeight: fc.constantFrom(0, 0.5, 1),
			niche: fc.constantFrom(0, 1),
			limit: fc.integer({ min: 1, max: 24 }),
		});
		fc.assert(
			fc.property(requests, ({ tag, unwanted, least, minMembers, limit, ...order }) => {
				const left = list({ ...order, limit: 100 }).filter((malId) => {
					const { genres, year, members } = lone.anime(malId - 1);
					const isWanted = genres.includes(tag) && !genres.includes(unwanted);
					return isWanted && (year ?? 0) >= least && members >= minMembers;
				});
				const filters = {
					only: { tags: [tag] },
					without: { tags: [unwanted] },
					ranges: { year: { least } },
					minMembers,
				};
				expect(list({ ...order, ...filters, limit })).toEqual(left.slice(0, limit));
			}),
		);
	});

	it('says the same of a row whatever the order, which only the visitor changed', () => {
		const entries = [seen(10)];
		// Which member earns the place of a franchise is a matter of order, and title 1 has a franchise.
		const saidOfOthers = (request: Partial<RecommendationRequest>) =>
			ranking
				.recommend(ask({ entries, ...request }))
				.page.items.filter(({ malId }) => malId !== 1)
				.map(({ place: _place, ...row }) => row)
				.sort((a, b) => a.malId - b.malId);
		const usual = saidOfOthers({});
		expect(usual.length).toBeGreaterThan(1);
		expect(saidOfOthers({ ratingWeight: 1, niche: 1, diversity: 0.5 })).toEqual(usual);
	});

	it('takes no dislikes for evidence when they are to be ignored, but says what they were', () => {
		const entries = [seen(10, 90), seen(20, 20)];
		const plain = ranking.recommend(ask({ entries })).page.items;
		const kind = ranking.recommend(ask({ entries, ignoreDislikes: true })).page.items;
		const from20 = (rows: typeof plain) =>
			rows.flatMap(({ contributions }) => contributions.filter(({ malId }) => malId === 20));
		expect(new Set(from20(plain).map(({ sign }) => sign))).toEqual(new Set([-1]));
		expect(new Set(from20(kind).map(({ sign }) => sign))).toEqual(new Set([1]));
		expect(new Set(from20(kind).map(({ reason }) => reason))).toEqual(new Set(['disliked']));
	});
});
