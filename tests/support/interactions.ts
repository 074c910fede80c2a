import { LIST_STATUSES } from '#core/profile/list-entry.ts';
import type { Interactions } from '#learn/interactions.ts';

/** Lists from rows of ascending item positions; everything completed, nothing scored. */
export function interactionsOf(
	rows: readonly (readonly number[])[],
	itemCount: number,
): Interactions {
	const offsets = new Uint32Array(rows.length + 1);
	rows.forEach((row, user) => (offsets[user + 1] = (offsets[user] ?? 0) + row.length));
	const items = Uint16Array.from(rows.flat());
	return {
		userCount: rows.length,
		itemCount,
		offsets,
		items,
		scores: new Uint8Array(items.length),
		statuses: new Uint8Array(items.length).fill(LIST_STATUSES.indexOf('completed')),
	};
}
