import { NEIGHBOURS, type AtlasNeighbours } from '#core/atlas/neighbours.ts';
import { nearestRows } from './nearest.ts';

/** Places around a title that count as its surroundings on the picture. */
export const SURROUNDINGS = 60;
/** Lists that know a title as well as its facts do. */
const FACTS_AS_LISTS = 10;

/**
 * How far each position can be trusted, 0 to 1: the share of its true neighbours, by weight, that lie in its
 * surroundings on the picture, times how much is known of the title: (s + 10) / (s + 20) for s lists.
 */
export function trustOf(
	positions: Float64Array,
	neighbours: Pick<AtlasNeighbours, 'points' | 'weights'>,
	support: ArrayLike<number>,
): Float32Array {
	const size = positions.length / 2;
	const k = Math.min(SURROUNDINGS, size - 1);
	const { rows } = nearestRows({ width: 2, values: Float32Array.from(positions) }, k);
	return Float32Array.from({ length: size }, (_, title) => {
		const around = new Set(rows.subarray(title * k, (title + 1) * k));
		let [kept, all] = [0, 0];
		for (let at = title * NEIGHBOURS; at < (title + 1) * NEIGHBOURS; at++) {
			const weight = neighbours.weights[at] ?? 0;
			all += weight;
			if (around.has(neighbours.points[at] ?? 0)) kept += weight;
		}
		const lists = support[title] ?? 0;
		const known = (lists + FACTS_AS_LISTS) / (lists + 2 * FACTS_AS_LISTS);
		return all > 0 ? (known * kept) / all : 0;
	});
}
