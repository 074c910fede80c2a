import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANIME_TYPES } from '#core/catalogue/anime.ts';
import { createRng } from '#core/math/rng.ts';
import { PRESENCE_FEATURES } from '#core/model/sprout/presence-features.ts';
import { RATING_FEATURES } from '#core/model/sprout/rating-features.ts';
import { createSproutModel } from '#core/model/sprout/sprout-model.ts';
import { LIST_STATUSES, type ListEntry } from '#core/profile/list-entry.ts';
import { createRanking } from '#core/rank/recommend.ts';
import { referenceFile } from '#tests/support/reference-file.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { smallNetworkParts } from '#tests/support/small-network.ts';
import { facetValues } from './facet-values.ts';
import { FACET_KINDS, PROFILE_PARTS, type ProfileEntry } from './profile-analytics.ts';
import { decodeReference } from './reference/reference-figures.ts';

const SIZE = 400;
const REGIONS = 4;
const GENRES = ['Action', 'Comedy', 'Drama', 'Sports', 'Mystery'];

/** A site in small: a network, a catalogue of its titles, and figures of invented lists. */
function smallSite() {
	const model = createSproutModel(
		smallNetworkParts(3, {
			n: SIZE,
			m: 300,
			facts: 8,
			hidden: 6,
			presenceFeatures: PRESENCE_FEATURES,
			ratingFeatures: RATING_FEATURES,
		}),
	);
	const rng = createRng(4);
	const catalogue = smallCatalogue(
		Array.from(model.items, (malId, at) => ({
			malId,
			members: 100_000 - 100 * at,
			genres: GENRES.filter(() => rng.next() < 0.3),
			studios: [`Studio ${rng.below(9)}`],
			type: ANIME_TYPES[rng.below(4)] ?? 'TV',
			episodes: rng.next() < 0.1 ? null : 1 + rng.below(60),
			minutes: rng.next() < 0.1 ? null : 24,
			score: rng.next() < 0.1 ? null : 5 + rng.below(40) / 10,
			season: 'fall',
			year: 1980 + rng.below(45),
			franchise: `${rng.below(250)}`,
		})),
	);
	const titles = Array.from(model.items)
		.sort((a, b) => a - b)
		.map((malId, at) => ({
			malId,
			listings: rng.below(90),
			points: Array.from({ length: 10 }, () => (at % 3 === 0 ? 0 : rng.below(20))),
			region: rng.below(REGIONS),
		}));
	const regions = {
		left: [0, 2, 4],
		right: [1, 3, 5],
		regionOf: titles.map(({ region }) => region),
	};
	return { model, catalogue, reference: decodeReference(referenceFile(titles, { regions })) };
}

const { model, catalogue, reference } = smallSite();
const ranking = createRanking(catalogue, model, { reference });
const bare = createRanking(catalogue, model);

function randomList(seed: number, length: number): ProfileEntry[] {
	const rng = createRng(seed);
	return Array.from(model.items)
		.map((malId) => ({ malId, at: rng.next() }))
		.sort((a, b) => a.at - b.at)
		.slice(0, length)
		.map(({ malId }) => ({
			malId,
			score: rng.next() < 0.2 ? null : 1 + rng.below(100),
			status: LIST_STATUSES[rng.below(LIST_STATUSES.length)] ?? 'completed',
			...(rng.next() < 0.5 ? { progress: rng.below(90), rewatches: rng.below(3) } : {}),
		}));
}

/** Where a number is no number. */
function oddNumbers(value: unknown, path = ''): string[] {
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
	if (typeof value !== 'object' || value === null) return value === undefined ? [path] : [];
	return Object.entries(value).flatMap(([key, inner]) => oddNumbers(inner, `${path}.${key}`));
}

const changed = (list: readonly ListEntry[], change: Partial<ListEntry>) =>
	list.map((entry) => ({ ...entry, ...change }));

describe('profile analytics', () => {
	it.each([
		['nothing', []],
		['one title', randomList(1, 1)],
		['three titles', randomList(2, 3)],
		['thirty', randomList(3, 30)],
		['three hundred', randomList(4, 300)],
		[
			'more titles than there are',
			[
				...randomList(5, 400),
				...Array.from({ length: 2600 }, (_, at) => ({
					malId: 5000 + at,
					score: 70,
					status: 'completed' as const,
				})),
			],
		],
		['no scores', changed(randomList(6, 60), { score: null })],
		['one score', changed(randomList(7, 60), { score: 80, status: 'completed' })],
		['the lowest score', changed(randomList(7, 60), { score: 1, status: 'completed' })],
		['only dropped titles', changed(randomList(8, 60), { status: 'dropped' })],
		['only plans', changed(randomList(9, 60), { status: 'plan-to-watch', score: null })],
		['only unknown titles', [{ malId: 9999, score: 50, status: 'completed' as const }]],
		[
			'one title again and again',
			Array.from({ length: 9 }, () => ({
				malId: model.items[0] ?? 0,
				score: 90,
				status: 'completed' as const,
			})),
		],
	])('answers for a list of %s', (_what, entries) => {
		for (const one of [ranking, bare]) {
			const answer = one.profile({ entries, parts: PROFILE_PARTS });
			expect(oddNumbers(answer)).toEqual([]);
			expect(structuredClone(answer)).toEqual(JSON.parse(JSON.stringify(answer)));
			const { facts, insights } = answer;
			expect(facts?.scores.bins).toHaveLength(10);
			const impact = insights?.impactful.reduce((sum, entry) => sum + entry.impact, 0) ?? 2;
			expect(impact).toBeLessThanOrEqual(1 + 1e-9);
			const names = insights?.clusters?.groups.map(({ traits }) =>
				JSON.stringify(traits.map(({ value }) => value)),
			);
			expect(new Set(names).size).toBe(names?.length ?? 0);
		}
	});

	it('leaves out what was not asked for, and what needs others where there are no figures', () => {
		const entries = randomList(10, 50);
		expect(ranking.profile({ entries, parts: ['facts'] }).insights).toBeNull();
		expect(ranking.profile({ entries, parts: ['insights'] }).facts).toBeNull();
		const { facts, insights } = bare.profile({ entries, parts: PROFILE_PARTS });
		expect(facts).toMatchObject({
			popularity: null,
			opinions: [],
			counts: { listedPercentile: null },
		});
		expect(insights).toMatchObject({ clusters: null });
		expect(insights?.knowledge.titles?.count).toBeGreaterThan(20);
	});

	it('brings the facts of every title that it mentions, once', () => {
		const { facts, insights, anime } = ranking.profile({
			entries: randomList(11, 120),
			parts: PROFILE_PARTS,
		});
		const known = anime.map(({ malId }) => malId);
		expect(new Set(known).size).toBe(known.length);
		const mentioned = [
			...(facts?.opinions ?? []),
			...(insights?.impactful ?? []),
			...(insights?.surprising ?? []),
		].map(({ malId }) => malId);
		const ofGroups =
			insights?.clusters?.groups.flatMap(({ exemplars, next }) => [...exemplars, ...next]) ?? [];
		expect(mentioned.length).toBeGreaterThan(20);
		expect(ofGroups.length).toBeGreaterThan(4);
		const missing = [...mentioned, ...ofGroups].filter((malId) => !known.includes(malId));
		expect(missing).toEqual([]);
	});

	it('counts as a plain loop does', () => {
		fc.assert(
			fc.property(fc.nat(1000), fc.integer({ min: 1, max: 80 }), (seed, length) => {
				const entries = randomList(seed, length);
				const { facts } = ranking.profile({ entries, parts: ['facts'] });
				const watched = entries.filter(({ status }) => status !== 'plan-to-watch');
				expect(facts?.counts).toMatchObject({
					listed: length,
					planned: length - watched.length,
					watched: watched.length,
					scored: watched.filter(({ score }) => score !== null).length,
				});
				for (const kind of FACET_KINDS) {
					for (const { value, count, scored, mean } of facts?.facets[kind] ?? []) {
						const own = watched.filter(({ malId }) =>
							facetValues(catalogue.anime(catalogue.indexOf(malId) ?? -1), kind).includes(value),
						);
						const scores = own.flatMap(({ score }) => score ?? []);
						expect([count, scored]).toEqual([own.length, scores.length]);
						const sum = scores.reduce((total, score) => total + score, 0);
						expect(mean ?? 0).toBeCloseTo(scores.length === 0 ? 0 : sum / scores.length);
					}
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('measures impact as ranking anew without each entry does', () => {
		const entries = randomList(12, 40).filter(({ status }) => status !== 'plan-to-watch');
		const { insights } = ranking.profile({ entries, parts: ['insights'] });
		const request = {
			entries,
			excludedEntries: [],
			excludedGenres: [],
			include: { extraSeasons: false, movies: false, specials: false, music: false },
			adult: false,
			offset: 0,
			limit: 50,
		};
		const top = ranking
			.recommend(request)
			.page.items.map(({ malId, standsFor }) => standsFor ?? malId);
		const items = top.map((malId) => model.items.indexOf(malId));
		const scoresOf = (list: readonly ListEntry[]) => {
			const scores = new Float32Array(model.items.length);
			model.score(model.readInput(list), scores);
			return items.map((item) => scores[item] ?? 0);
		};
		const whole = scoresOf(entries);
		const changes = entries.map((_, k) => {
			const rest = scoresOf(entries.toSpliced(k, 1));
			return whole.reduce((sum, score, at) => sum + Math.abs(score - (rest[at] ?? 0)), 0);
		});
		const all = changes.reduce((sum, change) => sum + change, 0);
		const expected = entries
			.map(({ malId }, k) => ({ malId, impact: (changes[k] ?? 0) / all }))
			.sort((a, b) => b.impact - a.impact)
			.slice(0, 10);
		expect(insights?.impactful.map(({ malId }) => malId)).toEqual(
			expected.map(({ malId }) => malId),
		);
		insights?.impactful.forEach(({ impact }, at) =>
			expect(impact).toBeCloseTo(expected[at]?.impact ?? NaN, 4),
		);
	});

	it('groups by region, and names the next titles of each group', () => {
		const entries = changed(randomList(13, 90), { status: 'completed' });
		const { insights } = ranking.profile({ entries, parts: ['insights'] });
		const groups = insights?.clusters?.groups ?? [];
		expect(groups.length).toBeGreaterThan(1);
		const seen = new Set(entries.map(({ malId }) => malId));
		for (const { malIds, next, exemplars, count, share } of groups) {
			expect([malIds.length, share]).toEqual([count, count / 90]);
			const regions = new Set(malIds.map((malId) => reference.regionOf(malId)));
			const others = groups
				.filter((group) => group.malIds !== malIds)
				.flatMap((group) => group.malIds);
			expect(others.some((malId) => regions.has(reference.regionOf(malId)))).toBe(false);
			expect(exemplars.every((malId) => malIds.includes(malId))).toBe(true);
			expect(next).toHaveLength(3);
			expect(next.some((malId) => seen.has(malId))).toBe(false);
			expect(next.every((malId) => regions.has(reference.regionOf(malId)))).toBe(true);
		}
		const grouped = groups.reduce((sum, { count }) => sum + count, 0);
		expect(grouped + (insights?.clusters?.ungrouped ?? 0)).toBe(90);
	});
});
