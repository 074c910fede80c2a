import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { nameGroups } from './name-groups.ts';

const catalogue = smallCatalogue([
	{ malId: 7, members: 5 },
	{ malId: 8, members: 9 },
]);
const titles = [catalogue.anime(0), catalogue.anime(1)];
const trait = (value: string, evidence: number) => ({
	trait: { kind: 'genre', value } as const,
	share: 1 / 2,
	elsewhere: 1 / 10,
	evidence,
});
const values = (names: ReturnType<typeof nameGroups>) =>
	names.map((name) => name.map(({ value }) => value));

describe('nameGroups', () => {
	it('takes a second trait where it tells nearly as much', () => {
		expect(
			values(
				nameGroups([
					{ titles, traits: [trait('Sports', 10), trait('School', 6)] },
					{ titles, traits: [trait('Mecha', 10), trait('Space', 3)] },
				]),
			),
		).toEqual([['Sports', 'School'], ['Mecha']]);
	});

	it('gives the next name to a group whose first is taken', () => {
		const traits = [trait('Drama', 10), trait('Music', 8), trait('School', 7)];
		expect(values(nameGroups([1, 2, 3].map(() => ({ titles, traits }))))).toEqual([
			['Drama', 'Music'],
			['Drama', 'School'],
			['Music', 'School'],
		]);
	});

	it('falls back on the best-known title', () => {
		expect(nameGroups([{ titles, traits: [] }])).toEqual([
			[{ kind: 'title', value: '8', share: 1 / 2, elsewhere: 0 }],
		]);
		const one = { titles, traits: [trait('Drama', 1)] };
		expect(values(nameGroups([one, one]))).toEqual([['Drama'], ['Drama', '8']]);
	});

	it('never gives two groups of different titles the same name', () => {
		const evidence = fc.integer({ min: 1, max: 20 });
		const group = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), evidence), {
			selector: ([value]) => value,
		});
		fc.assert(
			fc.property(fc.array(group, { maxLength: 12 }), (groups) => {
				const names = nameGroups(
					groups.map((traits, at) => ({
						titles: [{ ...catalogue.anime(0), malId: 100 + at }],
						traits: traits
							.map(([value, own]) => trait(value, own))
							.sort((a, b) => b.evidence - a.evidence),
					})),
				);
				const keys = values(names).map((name) => name.toSorted().join());
				expect(new Set(keys).size).toBe(groups.length);
				expect(names.every((name) => name.length > 0)).toBe(true);
			}),
		);
	});
});
