import { NEIGHBOURS, type AtlasNeighbours } from '#core/atlas/neighbours.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { createForces } from './tsne-forces.ts';

/** An earlier picture: where titles were. */
export interface EarlierPicture {
	readonly malIds: Int32Array;
	readonly x: Float32Array;
	readonly y: Float32Array;
}

/** Places (in the new map, in the old one) of the titles that both have. */
export function sharedTitles(malIds: Int32Array, earlier: EarlierPicture): [number, number][] {
	const places = new Map(Array.from(earlier.malIds, (malId, point) => [malId, point]));
	return Array.from(malIds, (malId, point): [number, number] => [
		point,
		places.get(malId) ?? -1,
	]).filter(([, other]) => other >= 0);
}

/** Positions of an earlier picture as (x₀, y₀, …). */
export function positionsOf({ x, y }: Pick<EarlierPicture, 'x' | 'y'>): Float64Array {
	return Float64Array.from(
		{ length: 2 * x.length },
		(_, at) => (at % 2 === 0 ? x : y)[at >> 1] ?? 0,
	);
}

/**
 * Every title where it was; a new one amid its true neighbours, or in the middle where it has none that were there, each
 * a little off the other so that they can part.
 */
export function warmPositions(
	earlier: EarlierPicture,
	{ malIds, points, weights }: AtlasNeighbours,
): Float64Array {
	const positions = new Float64Array(2 * malIds.length).fill(Number.NaN);
	for (const [point, other] of sharedTitles(malIds, earlier)) {
		positions[2 * point] = earlier.x[other] ?? 0;
		positions[2 * point + 1] = earlier.y[other] ?? 0;
	}
	const known = positions.slice();
	for (let point = 0; point < malIds.length; point++) {
		if (!Number.isNaN(known[2 * point])) continue;
		let [x, y, sum] = [0, 0, 0];
		for (let at = point * NEIGHBOURS; at < (point + 1) * NEIGHBOURS; at++) {
			const neighbour = points[at] ?? 0;
			const weight = weights[at] ?? 0;
			if (weight === 0 || Number.isNaN(known[2 * neighbour])) continue;
			x += weight * (known[2 * neighbour] ?? 0);
			y += weight * (known[2 * neighbour + 1] ?? 0);
			sum += weight;
		}
		// A fixed turn for each: golden angles spread evenly.
		const angle = point * 2.399963;
		positions[2 * point] = (sum > 0 ? x / sum : 0) + 1e-3 * Math.cos(angle);
		positions[2 * point + 1] = (sum > 0 ? y / sum : 0) + 1e-3 * Math.sin(angle);
	}
	return positions;
}

/** Sizes that are tried for a picture, doubling from the first. */
const SIZES = { first: 2, count: 24, factor: Math.SQRT2 } as const;

/** The picture at the size that t-SNE would give it: the one with the least divergence, of a few. */
export function rescaledFor(
	affinities: SparseRows,
	positions: Float64Array,
	theta: number,
): Float64Array {
	const forces = createForces(affinities, theta);
	let best = { positions, loss: Infinity };
	for (let size = 0; size < SIZES.count; size++) {
		const scale = SIZES.first * SIZES.factor ** size;
		const tried = positions.map((coordinate) => coordinate * scale);
		const loss = forces.divergence(tried);
		if (loss < best.loss) best = { positions: tried, loss };
	}
	return best.positions;
}
