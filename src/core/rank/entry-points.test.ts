import { describe, expect, it } from 'vitest';
import { smallCatalogue, type SmallAnime } from '#tests/support/small-catalogue.ts';
import { entryPoints } from './entry-points.ts';

type Edges = Parameters<typeof smallCatalogue>[1];

/** Entry points of one franchise by MyAnimeList id: all of them, and those of a member. */
function pointsOf(titles: readonly SmallAnime[], edges: Edges = []) {
	const catalogue = smallCatalogue(
		titles.map((title) => ({ franchise: 'one', ...title })),
		edges,
	);
	const points = entryPoints(catalogue, 0);
	const ids = (indices: readonly number[]) => indices.map((index) => catalogue.anime(index).malId);
	return {
		all: ids(points.all),
		of: (malId: number) => ids(points.of(catalogue.indexOf(malId) ?? -1)),
	};
}

describe('entryPoints (F1)', () => {
	it('are the first season, not what continues it', () => {
		const { all, of } = pointsOf(
			[{ malId: 1 }, { malId: 2 }, { malId: 3, type: 'OVA' }, { malId: 4 }],
			[
				[1, 'sequel', 2],
				[2, 'side-story', 3],
				[3, 'sequel', 4],
			],
		);
		expect(all).toEqual([1]);
		expect(of(4)).toEqual([1]);
	});

	it('are not the recap, which retells another member', () => {
		const { all, of } = pointsOf([{ malId: 1 }, { malId: 2 }], [[1, 'summary', 2]]);
		expect([all, of(2)]).toEqual([[1], [1]]);
	});

	it('hold whatever begins anew; each member leads back to its own line', () => {
		const { all, of } = pointsOf(
			[{ malId: 1 }, { malId: 2 }, { malId: 3 }],
			[
				[1, 'alternative-version', 2],
				[2, 'sequel', 3],
			],
		);
		expect(all).toEqual([1, 2]);
		expect(of(3)).toEqual([2]);
	});

	it('is what came out first, where a later film tells what went before', () => {
		const { all, of } = pointsOf([{ malId: 1 }, { malId: 2, type: 'Movie' }], [[1, 'prequel', 2]]);
		expect(of(1)).toEqual([1]);
		expect(all).toContain(1);
	});

	it('puts a little-known pilot behind the series that everybody knows', () => {
		const titles: SmallAnime[] = [
			{ malId: 1, members: 900, type: 'OVA' },
			{ malId: 2, members: 10_000 },
		];
		expect(pointsOf(titles).all).toEqual([2, 1]);
	});

	it('are a music video or an advertisement only where there is no story', () => {
		const clips: SmallAnime[] = [
			{ malId: 1, type: 'Music' },
			{ malId: 2, type: 'CM' },
		];
		expect(pointsOf([...clips, { malId: 3 }]).all).toEqual([3]);
		expect(pointsOf([...clips, { malId: 3 }]).of(1)).toEqual([]);
		expect(pointsOf(clips).all).toEqual([1, 2]);
	});

	it('follow the name where nobody has typed an edge', () => {
		const titles: SmallAnime[] = [
			{ malId: 1, title: 'Dr. Stone' },
			{ malId: 2, title: 'Dr. Stone: Stone Wars' },
			{ malId: 3, title: 'Stone Ocean' },
		];
		const { of } = pointsOf(titles);
		expect([of(2), of(3)]).toEqual([[1], [3]]);
	});

	it('believe a name that says that it begins anew', () => {
		const titles: SmallAnime[] = [
			{ malId: 1, title: 'Fruits Basket' },
			{ malId: 2, title: 'Fruits Basket 1st Season' },
			{ malId: 3, title: 'Fruits Basket (2031)' },
		];
		expect(pointsOf(titles).all).toEqual([1, 2, 3]);
	});

	it('ignore an edge that leads into another franchise', () => {
		const titles: SmallAnime[] = [{ malId: 1 }, { malId: 2, franchise: 'other' }];
		expect(pointsOf(titles, [[2, 'sequel', 1]]).all).toEqual([1]);
	});
});
