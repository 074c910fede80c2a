import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import type { ListEntry, ListStatus } from '../profile/list-entry.ts';
import { createFactTable } from './fact-table.ts';
import { createReasonsAgainst } from './reasons-against.ts';

/** Titles 1–5 have robots, the first two of one story; 6 and 7 are by a studio; 10–29 are dramas. */
const catalogue = smallCatalogue([
	{ malId: 1, franchise: 'robots', themes: ['Mecha'], genres: ['Award Winning'] },
	{ malId: 2, franchise: 'robots', themes: ['Mecha'], genres: ['Award Winning'] },
	{ malId: 3, themes: ['Mecha'], genres: ['Award Winning'] },
	{ malId: 4, themes: ['Mecha'] },
	{ malId: 5, themes: ['Mecha'], studios: ['Ardent'] },
	{ malId: 6, studios: ['Ardent'] },
	{ malId: 7, studios: ['Ardent'] },
	...Array.from({ length: 20 }, (_, k) => ({ malId: 10 + k, genres: ['Drama'] })),
]);
const facts = createFactTable(catalogue);
const entry = (malId: number, status: ListStatus = 'completed', score: number | null = null) =>
	({ malId, status, score }) satisfies ListEntry;
const dramas = Array.from({ length: 20 }, (_, k) => entry(10 + k, 'completed', 80));
const against = (entries: readonly ListEntry[], malId: number) =>
	createReasonsAgainst(catalogue, facts, entries)(catalogue.indexOf(malId) ?? -1);

describe('reasons against', () => {
	it('name a kind of which clearly more was dropped than of the rest, with its titles', () => {
		const list = [...dramas, entry(1, 'dropped'), entry(3, 'dropped', 50), entry(4)];
		expect(against(list, 5)).toEqual([
			{ kind: 'tag', name: 'Mecha', seen: 3, dropped: 2, scoredLow: 0, malIds: [3, 1] },
		]);
	});

	it('count what was scored clearly below the mean of the list, after what was dropped', () => {
		const list = [
			...dramas,
			entry(1, 'completed', 40),
			entry(3, 'dropped'),
			entry(4, 'completed', 75),
		];
		expect(against(list, 5)).toMatchObject([{ dropped: 1, scoredLow: 1, malIds: [3, 1] }]);
	});

	it('need two stories: two seasons are one', () => {
		const list = [...dramas, entry(1, 'dropped'), entry(2, 'dropped')];
		expect(against(list, 5)).toEqual([]);
	});

	it('are silent of a kind that mostly went well, and of plans', () => {
		const went = [6, 7].map((malId) => entry(malId, 'completed', 80));
		expect(against([...dramas, ...went, entry(5, 'dropped')], 6)).toEqual([]);
		const plans = [entry(1, 'plan-to-watch'), entry(3, 'plan-to-watch')];
		expect(against([...dramas, ...plans], 5)).toEqual([]);
	});

	it('are silent where everything goes wrong as often', () => {
		const list = dramas.map(({ malId }) => entry(malId, malId % 2 === 0 ? 'dropped' : 'completed'));
		expect(against([...list, entry(1, 'dropped'), entry(3, 'dropped'), entry(4)], 5)).toEqual([]);
	});

	it('take nothing for a kind that half of the list has, nor a mark of quality', () => {
		const robots = [entry(1, 'dropped'), entry(3, 'dropped')];
		const fine = [6, 7, 10, 11].map((malId) => entry(malId));
		const liked = [2, 4, 5].map((malId) => entry(malId));
		expect(against([...dramas.slice(0, 8), ...robots], 5)).toHaveLength(1);
		expect(against([...fine, ...robots, ...liked], 5)).toEqual([]);
		expect(against([...dramas, ...robots], 3).map(({ name }) => name)).toEqual(['Mecha']);
	});

	it('tell of the same titles once, of others as well', () => {
		const studio = [entry(6, 'dropped'), entry(7, 'dropped')];
		expect(
			against([...dramas, ...studio, entry(1, 'dropped'), entry(3, 'dropped')], 5),
		).toHaveLength(2);
		const both = smallCatalogue([
			...[1, 2, 3].map((malId) => ({ malId, themes: ['Mecha'], studios: ['Ardent'] })),
			...dramas.map(({ malId }) => ({ malId })),
		]);
		const reasons = createReasonsAgainst(both, createFactTable(both), [
			...dramas,
			entry(1, 'dropped'),
			entry(2, 'dropped'),
		]);
		expect(reasons(2)).toHaveLength(1);
	});
});
