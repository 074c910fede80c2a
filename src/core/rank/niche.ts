import type { ItemMap } from './item-map.ts';

/** A story that fewer people know is as little known as one can wish; lifting it further would find noise. */
const LITTLE_KNOWN = 50_000;

/**
 * What a whole boost takes off for each factor of e in members above that, in points of score (logits). With 1 the
 * first page of a usual list hardly changes, with 1½ half of it is little known.
 */
const POINTS = 1.5;

/**
 * Lifts lesser-known stories by taking from the better-known: score − amount · {@link POINTS} · ln((1 + members) /
 * {@link LITTLE_KNOWN}), where that is above 0. The members are those of the
 * best-known title of the franchise: a little-known special of a famous story is no discovery.
 *
 * @param scores by item; left alone, and returned where nothing is to change
 * @param amount 0–1
 */
export function liftNiche(
	scores: Float32Array,
	{ facts, indexOfItem }: Pick<ItemMap, 'facts' | 'indexOfItem'>,
	amount: number,
): Float32Array {
	if (amount === 0) return scores;
	const least = Math.log(LITTLE_KNOWN);
	return scores.map((score, item) => {
		const fame = facts.fame[indexOfItem[item] ?? 0] ?? 0;
		return score - amount * POINTS * Math.max(0, fame - least);
	});
}
