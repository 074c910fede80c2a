/** A row that stays where it is while scores are tried out in it. */
export interface HeldRow<Item> {
	readonly item: Item;
	/** Its position among the rows, from 0. */
	readonly at: number;
}

/**
 * The rows with one held in its position: the slider stays under the finger, and all others move around it. A row
 * that the newest answer lacks is shown as it was.
 */
export function withHeld<Item extends { readonly malId: number }>(
	items: readonly Item[],
	{ item, at }: HeldRow<Item>,
): readonly Item[] {
	const others = items.filter(({ malId }) => malId !== item.malId);
	const newest = items.find(({ malId }) => malId === item.malId) ?? item;
	return [...others.slice(0, at), newest, ...others.slice(at)];
}
