import { beforeAll, describe, expect, test } from 'vitest';
import type { Kernels } from '#learn/kernels/kernels.ts';
import {
	COUNTS,
	cell,
	worstError,
	positions,
	put,
	putPositions,
	random,
	range,
	sum,
	value,
} from '#tests/support/kernel-memory.ts';

/** What the kernels that add and multiply rows must do, wherever they run. */
export function describeRowKernels(instantiate: () => Promise<Kernels>): void {
	describe('row kernels', () => {
		let instance: Kernels;
		beforeAll(async () => {
			instance = await instantiate();
		});
		const kernels = () => instance;
		testRows(kernels);
		testSampled(kernels);
		testColumns(kernels);
		testVectors(kernels);
	});
}

function testRows(kernels: () => Kernels): void {
	const ld = 140;
	const table = random(9 * ld, 1);

	test.each(COUNTS)('gatherRows adds weighted rows of %i', (width) => {
		// No row, less than four, four, and more with repetitions.
		for (const count of [0, 3, 4, 11]) {
			const items = positions(count, 9, 2);
			const weights = random(count, 3, 2);
			const before = random(width, 4);
			const out = put(kernels(), before);
			const [from, at, by] = [
				put(kernels(), table),
				putPositions(kernels(), items),
				put(kernels(), weights),
			];
			kernels().gatherRows(from, ld, width, at, by, count, out);
			const expected = before.map(
				(x, j) => x + sum(items.map((item, k) => value(weights, k) * cell(table, ld, item, j))),
			);
			expect(worstError(kernels(), out, expected)).toBeLessThanOrEqual(1e-5);
		}
	});

	test.each(COUNTS)('scatterRows adds a weighted row of %i to many', (width) => {
		const items = [8, 2, 2, 0, 2];
		const weights = random(items.length, 5, 2);
		const source = random(width, 6);
		const to = put(kernels(), table);
		const [at, by] = [putPositions(kernels(), items), put(kernels(), weights)];
		kernels().scatterRows(to, ld, width, at, by, items.length, put(kernels(), source));
		const expected = [...table];
		items.forEach((item, k) =>
			source.forEach(
				(x, j) => (expected[item * ld + j] = cell(expected, ld, item, j) + value(weights, k) * x),
			),
		);
		expect(worstError(kernels(), to, expected)).toBeLessThanOrEqual(1e-5);
	});
}

function testSampled(kernels: () => Kernels): void {
	const [aLd, bLd] = [135, 132];
	const a = random(5 * aLd, 11);
	const b = random(30 * bLd, 12);
	// Runs of equal rows: one, five, four, two, and again one of them.
	const rows = [0, 3, 3, 3, 3, 3, 1, 1, 1, 1, 4, 4, 3];
	const columns = positions(rows.length, 30, 13);

	test.each(COUNTS)('sampledDot multiplies the pairs asked for, %i wide', (width) => {
		const out = put(
			kernels(),
			rows.map(() => 0),
		);
		const [left, right] = [put(kernels(), a), put(kernels(), b)];
		const [at, by] = [putPositions(kernels(), rows), putPositions(kernels(), columns)];
		kernels().sampledDot(left, aLd, right, bLd, width, at, by, rows.length, out);
		const expected = rows.map((row, k) =>
			sum(range(width).map((j) => cell(a, aLd, row, j) * cell(b, bLd, value(columns, k), j))),
		);
		expect(worstError(kernels(), out, expected)).toBeLessThanOrEqual(1e-5);
	});

	test.each(COUNTS)('sampledScatter is its gradient for either side, %i wide', (width) => {
		const gradient = random(rows.length, 14);
		const by = put(kernels(), gradient);
		const scatter = (
			into: readonly number[],
			intoLd: number,
			from: readonly number[],
			fromLd: number,
			intoRows: readonly number[],
			fromRows: readonly number[],
		): void => {
			const [to, source] = [put(kernels(), into), put(kernels(), from)];
			const [toAt, fromAt] = [putPositions(kernels(), intoRows), putPositions(kernels(), fromRows)];
			kernels().sampledScatter(
				to,
				intoLd,
				source,
				fromLd,
				width,
				toAt,
				fromAt,
				by,
				intoRows.length,
			);
			const expected = [...into];
			intoRows.forEach((row, k) => {
				for (let j = 0; j < width; j++) {
					const change = value(gradient, k) * cell(from, fromLd, value(fromRows, k), j);
					expected[row * intoLd + j] = cell(expected, intoLd, row, j) + change;
				}
			});
			expect(worstError(kernels(), to, expected)).toBeLessThanOrEqual(1e-5);
		};
		scatter(a, aLd, b, bLd, rows, columns);
		scatter(b, bLd, a, aLd, columns, rows);
	});
}

function testColumns(kernels: () => Kernels): void {
	test.each(COUNTS)('addColumns and columnSums: rows of %i', (n) => {
		const [m, ld] = [7, n + 3];
		const rows = random(m * ld, 71);
		const bias = random(n, 72);
		const at = put(kernels(), rows);
		const out = put(kernels(), bias);
		kernels().columnSums(at, m, n, ld, out);
		const sums = bias.map((x, j) => x + sum(range(m).map((i) => cell(rows, ld, i, j))));
		expect(worstError(kernels(), out, sums)).toBeLessThanOrEqual(1e-5);
		kernels().addColumns(at, m, n, ld, put(kernels(), bias));
		// What lies between the rows is not ours.
		const expected = rows.map((x, i) => x + (i % ld < n ? value(bias, i % ld) : 0));
		expect(worstError(kernels(), at, expected)).toBeLessThanOrEqual(1e-6);
	});
}

function testVectors(kernels: () => Kernels): void {
	test.each(COUNTS)('axpy, scale, multiply and dot: %i', (count) => {
		const { axpy, scale, multiply, dot } = kernels();
		const [x, y] = [random(count, 81), random(count, 82)];
		const [from, to] = [put(kernels(), x), put(kernels(), y)];
		const product = sum(x.map((a, i) => a * value(y, i)));
		expect(Math.abs(dot(count, from, to) - product)).toBeLessThan(1e-7 * count);
		axpy(count, -1.5, from, to);
		const moved = y.map((b, i) => b - 1.5 * value(x, i));
		expect(worstError(kernels(), to, moved)).toBeLessThanOrEqual(1e-6);
		multiply(count, from, to);
		const multiplied = moved.map((b, i) => b * value(x, i));
		expect(worstError(kernels(), to, multiplied)).toBeLessThanOrEqual(1e-6);
		scale(count, 3, to);
		expect(
			worstError(
				kernels(),
				to,
				multiplied.map((b) => 3 * b),
			),
		).toBeLessThanOrEqual(3e-6);
	});

	test('dot loses nothing over a long vector', () => {
		const count = 300_001;
		const x = put(
			kernels(),
			range(count).map(() => 0.5),
		);
		expect(kernels().dot(count, x, x)).toBe(count * 0.25);
	});
}
