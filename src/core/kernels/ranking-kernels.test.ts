import { describe, expect, it } from 'vitest';
import {
	cell,
	positions,
	put,
	putPositions,
	random,
	range,
	sum,
	value,
	worstError,
} from '#tests/support/kernel-memory.ts';
import { createRankingKernels } from './ranking-kernels.ts';

const kernels = createRankingKernels();
const { arena } = kernels;

/** Puts signed bytes into the memory of the kernels. */
function putCodes(codes: readonly number[]): number {
	const address = arena.allocate(codes.length);
	arena.u8(address, codes.length).set(codes);
	return address;
}

/** Puts doubles into the memory of the kernels. */
function putDoubles(values: readonly number[]): number {
	const address = arena.allocate(8 * values.length);
	arena.f64(address, values.length).set(values);
	return address;
}

const relu = (x: number) => Math.max(0, x);

describe('ranking kernels', () => {
	it('have a memory each', () => {
		const other = createRankingKernels();
		const address = other.arena.allocate(4);
		other.arena.f32(address, 1)[0] = 5;
		expect(createRankingKernels().arena.f32(address, 1)[0]).toBe(0);
	});

	// No row, less than four, four, and more with repetitions.
	it.each([0, 1, 3, 4, 11])('add %i rows of codes', (count) => {
		const width = 24;
		const codes = positions(9 * width, 255, 1).map((code) => code - 127);
		const items = positions(count, 9, 2);
		const weights = random(count, 3, 2);
		const before = random(width, 4);
		const out = putDoubles(before);
		const [from, at, by] = [putCodes(codes), putPositions(kernels, items), putDoubles(weights)];
		kernels.addCodedRows(from, width, at, by, count, out);
		arena.f64(out, width).forEach((found, j) => {
			const parts = items.map((item, k) => value(weights, k) * cell(codes, width, item, j));
			expect(found).toBeCloseTo(value(before, j) + sum(parts), 12);
		});
	});

	it.each([1, 2, 3, 4, 5, 9])('multiply %i rows and a vector', (count) => {
		const width = 12;
		const table = random(count * width, 1);
		const vector = random(width, 2);
		const out = put(kernels, random(count, 3));
		kernels.rowDots(put(kernels, table), width, count, put(kernels, vector), out);
		const expected = range(count).map((row) =>
			sum(vector.map((x, k) => x * cell(table, width, row, k))),
		);
		expect(worstError(kernels, out, expected)).toBeLessThanOrEqual(1e-5);
	});

	it('take logarithms of what is above a floor', () => {
		const x = [-3, 0, 1e-7, 0.2, 0.5, 0.71, 0.98, 1, 1.5, 20, 12_345, 1e9];
		const out = put(kernels, x);
		kernels.logAbove(out, 0.02, x.length, out);
		const expected = x.map((value) => Math.log(relu(value) + Math.fround(0.02)));
		expect(worstError(kernels, out, expected)).toBeLessThanOrEqual(2e-6);
	});

	it.each([1, 2, 3])('multiply %i rows of codes and a vector within ±1', (count) => {
		const width = 24;
		const codes = positions(count * width, 255, 1).map((code) => code - 127);
		const scales = random(count, 2);
		const vector = random(width, 3);
		const high = vector.map((x) => Math.round(x * 2 ** 14));
		const low = vector.map((x, k) => Math.round((x * 2 ** 14 - value(high, k)) * 2 ** 14));
		const before = random(count, 4);
		const out = put(kernels, before);
		const [codesAt, scalesAt] = [putCodes(codes), put(kernels, scales)];
		const [highAt, lowAt] = [putPositions(kernels, high), putPositions(kernels, low)];
		kernels.codedDots(codesAt, scalesAt, width, count, highAt, lowAt, out);
		const expected = range(count).map(
			(row) =>
				value(before, row) +
				value(scales, row) * sum(vector.map((x, k) => x * cell(codes, width, row, k))),
		);
		expect(worstError(kernels, out, expected)).toBeLessThanOrEqual(2e-4);
	});

	it('run a head over all titles, and over some', () => {
		const [ld, count, units] = [12, 8, 4];
		const features = random(8 * ld, 1, 4);
		const mean = random(8, 2);
		const reach = random(8, 3).map((x) => 1 + Math.abs(x));
		const weights = random(8 * units, 4);
		const parts = random(units * ld, 5);
		const base = random(units, 6);
		const output = random(units - 1, 7);
		const pre = (j: number, u: number) => {
			const products = range(8).map((f) => {
				const centred = cell(features, ld, f, j) - value(mean, f);
				const held = Math.max(-value(reach, f), Math.min(value(reach, f), centred));
				return held * cell(weights, 8, u, f);
			});
			return value(base, u) + cell(parts, ld, u, j) + sum(products);
		};
		const outputOf = (j: number) =>
			pre(j, units - 1) + sum(output.map((weight, u) => weight * relu(pre(j, u))));
		const [m, r, b] = [put(kernels, mean), put(kernels, reach), put(kernels, base)];
		const out = put(kernels, random(count, 8));
		const [x, w, p] = [put(kernels, features), put(kernels, weights), put(kernels, parts)];
		kernels.headOutputs(x, m, r, w, b, p, put(kernels, output), units - 1, ld, count, out);
		expect(worstError(kernels, out, range(count).map(outputOf))).toBeLessThanOrEqual(1e-5);

		const transposed = (values: readonly number[], rows: number, columns: number) =>
			range(columns).flatMap((column) =>
				range(rows).map((row) => cell(values, columns, row, column)),
			);
		const some = [5, 0, 5];
		const rows = some.flatMap((j) => range(8).map((f) => cell(features, ld, f, j)));
		const ids = arena.allocate(4 * some.length);
		arena.u32(ids, some.length).set(some);
		const few = put(kernels, random(some.length, 9));
		kernels.headOutputsOf(
			put(kernels, rows),
			8,
			m,
			r,
			put(kernels, transposed(weights, units, 8)),
			units,
			b,
			put(kernels, transposed(parts, units, ld)),
			ids,
			put(kernels, [0, 0, 0, -Infinity]),
			put(kernels, [...output, 1]),
			some.length,
			few,
		);
		expect(worstError(kernels, few, some.map(outputOf))).toBeLessThanOrEqual(1e-5);
	});
});
