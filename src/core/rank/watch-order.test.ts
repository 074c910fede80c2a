import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { watchOrder } from './watch-order.ts';

/** Steins;Gate as far as it matters here, a line of its own beside it, and a title that stands alone. */
const catalogue = smallCatalogue(
	[
		{ malId: 9253, franchise: 'gate', members: 2_000_000, title: 'Steins;Gate' },
		{ malId: 10863, franchise: 'gate', type: 'Special', title: 'Oukoubakko no Poriomania' },
		{ malId: 11577, franchise: 'gate', type: 'Movie', title: 'Fuka Ryouiki no Deja vu' },
		{ malId: 27957, franchise: 'gate', type: 'ONA', title: 'Soumei Eichi' },
		{ malId: 32188, franchise: 'gate', type: 'TV Special', title: 'Kyoukaimenjou' },
		{ malId: 30484, franchise: 'gate', members: 900_000, title: 'Steins;Gate 0' },
		{ malId: 7, franchise: 'gate', title: 'Another line (2020)' },
		{ malId: 8, franchise: 'gate', type: 'Special', title: 'Recap' },
		{ malId: 9, franchise: 'gate', type: 'PV', title: 'A clip' },
		{ malId: 19, title: 'Monster' },
	],
	[
		[9253, 'sequel', 10863],
		[10863, 'sequel', 11577],
		[9253, 'other', 27957],
		[9253, 'alternative-version', 32188],
		[32188, 'sequel', 30484],
		// Of several that it continues, the latest.
		[9253, 'sequel', 30484],
		[9253, 'related', 30484],
		[9253, 'summary', 8],
		[10863, 'summary', 8],
		[9253, 'related', 9],
	],
);

describe('watchOrder', () => {
	it('tells where to start and how every member belongs', () => {
		const order = watchOrder(catalogue, 9253);
		expect(order?.start).toBe(9253);
		expect(order?.items.map(({ malId, role, relation }) => [malId, role, relation])).toEqual([
			[9253, 'start', null],
			[10863, 'part', { kind: 'sequel', malId: 9253 }],
			[11577, 'part', { kind: 'sequel', malId: 10863 }],
			[27957, 'part', { kind: 'other', malId: 9253 }],
			[32188, 'extra', { kind: 'alternative-version', malId: 9253 }],
			[30484, 'part', { kind: 'sequel', malId: 32188 }],
			[7, 'beginning', null],
			// Of several stories that it retells, the best-known.
			[8, 'extra', { kind: 'summary', malId: 9253 }],
			[9, 'extra', { kind: 'related', malId: 9253 }],
		]);
		expect(order?.anime.map(({ malId }) => malId)).toEqual(order?.items.map(({ malId }) => malId));
	});

	it('starts where the line of the title asked for begins', () => {
		expect(watchOrder(catalogue, 7)?.start).toBe(7);
		expect(watchOrder(catalogue, 11577)?.start).toBe(9253);
	});

	it('marks what a list has', () => {
		const items = watchOrder(catalogue, 9253, [
			{ malId: 9253, score: 90, status: 'completed' },
			{ malId: 10863, score: null, status: 'plan-to-watch' },
			{ malId: 19, score: 100, status: 'completed' },
		])?.items;
		expect(items?.flatMap(({ malId, entry }) => (entry === null ? [] : [[malId, entry]]))).toEqual([
			[9253, { status: 'completed', score: 90 }],
			[10863, { status: 'plan-to-watch', score: null }],
		]);
	});

	it('of a title that stands alone is that title, and of none that is unknown', () => {
		expect(watchOrder(catalogue, 19)).toMatchObject({
			start: 19,
			items: [{ malId: 19, role: 'start', relation: null, entry: null }],
		});
		expect(watchOrder(catalogue, 404)).toBeUndefined();
	});
});
