import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import type { Kernels } from '#learn/kernels/kernels.ts';
import { invertSymmetric } from '#learn/kernels/symmetric-inverse.ts';

/** A matrix in plain numbers, for the references. */
type Rows = readonly (readonly number[])[];

function randomRows(rows: number, columns: number, seed: number): Rows {
	const rng = createRng(seed);
	const row = () => Array.from({ length: columns }, () => Math.fround(rng.next() * 2 - 1));
	return Array.from({ length: rows }, row);
}

const at = (matrix: Rows, i: number, j: number) => matrix[i]?.[j] ?? Number.NaN;

const transposed = (matrix: Rows): Rows =>
	Array.from(matrix[0] ?? [], (_, j) => matrix.map((row) => row[j] ?? Number.NaN));

function product(a: Rows, b: Rows): Rows {
	return a.map((row) =>
		Array.from(b[0] ?? [], (_, j) => row.reduce((sum, x, k) => sum + x * at(b, k, j), 0)),
	);
}

/** Inverse by Gauss-Jordan elimination in f64, without pivots: for positive definite matrices. */
function inverse(matrix: Rows): Rows {
	const size = matrix.length;
	const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
	work.forEach((pivotRow, pivot) => {
		const scale = pivotRow[pivot] ?? 0;
		pivotRow.forEach((x, j) => (pivotRow[j] = x / scale));
		work.forEach((row, i) => {
			const factor = row[pivot] ?? 0;
			if (i !== pivot) row.forEach((x, j) => (row[j] = x - factor * (pivotRow[j] ?? 0)));
		});
	});
	return work.map((row) => row.slice(size));
}

/** Copies a matrix into the memory of the kernels; rows `ld` apart, 7 in between. */
function store(kernels: Kernels, matrix: Rows, ld: number): number {
	const address = kernels.arena.allocate(4 * matrix.length * ld);
	const floats = kernels.arena.f32(address, matrix.length * ld).fill(7);
	matrix.forEach((row, i) => floats.set(row, i * ld));
	return address;
}

function load(
	kernels: Kernels,
	address: number,
	rows: number,
	columns: number,
	ld: number,
): number[][] {
	const floats = kernels.arena.f32(address, rows * ld);
	return Array.from({ length: rows }, (_, i) => [...floats.subarray(i * ld, i * ld + columns)]);
}

/** Every element within `tolerance`; `lower` looks at the lower triangle only. */
function expectClose(actual: Rows, expected: Rows, tolerance: number, lower = false): void {
	let greatest = 0;
	expected.forEach((row, i) =>
		row.forEach((x, j) => {
			if (!lower || j <= i) greatest = Math.max(greatest, Math.abs(at(actual, i, j) - x));
		}),
	);
	expect(greatest).toBeLessThan(tolerance);
}

/** What the compiled kernels must do, wherever they run. */
export function describeKernels(instantiate: () => Promise<Kernels>): void {
	describe('kernels', () => {
		let instance: Kernels;
		beforeAll(async () => {
			instance = await instantiate();
		});
		const kernels = () => instance;
		testGemm(kernels);
		testAddOuter(kernels);
		testInverse(kernels);
	});
}

function testGemm(kernels: () => Kernels): void {
	// Below, at and above the sizes of tiles (4 × 8) and blocks (128 rows, 256 deep).
	const shapes = [
		[1, 1, 1],
		[4, 8, 3],
		[5, 9, 7],
		[131, 21, 300],
	] as const;

	test.each(shapes)('gemm adds alpha · A · B: %i × %i, %i deep', (m, n, k) => {
		const { arena, gemm, gemmScratchBytes } = kernels();
		const [a, b, c] = [randomRows(m, k, 1), randomRows(k, n, 2), randomRows(m, n, 3)];
		const expected = product(a, b).map((row, i) => row.map((x, j) => at(c, i, j) - 0.5 * x));
		const scratch = arena.allocate(gemmScratchBytes(n));
		for (const transpose of [false, true]) {
			const stored = transpose ? [transposed(a), transposed(b)] : [a, b];
			const [left, right] = stored.map((x) => store(kernels(), x, 320)) as [number, number];
			const to = store(kernels(), c, n + 3);
			const [row, column] = transpose ? [1, 320] : [320, 1];
			gemm(m, n, k, -0.5, left, row, column, right, row, column, to, n + 3, false, scratch);
			expectClose(load(kernels(), to, m, n, n + 3), expected, 1e-5 * Math.sqrt(k));
			// What lies between the rows is not ours.
			expect(arena.f32(to, n + 3)[n]).toBe(7);
		}
	});

	test('gemm with `lower` computes the lower triangle and leaves the far upper one alone', () => {
		const size = 150;
		const a = randomRows(size, 20, 4);
		const address = store(kernels(), a, 20);
		const zero = a.map(() => Array.from({ length: size }, () => 0));
		const to = store(kernels(), zero, size);
		const scratch = kernels().arena.allocate(kernels().gemmScratchBytes(size));
		kernels().gemm(size, size, 20, 1, address, 20, 1, address, 1, 20, to, size, true, scratch);
		const result = load(kernels(), to, size, size, size);
		expectClose(result, product(a, transposed(a)), 1e-5, true);
		expect(at(result, 0, size - 1)).toBe(0);
		expect(at(result, 100, size - 1)).toBe(0);
	});
}

function testAddOuter(kernels: () => Kernels): void {
	test('addOuter sums the squares of sparse rows', () => {
		const { arena, addOuter } = kernels();
		const size = 12;
		const rows: [number[], number[]][] = [
			[
				[0, 3, 11],
				[1, 0.5, -2],
			],
			[[3], [3]],
			[
				[3, 4, 11],
				[0.25, 1, 1],
			],
			[[], []],
		];
		const gram = arena.allocate(4 * size * size);
		arena.f32(gram, size * size).fill(0);
		const items = arena.allocate(2 * size);
		const values = arena.allocate(4 * size);
		for (const [places, x] of rows) {
			arena.u16(items, places.length).set(places);
			arena.f32(values, x.length).set(x);
			addOuter(gram, size, items, values, places.length);
		}
		const result = load(kernels(), gram, size, size, size);
		expect(at(result, 3, 3)).toBe(0.5 ** 2 + 3 ** 2 + 0.25 ** 2);
		expect(at(result, 11, 3)).toBe(-2 * 0.5 + 0.25 * 1);
		expect(at(result, 3, 0)).toBe(0.5);
		expect(at(result, 4, 0)).toBe(0);
		// The upper triangle is not touched.
		expect(at(result, 3, 11)).toBe(0);
	});
}

function testInverse(kernels: () => Kernels): void {
	// Within one block of 128 rows, at its edge, and over several.
	test.each([1, 7, 128, 129, 300])('inverts %i rows as f64 elimination does', async (size) => {
		const a = randomRows(size, size, 5);
		const matrix = product(a, transposed(a)).map((row, i) =>
			row.map((x, j) => Math.fround(x + (i === j ? 20 : 0))),
		);
		const ld = size + 5;
		const address = store(kernels(), matrix, ld);
		const shares: number[] = [];
		await invertSymmetric(kernels(), address, size, ld, (share) => void shares.push(share));
		// Elements are 1/20 at most; f32 has seven digits, of which conditioning costs one or two.
		expectClose(load(kernels(), address, size, size, ld), inverse(matrix), 1e-6, true);
		expect(shares).toEqual([...shares].sort((x, y) => x - y));
		expect(shares.at(-1)).toBeCloseTo(1);
	});

	test('refuses a matrix that is not positive definite', async () => {
		const address = store(
			kernels(),
			[
				[1, 2],
				[2, 1],
			],
			2,
		);
		await expect(invertSymmetric(kernels(), address, 2, 2)).rejects.toThrow(RangeError);
	});

	test('stops when the listener throws, and frees its memory', async () => {
		const identity = Array.from({ length: 300 }, (_, i) =>
			Array.from({ length: 300 }, (__, j) => (i === j ? 1 : 0)),
		);
		const address = store(kernels(), identity, 300);
		const before = kernels().arena.allocate(1);
		const stop = () => {
			throw new Error('enough');
		};
		await expect(invertSymmetric(kernels(), address, 300, 300, stop)).rejects.toThrow('enough');
		expect(kernels().arena.allocate(1)).toBe(before + 64);
	});
}
