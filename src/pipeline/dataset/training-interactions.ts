import type { Interactions } from '#learn/interactions.ts';
import type { Dataset } from './dataset.ts';

/** Lists outside these bounds say little (too short) or everything (collectors); planned titles do not count. */
export interface ListLengthRule {
	readonly minEntries: number;
	readonly maxEntries: number;
}

/** The bounds that `train_users` of the corpus was counted with, and evaluation keeps to. */
export const LIST_LENGTHS: ListLengthRule = { minEntries: 20, maxEntries: 1500 };

/** The lists that a model may learn from: `train` users only, planned titles left out. */
export function trainingInteractions(
	dataset: Pick<Dataset, 'lists'>,
	{ minEntries, maxEntries }: ListLengthRule = LIST_LENGTHS,
): Interactions {
	const { listLengths, watched } = dataset.lists.train;
	const kept = Array.from(listLengths.keys()).filter((user) => {
		const length = listLengths[user] ?? 0;
		return length >= minEntries && length <= maxEntries;
	});
	return pickUsers(watched, kept);
}

/** The rows of some users, in the order named. */
export function pickUsers(lists: Interactions, users: readonly number[]): Interactions {
	const bounds = users.map(
		(user) => [lists.offsets[user] ?? 0, lists.offsets[user + 1] ?? 0] as const,
	);
	const offsets = new Uint32Array(users.length + 1);
	bounds.forEach(([start, end], row) => (offsets[row + 1] = (offsets[row] ?? 0) + end - start));
	const picked = {
		userCount: users.length,
		itemCount: lists.itemCount,
		offsets,
		items: new Uint16Array(offsets[users.length] ?? 0),
		scores: new Uint8Array(offsets[users.length] ?? 0),
		statuses: new Uint8Array(offsets[users.length] ?? 0),
	};
	bounds.forEach(([start, end], row) => {
		for (const column of ['items', 'scores', 'statuses'] as const) {
			picked[column].set(lists[column].subarray(start, end), offsets[row]);
		}
	});
	return picked;
}
