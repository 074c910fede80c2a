import type { ItemMap } from './item-map.ts';

/**
 * What a whole boost takes off for each factor of e in members, in points of score (logits): with ½ a story that a
 * hundredth as many people know gains a factor of ten in its chance.
 */
const POINTS = 0.5;

/**
 * Lifts lesser-known stories: score − amount · {@link POINTS} · ln(1 + members). The members are those of the
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
	return scores.map((score, item) => {
		return score - amount * POINTS * (facts.fame[indexOfItem[item] ?? 0] ?? 0);
	});
}
