import type { RankingKernels } from '../../kernels/ranking-kernels.ts';
import type { DenseRows } from './parts.ts';

/** Rows are as many whole vectors long. */
const ALIGNMENT = 4;

/** Inner products of all rows of a table and a vector; valid until the next call. */
export type RowProducts = (vector: Float32Array) => Float32Array;

/**
 * Places tables of one width in the memory of an instance of the kernels that nothing else uses, or in a scope of its
 * memory: then they are good until the next are placed in it.
 */
export function placeRows<const Tables extends readonly DenseRows[]>(
	kernels: RankingKernels,
	tables: Tables,
): { readonly [K in keyof Tables]: RowProducts } {
	const { arena } = kernels;
	const width = tables[0]?.width ?? 1;
	const ld = Math.ceil(width / ALIGNMENT) * ALIGNMENT;
	const vector = arena.allocate(4 * ld);
	const rooms = tables.map(({ values }) => {
		const count = values.length / width;
		return { count, rows: arena.allocate(4 * count * ld), products: arena.allocate(4 * count) };
	});
	// All is allocated: from here on views stay valid. What fills rows up to whole vectors must be 0.
	arena.f32(vector, ld).fill(0);
	const vectorView = arena.f32(vector, width);
	const placed = rooms.map(({ count, rows, products }, k): RowProducts => {
		const table = arena.f32(rows, count * ld).fill(0);
		const productView = arena.f32(products, count);
		for (let row = 0; row < count; row++) {
			const own = tables[k]?.values.subarray(row * width, (row + 1) * width);
			if (own) table.set(own, row * ld);
		}
		return (of) => {
			vectorView.set(of);
			kernels.rowDots(rows, ld, count, vector, products);
			return productView;
		};
	});
	// One for each table, in their order.
	return placed as { readonly [K in keyof Tables]: RowProducts };
}
