import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { allocateSparse, type SparseMemory } from './sparse-memory.ts';

/** What the network reads of some lists and what it must find, in the memory of the kernels. */
export interface Batch {
	/** Lists that it holds now. */
	rows: number;
	readonly capacity: { readonly rows: number; readonly entries: number };
	/** n^−½ for each visible title. */
	readonly presence: SparseMemory;
	/** n^−½ · y for each visible title with a score. */
	readonly scores: SparseMemory;
	/** n^−½ for each visible title that was dropped or is on hold. */
	readonly dropped: SparseMemory;
	/** Address of n^−½ · Σ f_i: `rows` dense rows over the facts (f32). */
	readonly facts: number;
	/** Address of 1 for each title that may be recommended: `rows` rows of m bytes. */
	readonly candidates: number;
	/** Hidden titles that may be recommended, each with its weight in the presence loss. */
	readonly targets: SparseMemory;
	/** Hidden scores: row (u16), title (u16), normalised score and weight in the loss (f32). */
	readonly ratings: {
		count: number;
		readonly rows: number;
		readonly items: number;
		readonly targets: number;
		readonly weights: number;
	};
	/** 1 where a title speaks for itself, 0 where its facts do alone; length m. */
	readonly itself: Uint8Array;
}

/** Room for `rows` lists with at most `longest` entries each. */
export function allocateBatch(
	{ arena }: Kernels,
	{ itemCount, factCount }: { itemCount: number; factCount: number },
	rows: number,
	longest: number,
): Batch {
	const entries = rows * longest;
	const sparse = () => allocateSparse(arena, rows, entries);
	return {
		rows: 0,
		capacity: { rows, entries },
		presence: sparse(),
		scores: sparse(),
		dropped: sparse(),
		facts: arena.allocate(4 * rows * factCount),
		candidates: arena.allocate(rows * itemCount),
		targets: sparse(),
		ratings: {
			count: 0,
			rows: arena.allocate(2 * entries),
			items: arena.allocate(2 * entries),
			targets: arena.allocate(4 * entries),
			weights: arena.allocate(4 * entries),
		},
		itself: new Uint8Array(itemCount).fill(1),
	};
}

/** What filling a batch reads besides the lists. */
export interface BatchContext {
	readonly kernels: Kernels;
	readonly facts: SparseRows;
	readonly factCount: number;
	readonly targetExponent: number;
}
