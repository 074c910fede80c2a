import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { recommendationRequest as ask } from '#tests/support/recommendation-request.ts';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import { ANIME_TYPES, SEASONS } from '../catalogue/anime.ts';
import { FACT_KINDS, NO_CHOICES, type FactChoices, type FactKind } from './ranking-options.ts';
import type { RecommendationRequest } from './recommendation.ts';
import { createRanking } from './recommend.ts';

const TAGS = ['Action', 'Comedy', 'Drama'];
const STUDIOS = ['Bones', 'Madhouse'];

/** Twenty titles, of which half have relatives of other types, years and tags. */
const titles = Array.from({ length: 20 }, (_, at): SmallAnime => {
	return {
		malId: at + 1,
		franchise: at < 10 ? `story ${at % 3}` : `lone ${at}`,
		type: ANIME_TYPES[(at * 7) % 4] ?? 'TV',
		genres: TAGS.filter((_tag, tag) => (at >> tag) % 2 === 0),
		studios: STUDIOS.filter((_studio, studio) => (at + studio) % 3 === 0),
		season: SEASONS[at % 5] ?? null,
		adult: at === 17,
		year: 2000 + at,
	};
});
const catalogue = smallCatalogue(titles, [
	[1, 'sequel', 4],
	[2, 'alternative-version', 5],
	[3, 'summary', 6],
]);
const ids = titles.map(({ malId }) => malId);
const ranking = createRanking(
	catalogue,
	linearModel(ids, (_from, to) => (to * 7) % 11),
);
const pageOf = (request: Partial<RecommendationRequest>) =>
	ranking.recommend(ask({ entries: [{ malId: 20, score: 80, status: 'completed' }], ...request }))
		.page;

const flag = fc.boolean();
const some = {
	tags: fc.subarray(TAGS, { maxLength: 1 }),
	types: fc.subarray(ANIME_TYPES.slice(0, 4)),
	studios: fc.subarray(STUDIOS),
	seasons: fc.subarray([...SEASONS]),
};
const requests = fc.record({
	include: fc.record({ extraSeasons: flag, movies: flag, specials: flag, music: flag }),
	only: fc.record(some),
	without: fc.record(some),
	ranges: fc.record({ year: fc.record({ least: fc.integer({ min: 2000, max: 2012 }) }) }),
	adult: flag,
});

/** The choice that a count speaks of. */
function choosing(kind: FactKind, value: string, only: Partial<FactChoices>): Partial<FactChoices> {
	return { ...only, [kind]: kind === 'tags' ? [...(only.tags ?? []), value] : [value] };
}

describe('facet counts', () => {
	it('come only when asked for, most first', () => {
		expect(pageOf({})).not.toHaveProperty('facets');
		const counts = pageOf({ facets: true }).facets?.types.map(({ count }) => count) ?? [];
		expect(counts.length).toBeGreaterThan(1);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
	});

	it('are the total of the list with the choice made, for every choice and value', () => {
		const values: Record<FactKind, readonly string[]> = {
			...NO_CHOICES,
			tags: TAGS,
			types: ANIME_TYPES.slice(0, 4),
			studios: STUDIOS,
			seasons: SEASONS,
		};
		fc.assert(
			fc.property(requests, (request) => {
				const { facets } = pageOf({ ...request, facets: true });
				for (const kind of FACT_KINDS) {
					for (const value of values[kind]) {
						const only = choosing(kind, value, request.only);
						const told = facets?.[kind].find((one) => one.value === value)?.count ?? 0;
						expect([kind, value, told]).toEqual([kind, value, pageOf({ ...request, only }).total]);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});
});
