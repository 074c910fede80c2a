import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createRanking } from './recommend.ts';
import type { SimilarRequest } from './similar-anime.ts';

/** A show with a sequel and a recap; another show with two seasons; lone titles. */
const catalogue = smallCatalogue(
	[
		{ malId: 1, franchise: 'own', genres: ['Drama', 'Mystery'], studios: ['A'], source: 'Manga' },
		{ malId: 2, franchise: 'own' },
		{ malId: 3, franchise: 'own' },
		{
			malId: 10,
			franchise: 'other',
			genres: ['Drama', 'Mystery'],
			studios: ['A'],
			source: 'Manga',
		},
		{ malId: 11, franchise: 'other' },
		{ malId: 20, adult: true, genres: ['Drama'] },
		{ malId: 21, type: 'Music', genres: ['Drama'] },
		{ malId: 30, themes: ['School'], source: 'Other' },
		{ malId: 31, themes: ['School'], source: 'Other' },
		{ malId: 32, genres: ['Drama'], source: 'Manga' },
	],
	[
		[1, 'sequel', 2],
		[1, 'summary', 3],
		[10, 'sequel', 11],
		[1, 'character', 30],
	],
);
const ids = [1, 2, 3, 10, 11, 20, 21, 30, 31, 32];

/** How alike a title is to the first: all others by their place. */
const LIKENESS = new Map([
	[2, 0.9],
	[3, 0.85],
	[11, 0.8],
	[10, 0.4],
	[20, 0.35],
	[21, 0.3],
	[30, 0.2],
	[31, 0.1],
]);
const ranking = createRanking(
	catalogue,
	linearModel(ids, (from, to) => LIKENESS.get(from === 1 ? to : from) ?? 0),
);
const similar = (changed: Partial<SimilarRequest> = {}) =>
	ranking.similar({ malId: 1, limit: 10, includeFranchise: false, ...changed });
const titles = (changed?: Partial<SimilarRequest>) =>
	similar(changed)?.items.map(({ malId }) => malId);

describe('similar titles', () => {
	it('are of other franchises, each once, by the start of its story', () => {
		expect(titles()).toEqual([10, 30, 31, 32]);
		expect(similar()?.items[0]).toMatchObject({ malId: 10, standsFor: 11, likeness: 1 });
		expect(similar()?.items[1]).toMatchObject({ malId: 30, standsFor: null, likeness: 0.2 / 0.8 });
	});

	it('are of the own franchise as well when asked for, but no recaps', () => {
		expect(titles({ includeFranchise: true })).toEqual([2, 10, 30, 31, 32]);
		expect(similar({ includeFranchise: true })?.items[0]?.reasons).toEqual([
			'same-franchise',
			'same-audience',
		]);
	});

	it('are adult titles or clips only where the title is', () => {
		expect(titles({ malId: 20 })).toContain(1);
		expect(titles({ malId: 30 })).not.toContain(20);
		expect(titles({ malId: 31 })).not.toContain(21);
		expect(titles({ malId: 21 })).toContain(30);
	});

	it('name what is alike: reasons of the model, and shared facts with the rarest first', () => {
		const [first, second, third, last] = similar()?.items ?? [];
		expect(first?.reasons).toEqual(['same-audience']);
		// Two titles each have the studio and Mystery, three are from a manga, five are dramas.
		expect(first?.shared).toEqual([
			{ kind: 'subject', name: 'Mystery' },
			{ kind: 'studio', name: 'A' },
			{ kind: 'source', name: 'Manga' },
		]);
		expect(second?.reasons).toEqual(['related', 'same-audience']);
		expect(third).toMatchObject({ reasons: [], shared: [] });
		expect(last?.likeness).toBe(0);
		expect(similar({ malId: 30 })?.items.find(({ malId }) => malId === 31)?.shared).toEqual([
			{ kind: 'subject', name: 'School' },
		]);
	});

	it('come with the facts of every title mentioned, and no more than wanted', () => {
		const answer = similar({ limit: 1 });
		expect(answer?.items).toHaveLength(1);
		expect(answer?.anime.map(({ malId }) => malId)).toEqual([1, 10, 11]);
	});

	it('of a title that is not in the catalogue are undefined', () => {
		expect(similar({ malId: 99 })).toBeUndefined();
	});
});
