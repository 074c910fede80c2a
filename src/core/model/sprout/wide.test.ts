import { describe, expect, it } from 'vitest';
import { solveSymmetric } from '#learn/baselines/solve-symmetric.ts';
import { createRng } from '#core/math/rng.ts';
import type { SymmetricMatrix } from '../item-item-model.ts';
import { createWide } from './wide.ts';

const SIZE = 6;

/** Inverse of a symmetric positive definite matrix, column by column. */
function inverse(matrix: readonly number[][]): number[][] {
	return matrix.map((_, column) => {
		const unit = Float64Array.from(matrix, (_row, at) => (at === column ? 1 : 0));
		solveSymmetric(Float64Array.from(matrix.flat()), unit);
		return [...unit];
	});
}

/** A Gram matrix of random lists, damped. */
function gram(seed: number): number[][] {
	const rng = createRng(seed);
	const lists = Array.from({ length: 30 }, () =>
		Array.from({ length: SIZE }, () => (rng.next() < 0.4 ? 1 : 0)),
	);
	return Array.from({ length: SIZE }, (_, i) =>
		Array.from({ length: SIZE }, (_unused, j) =>
			lists.reduce((sum, list) => sum + (list[i] ?? 0) * (list[j] ?? 0), i === j ? 3 : 0),
		),
	);
}

/** The wide part of an inverse Gram matrix, its scales those of plain EASE. */
function wideOf(p: readonly number[][], links: readonly (readonly [number, number])[]) {
	const root = p.map((row, i) => Math.sqrt(row[i] ?? 0));
	const s = (i: number, j: number) =>
		i === j ? 0 : -(p[i]?.[j] ?? 0) / ((root[i] ?? 0) * (root[j] ?? 0));
	const matrix: SymmetricMatrix = {
		size: p.length,
		at: s,
		addRows(rows, weights, out) {
			rows.forEach((row, k) => {
				for (let j = 0; j < out.length; j++) out[j] = (out[j] ?? 0) + (weights[k] ?? 0) * s(row, j);
			});
		},
	};
	// Every learned title has the same links as the one that was not learned.
	const rows = p.length + 1;
	return createWide(
		{
			matrix,
			inputScale: Float32Array.from(root),
			outputScale: Float32Array.from(root, (r) => 1 / r),
			linkScale: Float32Array.from(root),
		},
		{
			offsets: Uint32Array.from({ length: rows + 1 }, (_, row) => row * links.length),
			columns: Uint16Array.from(Array.from({ length: rows }, () => links.map(([to]) => to)).flat()),
			values: Float32Array.from(Array.from({ length: rows }, () => links.map(([, w]) => w)).flat()),
		},
		p.length,
	);
}

const LINKS = [
	[1, 2],
	[3, 0.5],
] as const;

describe('createWide', () => {
	it('scores a title that was not learned by the column that its links would have given it', () => {
		const p = inverse(gram(1));
		const wide = wideOf(p, LINKS);
		const list = [0, 3];
		const sums = wide.sum(Int32Array.from(list), () => 1);
		// b = P · g, score = Σ over the list of b.
		const expected = list.reduce(
			(sum, i) => sum + LINKS.reduce((part, [to, link]) => part + link * (p[i]?.[to] ?? 0), 0),
			0,
		);
		expect(wide.scoreOf(sums, SIZE)).toBeCloseTo(expected, 5);
		const parts = list.reduce((sum, entry) => sum + wide.partOf(SIZE, entry), 0);
		expect(parts).toBeCloseTo(expected, 5);
	});

	it('scores a learned title as though it had not been learned', () => {
		const matrix = gram(2);
		const wide = wideOf(inverse(matrix), LINKS);
		const sums = wide.sum(Int32Array.of(0, 4), () => 1);
		// The same without the last title: its row and column taken out of the Gram matrix.
		const rest = wideOf(inverse(matrix.slice(0, -1).map((row) => row.slice(0, -1))), LINKS);
		const restSums = rest.sum(Int32Array.of(0, 4), () => 1);
		expect(wide.coldScoreOf(sums, SIZE - 1)).toBeCloseTo(rest.scoreOf(restSums, SIZE - 1), 5);
	});
});
