import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { recommendationRequest as ask } from '#tests/support/recommendation-request.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createRanking } from './recommend.ts';

/** Three robot shows; then 1,100 others, each with fewer members than the one before. */
const titles = [
	...[1, 2, 3].map((malId) => ({ malId, themes: ['Mecha'], members: 1_000_000 })),
	...Array.from({ length: 1_100 }, (_, k) => ({ malId: 10 + k, members: 900_000 - k })),
];
const catalogue = smallCatalogue(titles);
const ids = titles.map(({ malId }) => malId);
/** Whoever saw anything wants the least known of all, then the robots. */
const model = linearModel(ids, (_, to) => (to === 1_109 ? 5 : to < 10 ? 1 : 1 / to));
const flat = {
	usual: 8,
	scored: [[0, 1]],
	spread: [[0, 1]],
	predicted: [[0, 1]],
	cold: 2,
} as const;
const ranking = createRanking(catalogue, model, { ratingError: flat });
const seen = (malId: number, score: number | null = 80) =>
	({ malId, score, status: 'completed' }) as const;
const entries = Array.from({ length: 10 }, (_, k) => seen(10 + k));

describe('the cards of recommendations', () => {
	it('tell how far scores are off, where that was measured', () => {
		expect(ranking.recommend(ask({ entries })).page.items[0]?.usualError).toBe(8);
		const [row] = createRanking(catalogue, model).recommend(ask({ entries })).page.items;
		expect(row).not.toHaveProperty('usualError');
	});

	it('tell an unusual match by its places among what is not seen, unless the list is a rough one', () => {
		const [row, next] = ranking.recommend(ask({ entries })).page.items;
		// All 1,103 have more members but for itself; ten of them are seen.
		expect(row).toMatchObject({
			malId: 1_109,
			unusual: { level: 'unusual', popularPlace: 1_093 },
		});
		expect(next).not.toHaveProperty('unusual');
		const rough = ranking.recommend(ask({ entries: entries.slice(0, 3) }));
		expect(rough.page.items.some(({ unusual }) => unusual)).toBe(false);
	});

	it('name kinds of which the list dropped several, with the facts of those titles', () => {
		const dropped = [1, 2].map((malId) => ({ malId, score: null, status: 'dropped' as const }));
		const list = [...entries, ...dropped];
		const { page, anime } = ranking.recommend(ask({ entries: list }));
		const robots = page.items.find(({ malId }) => malId === 3);
		expect(robots?.against).toMatchObject([{ name: 'Mecha', dropped: 2, malIds: [1, 2] }]);
		expect(anime.map(({ malId }) => malId)).toEqual(expect.arrayContaining([1, 2]));
		expect(page.items.find(({ malId }) => malId === 30)).not.toHaveProperty('against');
		const ignoring = ranking.recommend(ask({ entries: list, ignoreDislikes: true }));
		expect(ignoring.page.items.some(({ against }) => against)).toBe(false);
	});

	it('say what the list was scored on: its source’s word, else what its scores show', () => {
		const stars = Array.from({ length: 20 }, (_, k) => seen(10 + k, 30 + 20 * (k % 4)));
		expect(ranking.recommend(ask({ entries: stars })).page.scoreFormat).toBe('stars-5');
		const told = ask({ entries: stars, scoreFormat: 'points-100' });
		expect(ranking.recommend(told).page.scoreFormat).toBe('points-100');
	});
});
