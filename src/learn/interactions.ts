import { LIST_STATUSES, type ListStatus } from '#core/profile/list-entry.ts';

/**
 * Lists of many users in compressed sparse rows: the entries of user u lie at
 * `offsets[u] … offsets[u + 1] - 1`, ascending by item, each item once.
 */
export interface Interactions {
	readonly userCount: number;
	readonly itemCount: number;
	/** Length userCount + 1. */
	readonly offsets: Uint32Array;
	/** Item positions, length = number of entries. */
	readonly items: Uint16Array;
	/** 1–100, 0 = not scored; same length as `items`. */
	readonly scores: Uint8Array;
	/** Positions in `LIST_STATUSES`; same length as `items`. */
	readonly statuses: Uint8Array;
}

/** The status that a byte of {@link Interactions.statuses} stands for. */
export function statusOf(code: number): ListStatus {
	const status = LIST_STATUSES[code];
	if (status === undefined) throw new RangeError(`There is no list status ${code}.`);
	return status;
}
