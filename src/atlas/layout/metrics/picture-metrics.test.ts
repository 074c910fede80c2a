import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import {
	coLikeAuc,
	medianMove,
	neglected,
	neighbourRecall,
	ranksOf,
	tagAgreement,
	trustworthiness,
} from './picture-metrics.ts';

describe('metrics of a picture', () => {
	it('recall is the share of the true neighbours that are there', () => {
		expect(
			neighbourRecall(
				[
					[1, 2],
					[0, 2],
				],
				[
					[2, 3],
					[2, 0],
				],
			),
		).toBe((1 / 2 + 1) / 2);
	});

	it('ranks the most alike first, itself last, equal ones by position', () => {
		const ranks = new Uint32Array(4);
		ranksOf(Float64Array.of(9, 3, 5, 3), 0, ranks);
		expect([...ranks]).toEqual([4, 2, 1, 3]);
	});

	it('trustworthiness costs how far false neighbours are from being true', () => {
		const rankOf = (_: number, ranks: Uint32Array) => ranks.set([8, 1, 2, 3, 4, 5, 6, 7]);
		const of = (near: number[]) => trustworthiness(new Map([[0, near]]), 8, rankOf);
		expect(of([1, 2])).toBe(1);
		// Ranks 6 and 7 are 4 and 5 too far: 1 − 2 · 9 / (1 · 2 · (16 − 6 − 1)).
		expect(of([6, 7])).toBe(1 - (2 * 9) / (2 * 9));
		expect(of([1, 4])).toBe(1 - (2 * 2) / (2 * 9));
	});

	it('counts titles that are nobody’s neighbours', () => {
		expect(neglected([[1], [0], [1], [1]])).toBe(2 / 4);
	});

	it('agreement of tags is their overlap, where both have some', () => {
		const tags = [['a', 'b'], ['b', 'c'], [], ['a', 'b']];
		const of = (lists: number[][]) => tagAgreement(lists, (point) => tags[point] ?? []);
		expect(of([[1, 3], [2]])).toBe((1 / 3 + 1) / 2);
		expect(of([[2]])).toBe(0);
	});

	it('co-likes that lie together win every time, and half of the times where all lies anyhow', () => {
		const liked = [
			[0, 1, 2],
			[3, 4, 5],
		];
		const apart = (a: number, b: number) => (Math.floor(a / 3) === Math.floor(b / 3) ? 0 : 1);
		expect(coLikeAuc(apart, liked, createRng(1))).toBe(1);
		expect(coLikeAuc(() => 1, liked, createRng(1))).toBe(0.5);
		expect(coLikeAuc(apart, [[1]], createRng(1))).toBe(0.5);
	});

	it('a move is a share of the diagonal', () => {
		const before = Float64Array.of(0, 0, 3, 4, 3, 0);
		const after = Float64Array.of(0, 0, 3, 4, 3, 1);
		expect(medianMove(before, after)).toBe(0);
		expect(
			medianMove(
				after.map((at) => at + 0.5),
				after,
			),
		).toBeCloseTo(Math.SQRT1_2 / 5, 9);
	});
});
