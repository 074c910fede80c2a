import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { Interactions } from '../interactions.ts';
import type { Eligible } from './autoencoder-task.ts';

/** Facts of so many titles of which nothing is known; their `factCount` is 0. */
export function factless(itemCount: number): SparseRows {
	return {
		offsets: new Uint32Array(itemCount + 1),
		columns: new Uint16Array(),
		values: new Float32Array(),
	};
}

/** Everybody can know every title. */
export function everythingEligible({ userCount, itemCount }: Interactions): Eligible {
	return {
		groupOfUser: new Uint8Array(userCount),
		masks: [new Uint8Array(itemCount).fill(1)],
	};
}
