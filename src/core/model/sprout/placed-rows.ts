import type { RankingKernels } from '../../kernels/ranking-kernels.ts';
import type { DenseRows } from './parts.ts';

/** Rows are as many whole vectors long. */
const ALIGNMENT = 4;

/** Rows in the memory of the kernels. */
export interface PlacedRows {
	readonly width: number;
	/** Inner products of all rows and a vector; valid until the next call. */
	dots(vector: Float32Array): Float32Array;
	/** Inner product of one row and a vector. */
	dot(row: number, vector: Float32Array): number;
	/** A view of one row. */
	row(row: number): Float32Array;
}

/**
 * Places rows of one width in the memory of an instance of the kernels that nothing else uses, or in a scope of its
 * memory: then they are good until the next are placed in it.
 */
export function placeRows<const Tables extends readonly DenseRows[]>(
	kernels: RankingKernels,
	tables: Tables,
): { readonly [K in keyof Tables]: PlacedRows } {
	const { arena } = kernels;
	const width = tables[0]?.width ?? 1;
	const ld = Math.ceil(width / ALIGNMENT) * ALIGNMENT;
	const counts = tables.map(({ values }) => values.length / width);
	const vector = arena.allocate(4 * ld);
	const products = arena.allocate(4 * Math.max(...counts));
	const addresses = counts.map((count) => arena.allocate(4 * count * ld));
	// All is allocated: from here on views stay valid. What fills rows up to whole vectors must be 0.
	arena.f32(vector, ld).fill(0);
	const vectorView = arena.f32(vector, width);
	const placed = tables.map(({ values }, k): PlacedRows => {
		const [address = 0, count = 0] = [addresses[k], counts[k]];
		const table = arena.f32(address, count * ld);
		table.fill(0);
		const productView = arena.f32(products, count);
		for (let row = 0; row < count; row++) {
			table.set(values.subarray(row * width, (row + 1) * width), row * ld);
		}
		return {
			width,
			dots(of) {
				vectorView.set(of);
				kernels.rowDots(address, ld, count, vector, products);
				return productView;
			},
			dot: (row, of) => dot(table, row * ld, of),
			row: (row) => table.subarray(row * ld, row * ld + width),
		};
	});
	// One for each table, in their order.
	return placed as { readonly [K in keyof Tables]: PlacedRows };
}

function dot(table: Float32Array, start: number, vector: Float32Array): number {
	// Four sums: one alone would wait for each addition to finish.
	let [a, b, c, d] = [0, 0, 0, 0];
	let k = 0;
	for (; k + 4 <= vector.length; k += 4) {
		const at = start + k;
		a += (table[at] ?? 0) * (vector[k] ?? 0);
		b += (table[at + 1] ?? 0) * (vector[k + 1] ?? 0);
		c += (table[at + 2] ?? 0) * (vector[k + 2] ?? 0);
		d += (table[at + 3] ?? 0) * (vector[k + 3] ?? 0);
	}
	for (; k < vector.length; k++) a += (table[start + k] ?? 0) * (vector[k] ?? 0);
	return a + b + (c + d);
}
