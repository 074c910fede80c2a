import { describe, expect, it } from 'vitest';
import { linearModel } from '#tests/support/linear-model.ts';
import { recommendationRequest as ask } from '#tests/support/recommendation-request.ts';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import type { RelationKind } from '../../catalogue/catalogue.ts';
import type { ListEntry, ListStatus } from '../../profile/list-entry.ts';
import { franchiseOf } from '../franchise-rules.ts';
import { mapItems } from '../item-map.ts';
import { readEvidence, scoreList } from '../ranking-pass.ts';
import { realFranchises } from '../real-franchises.fixture.ts';
import { nextParts } from './next-parts.ts';

type Titles = readonly SmallAnime[];
type Edges = readonly (readonly [number, RelationKind, number])[];

/** What is to be seen next of the franchise of the first entry: `[title, place, seen title]`. */
function partsOf(list: readonly ListEntry[], titles: Titles, edges: Edges) {
	const catalogue = smallCatalogue(titles, edges);
	const ids = titles.map(({ malId }) => malId);
	const model = linearModel(ids, () => 1);
	const map = mapItems(catalogue, model.items);
	const context = { catalogue, model, map };
	const request = ask({ entries: list });
	const { rules } = scoreList(context, request, readEvidence(context, request));
	const franchise = franchiseOf(catalogue, catalogue.indexOf(list[0]?.malId ?? -1) ?? -1);
	const idOf = (index: number) => catalogue.anime(index).malId;
	return nextParts(catalogue, map, rules, franchise).map(({ index, place, seen }) => [
		idOf(index),
		place,
		idOf(seen),
	]);
}

const entry = (malId: number, status: ListStatus = 'completed'): ListEntry => {
	return { malId, status, score: 80 };
};
const real = (...list: ListEntry[]) => partsOf(list, realFranchises.titles, realFranchises.edges);

describe('what is to be seen next', () => {
	it('follows what was completed, also over a special or a film (F2, F8)', () => {
		expect(real(entry(5081))).toEqual([[11597, 'after', 5081]]);
		expect(real(entry(5081), entry(11597))).toEqual([[17074, 'after', 11597]]);
		expect(real(entry(9260))).toEqual([[15689, 'after', 9260]]);
	});

	it('passes no part over: what waits for an unseen one does not come', () => {
		expect(real(entry(10087))).toEqual([[11741, 'after', 10087]]);
		// Of the route that was begun the next part; the other routes are remakes of what was seen.
		expect(real(entry(356)).map(([malId]) => malId)).not.toContain(28701);
	});

	it('names other lines beside the one that was seen, last', () => {
		expect(real(entry(80))).toEqual([
			[85, 'after', 80],
			[90, 'beside', 80],
			[93, 'beside', 80],
		]);
		expect(real(entry(5114))).toEqual([[9135, 'beside', 5114]]);
	});

	it.each(['dropped', 'watching', 'on-hold'] as const)(
		'is nothing where a part is %s (F3, F4)',
		(status) => {
			expect(real(entry(80), entry(93, status))).toEqual([]);
		},
	);

	it('is never a recap of what was seen, nor a remake, which has a place in the list (F6, F7)', () => {
		const parts = real(entry(5081), entry(11597)).map(([malId]) => malId);
		for (const recap of [6948, 36796]) expect(parts).not.toContain(recap);
		expect(real(entry(121)).map(([malId]) => malId)).toEqual([430]);
		expect(real(entry(85)).map(([malId]) => malId)).not.toContain(1967);
	});

	it('leaves a plan to its own lane, and what continues it waits (F5)', () => {
		expect(real(entry(5081), entry(11597, 'plan-to-watch'))).toEqual([]);
	});

	it('goes by watch order and names where no source says how parts belong', () => {
		const titles: Titles = [
			{ malId: 1, title: 'Lone Lantern', franchise: 'lantern' },
			{ malId: 2, title: 'Lone Lantern Shorts', franchise: 'lantern', type: 'ONA', minutes: 3 },
			{ malId: 3, title: 'Lone Lantern 2nd Season', franchise: 'lantern' },
			{ malId: 4, title: 'Lone Lantern Special', franchise: 'lantern', type: 'Special' },
			{ malId: 5, title: 'Lone Lantern: Theme', franchise: 'lantern', type: 'Music' },
		];
		expect(partsOf([entry(1)], titles, [])).toEqual([
			[3, 'after', 1],
			[2, 'beside', 1],
		]);
		const edges: Edges = [[1, 'related', 3]];
		expect(partsOf([entry(1), entry(2)], titles, edges)).toEqual([[3, 'after', 2]]);
	});

	it('names what tells of earlier', () => {
		const titles: Titles = [
			{ malId: 1, franchise: 'show' },
			{ malId: 2, franchise: 'show' },
		];
		expect(partsOf([entry(2)], titles, [[1, 'sequel', 2]])).toEqual([[1, 'before', 2]]);
	});
});
