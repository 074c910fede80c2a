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

	it('run a head, and add a block of features to the parts of its titles', () => {
		const [ld, count, units] = [12, 8, 4];
		const features = random(8 * ld, 1, 4);
		const mean = random(8, 2);
		const reach = random(8, 3).map((x) => 1 + Math.abs(x));
		const weights = random(8 * units, 4);
		const parts = random(units * ld, 5);
		const base = random(units, 6);
		const output = random(units - 1, 7);
		const joint = (j: number, u: number) =>
			sum(
				range(8).map((f) => {
					const centred = cell(features, ld, f, j) - value(mean, f);
					const held = Math.max(-value(reach, f), Math.min(value(reach, f), centred));
					return held * cell(weights, 8, u, f);
				}),
			);
		const pre = (j: number, u: number) => value(base, u) + cell(parts, ld, u, j) + joint(j, u);
		const expected = range(count).map(
			(j) => pre(j, units - 1) + sum(output.map((weight, u) => weight * relu(pre(j, u)))),
		);
		const at = [features, mean, reach, weights].map((values) => put(kernels, values));
		const [x = 0, m = 0, r = 0, w = 0] = at;
		const partsAt = put(kernels, parts);
		const out = put(kernels, random(count, 8));
		const baseAt = put(kernels, base);
		const outputAt = put(kernels, output);
		kernels.headOutputs(x, m, r, w, baseAt, partsAt, outputAt, units - 1, ld, count, out);
		expect(worstError(kernels, out, expected)).toBeLessThanOrEqual(1e-5);

		kernels.addHeadParts(x, m, r, w, units, ld, count, partsAt);
		const added = parts.map((part, at) =>
			at % ld < count ? part + joint(at % ld, Math.floor(at / ld)) : part,
		);
		expect(worstError(kernels, partsAt, added)).toBeLessThanOrEqual(1e-5);
	});
});
