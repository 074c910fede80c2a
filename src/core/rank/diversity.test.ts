import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { Candidate, RankedCandidates } from './candidates.ts';
import { createDiversity } from './diversity.ts';
import { createFactTable } from './fact-table.ts';

/** Candidates in this order, one point apart. */
function ranked(indices: readonly number[]): RankedCandidates {
	const all = indices.map((index, at): Candidate => ({ index, item: index, score: -at }));
	return { total: all.length, page: (offset, limit) => all.slice(offset, offset + limit) };
}
const indicesOf = (candidates: readonly Candidate[]) => candidates.map(({ index }) => index);

describe('diversity', () => {
	const catalogue = smallCatalogue([
		{ malId: 1, genres: ['Sports'] },
		{ malId: 2, genres: ['Sports'] },
		{ malId: 3, genres: ['Horror'] },
		{ malId: 4, genres: ['Horror'], themes: ['Military'] },
	]);
	const { mix } = createDiversity(createFactTable(catalogue));

	it('puts what is unlike the first before its double', () => {
		// The double: 0.3 · ⅔ − 0.7 · 1 = −0.5; the last shares one of two tags with the third: 0 − 0.7 · 0.49 = −0.35.
		expect(indicesOf(mix(ranked([0, 1, 2, 3]), 0.7).page(0, 4))).toEqual([0, 2, 3, 1]);
	});

	it('weighs relevance against likeness', () => {
		// The double: 0.9 · ⅔ − 0.1 · 1 = 0.5; the other: 0.9 · ⅓ − 0 = 0.3.
		expect(indicesOf(mix(ranked([0, 1, 2, 3]), 0.1).page(0, 2))).toEqual([0, 1]);
	});

	it('is no detour without a wish', () => {
		const list = ranked([0, 1, 2]);
		expect(mix(list, 0)).toBe(list);
	});

	it('mixes the best hundred, so that pages fit together and nothing is lost', () => {
		const tags = ['Action', 'Comedy', 'Drama', 'Horror', 'Sports'];
		const many = smallCatalogue(
			Array.from({ length: 130 }, (_, at) => ({ malId: at + 1, genres: [tags[at % 4] ?? ''] })),
		);
		const mixed = createDiversity(createFactTable(many)).mix(ranked([...Array(130).keys()]), 0.7);
		const whole = indicesOf(mixed.page(0, 130));
		expect(new Set(whole).size).toBe(130);
		expect(whole.slice(100)).toEqual(Array.from({ length: 30 }, (_, at) => 100 + at));
		const page = fc.record({
			offset: fc.nat({ max: 140 }),
			limit: fc.integer({ min: 1, max: 60 }),
		});
		fc.assert(
			fc.property(page, ({ offset, limit }) => {
				expect(indicesOf(mixed.page(offset, limit))).toEqual(whole.slice(offset, offset + limit));
			}),
		);
	});
});
