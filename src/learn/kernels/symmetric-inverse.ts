import type { Kernels } from './kernels.ts';

/** Rows that one kernel call handles: large enough for the caches, small enough to stop within a second. */
const BLOCK = 128;

/** Called between blocks of work with the share that is done, 0–1; what it throws stops the work. */
export type OnProgress = (share: number) => void | Promise<void>;

/**
 * Inverts a symmetric positive definite f32 matrix in place: Cholesky, inverse of the factor, square
 * (together n³ multiply-adds; 5,237 rows take some seconds).
 *
 * Only the lower triangle is read, and only the lower triangle of the result is valid.
 *
 * @param matrix address of n rows, `ld` elements apart
 * @throws RangeError when the matrix is not positive definite
 */
export async function invertSymmetric(
	kernels: Kernels,
	matrix: number,
	n: number,
	ld: number,
	onProgress: OnProgress = () => {},
): Promise<void> {
	await kernels.arena.scoped(async () => {
		const work = kernels.arena.allocate(4 * BLOCK * (n + BLOCK));
		const scratch = kernels.arena.allocate(kernels.gemmScratchBytes(n));
		// Work left or done as a function of the rows handled: each pass is a third of the whole.
		const passes = [
			{
				doneAt: (x: number) => 1 - (1 - x) ** 3,
				run: (start: number, size: number) => {
					if (!kernels.choleskyBlock(matrix, n, ld, start, size, work, scratch)) {
						throw new RangeError('The matrix is not positive definite.');
					}
				},
			},
			{
				doneAt: (x: number) => x ** 3,
				run: (start: number, size: number) =>
					kernels.triangularInverseBlock(matrix, ld, start, size, n, work, scratch),
			},
			{
				doneAt: (x: number) => 3 * x ** 2 - 2 * x ** 3,
				run: (start: number, size: number) =>
					kernels.squareBlock(matrix, n, ld, start, size, work, scratch),
			},
		];
		for (const [pass, { doneAt, run }] of passes.entries()) {
			for (let start = 0; start < n; start += BLOCK) {
				const size = Math.min(BLOCK, n - start);
				run(start, size);
				await onProgress((pass + doneAt((start + size) / n)) / passes.length);
			}
		}
	});
}
