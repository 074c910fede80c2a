import { describe, expect, it } from 'vitest';
import { toRows } from './affinities.ts';
import { nameGroups, type PointTags } from './region-names.ts';
import { groupPoints } from './regions.ts';

/** A chain of points on a line; each is a neighbour of the next. */
function chain(places: readonly number[]) {
	const edges = toRows(
		places.map((_, at) => {
			const near = [at - 1, at + 1].filter((other) => other >= 0 && other < places.length);
			return new Map(near.map((other) => [other, 1]));
		}),
	);
	return { features: { width: 1, values: Float64Array.from(places) }, edges };
}

describe('groupPoints', () => {
	it('joins what is near, and its levels nest', () => {
		const { features, edges } = chain([0, 1, 10, 11, 100, 101, 110, 111]);
		const { counts, of } = groupPoints(features, edges, [2, 4]);
		expect(counts).toEqual([2, 4]);
		expect([...(of[0] ?? [])]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
		expect([...(of[1] ?? [])]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
	});

	it('joins neighbours only: what lies between keeps groups apart', () => {
		const { features, edges } = chain([0, 50, 0.1, 51]);
		const { of } = groupPoints(features, edges, [2]);
		// 0 and 0.1 are alike but not beside each other.
		expect(new Set(of[0]).size).toBe(2);
		expect(of[0]?.[0]).not.toBe(of[0]?.[3]);
	});
});

const tags = (
	subjects: string[],
	decade: string | null = null,
	studios: string[] = [],
): PointTags => ({
	subjects,
	studios,
	decade,
	weight: 1,
	title: 'A title of many words',
});

describe('nameGroups', () => {
	const name = (levels: Parameters<typeof nameGroups>[0], points: readonly PointTags[]) =>
		nameGroups(levels, (point) => points[point] ?? tags([]), points.length);

	it('names groups by what sets them apart, not by what all have', () => {
		const points = [
			...Array.from({ length: 4 }, () => tags(['Comedy', 'Sports'])),
			...Array.from({ length: 4 }, () => tags(['Comedy', 'Mecha'])),
		];
		const groups = [
			{ members: [0, 1, 2, 3], parent: -1 },
			{ members: [4, 5, 6, 7], parent: -1 },
		];
		expect(name([groups], points)).toEqual([['Sports', 'Mecha']]);
	});

	it('tells a name once on a level: the larger group has it, the other more words', () => {
		const points = [
			...Array.from({ length: 5 }, () => tags(['Mecha'])),
			...Array.from({ length: 4 }, () => tags(['Mecha'], '1980s')),
			...Array.from({ length: 9 }, () => tags(['Romance'])),
		];
		const members = (from: number, to: number) =>
			Array.from({ length: to - from }, (_, at) => from + at);
		const groups = [members(0, 5), members(5, 9), members(9, 18)].map((own) => ({
			members: own,
			parent: -1,
		}));
		expect(name([groups], points)).toEqual([['Mecha', '1980s Mecha', 'Romance']]);
	});

	it('names a group after its best-known title with a short name where no tag sets it apart', () => {
		const points = Array.from({ length: 6 }, (_, at) => ({
			...tags(['Drama']),
			title: ['A Very Long Name', 'Monster', 'Other'][at % 3] ?? '',
		}));
		expect(name([[{ members: [0, 1, 2, 3, 4, 5], parent: -1 }]], points)).toEqual([
			['Around Monster'],
		]);
	});

	it('gives every group a name of three words at most, none twice on a level nor its parent’s', () => {
		const points = Array.from({ length: 60 }, (_, at) =>
			tags([['Slice of Life', 'Drama', 'CGDCT'][at % 3] ?? ''], '2010s', ['Some Studio Or Other']),
		);
		const groups = (count: number, parents: number) =>
			Array.from({ length: count }, (_, at) => ({
				members: Array.from({ length: 60 / count }, (_, k) => (at * 60) / count + k),
				parent: parents === 0 ? -1 : Math.floor((at * parents) / count),
			}));
		const levels = [groups(3, 0), groups(30, 3)];
		const named = name(levels, points);
		named.forEach((names) => {
			expect(new Set(names).size).toBe(names.length);
			for (const own of names) {
				expect(own.split(' ').filter((word) => word !== '&').length).toBeLessThanOrEqual(3);
			}
		});
		named[1]?.forEach((own, at) => expect(own).not.toBe(named[0]?.[Math.floor(at / 10)]));
		expect(named.flat()).not.toContain('CGDCT');
	});
});
