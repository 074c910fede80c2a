import { midRanks } from '../../math/mid-ranks.ts';
import { normalQuantile } from '../../math/normal-quantile.ts';
import type { ListEntry } from '../../profile/list-entry.ts';
import { ownPercentiles } from '../compare/own-percentiles.ts';
import type { ItemMap } from '../item-map.ts';

/** Least distance of a percentile of an own score from 0 and 1: a list of one score knows no extremes. */
const EDGE = 0.01;

/**
 * How much one member wants each title, on a scale that is the same for everybody: the normal score of its place
 * (van der Waerden 1952). Of n titles that the member has not seen, one that lies above a part p of them has the value
 * below which a standard normal variable lies with probability p: 0 in the middle, about 3.9 for the best of twelve
 * thousand.
 *
 * Only places count, so neither a harsh scorer, nor a long list whose scores lie far apart, nor a short one that knows
 * fame alone weighs more than another. A title that the member has seen has the normal score of what it was given,
 * among all that the member has scored; without a score it is worth the middle.
 *
 * @param order what the member would watch, by item
 * @param unseen items that the member has not seen
 * @param seen the others, by catalogue index
 * @returns points by item
 */
export function memberPoints(
	order: Float32Array,
	unseen: Int32Array,
	{ itemOfIndex }: Pick<ItemMap, 'itemOfIndex'>,
	seen: ReadonlyMap<number, ListEntry>,
): Float32Array {
	const points = new Float32Array(order.length);
	const ranks = midRanks(valuesOf(order, unseen));
	for (let at = 0; at < unseen.length; at++) {
		points[unseen[at] ?? -1] = normalQuantile(ranks[at] ?? 0.5);
	}
	const percentiles = ownPercentiles([...seen.values()]);
	for (const [index, { malId }] of seen) {
		const percentile = percentiles.get(malId) ?? 0.5;
		const inner = Math.min(1 - EDGE, Math.max(EDGE, percentile));
		points[itemOfIndex[index] ?? -1] = normalQuantile(inner);
	}
	return points;
}

/** The values of some items, in their order. */
export function valuesOf(values: Float32Array, items: Int32Array): Float32Array {
	const found = new Float32Array(items.length);
	for (let at = 0; at < items.length; at++) found[at] = values[items[at] ?? -1] ?? 0;
	return found;
}
