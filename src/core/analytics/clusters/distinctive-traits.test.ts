import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { distinctiveTraits } from './distinctive-traits.ts';
import { createTraitTable } from './trait-table.ts';

const sports = { genres: ['Sports', 'Award Winning'], themes: ['Team Sports'] };
const catalogue = smallCatalogue(
	Array.from({ length: 40 }, (_, at) => ({
		malId: at + 1,
		year: at === 39 ? 1985 : 1986 + at,
		...(at < 5 ? sports : { genres: at % 2 === 0 ? ['Comedy'] : ['Drama'] }),
	})),
);
const table = createTraitTable(catalogue);
const titles = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, at) => catalogue.anime(from + at));

describe('distinctiveTraits', () => {
	it('names what the group has and others have not, each thing once', () => {
		const found = distinctiveTraits(table, titles(0, 5), titles(20, 30));
		expect(found.map(({ trait }) => trait.value)).toEqual(['Sports', '1980s']);
		expect(found[0]).toMatchObject({ share: 1, elsewhere: 5 / 40 });
	});

	it('is the mean of two z-scores of log odds with a prior', () => {
		const [first] = distinctiveTraits(table, titles(0, 5), titles(20, 30));
		// The prior is a ten-fold commonness of 5 in 40.
		const prior = 10 * (5 / 40);
		const odds = (count: number, size: number) =>
			Math.log((count + prior) / (size + 10 - count - prior));
		const error = (a: number, b: number) => Math.sqrt(1 / (a + prior) + 1 / (b + prior));
		const againstRest = (odds(5, 5) - odds(0, 10)) / error(5, 0);
		const againstAll = (odds(5, 5) - odds(5, 40)) / error(5, 5);
		expect(first?.evidence).toBeCloseTo((againstRest + againstAll) / 2);
	});

	it('finds nothing in a group like everything else', () => {
		expect(distinctiveTraits(table, titles(6, 7), titles(8, 40))).toEqual([]);
		expect(
			distinctiveTraits(table, titles(10, 40), []).map(({ trait }) => trait.kind),
		).not.toContain('genre');
	});
});
