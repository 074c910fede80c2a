import type { Rng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { meanDistortion, pull, push, type PairTerm } from './distortions.ts';
import type { Objective } from './projected-lbfgs.ts';

/** How neighbours and strangers are weighed. */
export interface NeighbourEmbeddingSettings {
	/** Pairs of strangers for each pair of neighbours. */
	readonly strangers: number;
	/** Weight of a pair of strangers, where a pair of neighbours has 1 on average. */
	readonly repulsion: number;
}

/**
 * The cost of a layout that keeps neighbours together and strangers apart.
 *
 * @param graph symmetric rows: the larger a value, the more its pair belongs together
 * @param rng draws the strangers, once
 */
export function neighbourObjective(
	graph: SparseRows,
	dimension: number,
	settings: NeighbourEmbeddingSettings,
	rng: Rng,
): Objective {
	const terms = [neighbourPairs(graph), strangerPairs(graph, settings, rng)];
	return (points, gradient) => meanDistortion(terms, dimension, points, gradient);
}

/** Every pair of the graph once; the mean weight is 1. */
function neighbourPairs({ offsets, columns, values }: SparseRows): PairTerm {
	const pairs: number[] = [];
	const weights: number[] = [];
	for (let row = 0; row < offsets.length - 1; row++) {
		for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
			const column = columns[at] ?? 0;
			if (column <= row) continue;
			pairs.push(row, column);
			weights.push(values[at] ?? 0);
		}
	}
	const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
	return {
		distortion: pull,
		pairs: Uint16Array.from(pairs),
		weights: Float32Array.from(weights, (weight) => weight / mean),
	};
}

/** Pairs that are no neighbours, drawn evenly. */
function strangerPairs(
	graph: SparseRows,
	{ strangers, repulsion }: NeighbourEmbeddingSettings,
	rng: Rng,
): PairTerm {
	const { offsets, columns } = graph;
	const size = offsets.length - 1;
	const wanted = Math.round((strangers * columns.length) / 2);
	const pairs = new Uint16Array(2 * wanted);
	let count = 0;
	// In a graph that is nearly complete hardly any draw would fit.
	for (let draw = 0; draw < 4 * wanted && count < wanted; draw++) {
		const [a, b] = [rng.below(size), rng.below(size)];
		if (a === b || columns.subarray(offsets[a] ?? 0, offsets[a + 1] ?? 0).includes(b)) continue;
		pairs.set([a, b], 2 * count++);
	}
	return {
		distortion: push,
		pairs: pairs.subarray(0, 2 * count),
		weights: new Float32Array(count).fill(repulsion),
	};
}
