import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { Arena } from '#core/kernels/arena.ts';

/** Sparse rows whose positions (u16) and values (f32) lie in the memory of the kernels. */
export interface SparseMemory {
	/** Length rows + 1: row r lies at `offsets[r] … offsets[r + 1] − 1`. */
	readonly offsets: Uint32Array;
	/** Addresses. */
	readonly columns: number;
	readonly values: number;
}

/** Room for so many rows with so many elements altogether. */
export function allocateSparse(arena: Arena, rows: number, capacity: number): SparseMemory {
	return {
		offsets: new Uint32Array(rows + 1),
		columns: arena.allocate(2 * capacity),
		values: arena.allocate(4 * capacity),
	};
}

/** Copies rows into the memory of the kernels. */
export function copySparse(arena: Arena, { offsets, columns, values }: SparseRows): SparseMemory {
	const copy = allocateSparse(arena, offsets.length - 1, columns.length);
	copy.offsets.set(offsets);
	arena.u16(copy.columns, columns.length).set(columns);
	arena.f32(copy.values, values.length).set(values);
	return copy;
}

/** Writes rows one after the other; valid until the next allocation. */
export interface SparseWriter {
	push(column: number, value: number): void;
	endRow(): void;
}

/** Begins anew at row 0. */
export function writeSparse(arena: Arena, memory: SparseMemory, capacity: number): SparseWriter {
	const columns = arena.u16(memory.columns, capacity);
	const values = arena.f32(memory.values, capacity);
	let count = 0;
	let row = 0;
	return {
		push(column, value) {
			columns[count] = column;
			values[count] = value;
			count++;
		},
		endRow() {
			memory.offsets[++row] = count;
		},
	};
}

/** Calls `use` for each of the first `rows` rows that is not empty, with its addresses and length. */
export function eachRow(
	{ offsets, columns, values }: SparseMemory,
	rows: number,
	use: (row: number, columns: number, values: number, count: number) => void,
): void {
	for (let row = 0; row < rows; row++) {
		const start = offsets[row] ?? 0;
		const count = (offsets[row + 1] ?? 0) - start;
		if (count > 0) use(row, columns + 2 * start, values + 4 * start, count);
	}
}
