import { describe, expect, it } from 'vitest';
import { recommendationRequest } from '#tests/support/recommendation-request.ts';
import { idSources } from '#tests/support/id-sources.ts';
import * as requests from './recommendation-request.ts';

const parseRecommendationRequest = (body: unknown) =>
	requests.parseRecommendationRequest(body, idSources);
const parseUserRequest = (body: unknown) => requests.parseUserRequest(body, idSources);

const issuesOf = (body: unknown) => {
	const parsed = parseRecommendationRequest(body);
	return parsed.ok ? [] : parsed.issues.map(({ path }) => path);
};

describe('parseRecommendationRequest', () => {
	it('fills in every default', () => {
		expect(parseRecommendationRequest({ entries: [{ malId: 1 }] })).toEqual({
			ok: true,
			request: recommendationRequest({
				entries: [{ malId: 1, score: null, status: 'completed' }],
			}),
			unknownAnilistIds: [],
		});
	});

	it('counts an id that stands twice once; the last wins', () => {
		const entries = [
			{ malId: 1, score: 20 },
			{ malId: 1, score: 90 },
		];
		const parsed = parseRecommendationRequest({ entries });
		expect(parsed.ok && parsed.request.entries).toEqual([
			{ malId: 1, score: 90, status: 'completed' },
		]);
	});

	it.each([
		['a list instead of an object', [], ''],
		['nothing', null, ''],
		['no entries', {}, 'entries'],
		['an id of 0', { entries: [{ malId: 0 }] }, 'entries.0.malId'],
		['a broken id', { entries: [{ malId: 1.5 }] }, 'entries.0.malId'],
		['a score on the wrong scale', { entries: [{ malId: 1, score: 999 }] }, 'entries.0.score'],
		['a score of 0', { entries: [{ malId: 1, score: 0 }] }, 'entries.0.score'],
		['an unknown status', { entries: [{ malId: 1, status: 'seen' }] }, 'entries.0.status'],
		['an entry without an id', { entries: [{ score: 5 }] }, 'entries.0.malId'],
		['an entry with both ids', { entries: [{ malId: 5, anilistId: 50 }] }, 'entries.0.malId'],
		['an unknown key', { entries: [], foo: 1 }, 'foo'],
		['a page that is too long', { entries: [], limit: 1000 }, 'limit'],
		['another score of 0', { entries: [], whatIf: [{ malId: 1, score: 0 }] }, 'whatIf.0.score'],
		['a negative offset', { entries: [], offset: -1 }, 'offset'],
		['a weight above 1', { entries: [], ratingWeight: 2 }, 'ratingWeight'],
		['a kind of fact that is none', { entries: [], only: { genres: [] } }, 'only.genres'],
		['a type that is none', { entries: [], without: { types: ['Film'] } }, 'without.types.0'],
		['half a percentage', { entries: [], popularity: { most: 101 } }, 'popularity.most'],
		['a handling that is none', { entries: [], plans: 'maybe' }, 'plans'],
		['a switch that is no boolean', { entries: [], include: { movies: 1 } }, 'include.movies'],
	])('refuses %s and says where', (_name, body, path) => {
		expect(issuesOf(body)).toContain(path);
	});

	it('takes every option, and puts no default where one is left out', () => {
		const options = {
			ratingWeight: 0.8,
			niche: 0.1,
			popularity: { most: 99.5 },
			ignoreDislikes: true,
			diversity: 0.3,
			only: { tags: ['Drama'], types: ['Movie'] },
			without: { studios: ['A studio'], seasons: ['fall'] },
			ranges: { year: { least: 1990, most: 1999 }, episodes: {} },
			minMembers: 1000,
			plans: 'hide',
			adult: 'blur',
			hidden: { titles: [1], franchises: [2], tags: ['Horror'], restored: [3] },
			whatIf: [{ malId: 1, score: 40 }],
			facets: true,
		} as const;
		expect(parseRecommendationRequest({ entries: [], ...options })).toEqual({
			ok: true,
			request: recommendationRequest(options),
			unknownAnilistIds: [],
		});
	});

	it('bounds the list, and the number of issues told', () => {
		const many = Array.from({ length: 5_001 }, (_, index) => ({ malId: index + 1 }));
		expect(issuesOf({ entries: many })).toEqual(['entries']);
		const broken = Array.from({ length: 1_000 }, () => ({ malId: 'x' }));
		expect(issuesOf({ entries: broken })).toHaveLength(10);
	});
});

describe('ids of AniList', () => {
	it('are taken wherever a title is meant, the best known of several', () => {
		const parsed = parseRecommendationRequest({
			entries: [{ malId: 5, score: 20 }, { anilistId: 50, score: 80 }, { anilistId: 70 }],
			excludedEntries: ['anilist:70', 7, 'mal:9'],
			whatIf: [{ anilistId: 50, score: 10 }],
			hidden: {
				titles: ['anilist:50'],
				franchises: [7],
				restored: ['anilist:70'],
				tags: ['Horror'],
			},
		});
		expect(parsed).toMatchObject({
			ok: true,
			request: {
				entries: [
					{ malId: 5, score: 80, status: 'completed' },
					{ malId: 7, score: null, status: 'completed' },
				],
				excludedEntries: [7, 7, 9],
				whatIf: [{ malId: 5, score: 10 }],
				hidden: { titles: [5], franchises: [7], restored: [7], tags: ['Horror'] },
			},
			unknownAnilistIds: [],
		});
	});

	it('that the catalogue does not know are left out and told', () => {
		const parsed = parseRecommendationRequest({
			entries: [{ anilistId: 71 }, { malId: 404 }],
			excludedEntries: ['anilist:71', 'anilist:72'],
		});
		expect(parsed).toMatchObject({
			ok: true,
			request: { entries: [{ malId: 404 }], excludedEntries: [] },
			unknownAnilistIds: [71, 72],
		});
	});
});

describe('request for the list of a user', () => {
	it('may add entries, each once', () => {
		const entries = [
			{ malId: 1, score: 50 },
			{ malId: 1, score: 70 },
		];
		expect(parseUserRequest({ entries })).toMatchObject({
			ok: true,
			request: { entries: [{ malId: 1, score: 70, status: 'completed' }] },
		});
		expect(parseUserRequest({})).toMatchObject({ ok: true, request: { entries: [] } });
		expect(parseUserRequest({ entries: [{ malId: 0 }] })).toMatchObject({ ok: false });
	});

	it('is the same without entries', () => {
		expect(
			parseUserRequest({ include: { movies: true }, excludedEntries: [1], offset: 30 }),
		).toEqual({
			ok: true,
			request: {
				entries: [],
				excludedEntries: [1],
				excludedGenres: [],
				include: { extraSeasons: false, movies: true, specials: false, music: false },
				adult: false,
				offset: 30,
				limit: 50,
			},
			unknownAnilistIds: [],
		});
	});

	it.each([[{ entries: 1 }], [[]], [null], [{ limit: 0 }]])('refuses %j', (body) => {
		expect(parseUserRequest(body).ok).toBe(false);
	});
});
