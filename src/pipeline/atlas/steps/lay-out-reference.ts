import { serialize } from 'node:v8';
import { calibrate, symmetrise, toRows } from '#atlas/layout/affinities.ts';
import { coLikes } from '#atlas/layout/co-likes.ts';
import { spectralLayout } from '#atlas/layout/leading-directions.ts';
import { nearestRows, type Vectors } from '#atlas/layout/nearest.ts';
import { referenceGraph } from '#atlas/layout/reference-graph.ts';
import { tsneStart } from '#atlas/layout/tsne.ts';
import { createRng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { StepContext, StepFunction } from '../../training/job/training-step.ts';
import { ATLAS_SETTINGS, PLAIN_TSNE, REFERENCE } from '../atlas-settings.ts';
import { embed, runTsne, settle } from '../lay-out.ts';
import { readMapData, type MapData } from '../map-data.ts';
import { yearsOf } from './lay-out-lens.ts';

/** What the reference's picture is laid out from. */
export interface ReferenceInput {
	/** Titles of the map at most. */
	readonly most: number;
	readonly seed: number;
}

/** Lays out the `local` lens as the reference does: shortest paths over raw counts, a layout in 4D, t-SNE of that. */
export const layOutReference: StepFunction<ReferenceInput> = async ({ most, seed }, context) => {
	const data = await readMapData(context.data, most, ATLAS_SETTINGS.links, context);
	const positions = await referencePositions(data, seed, context);
	return serialize(settle(positions, data.malIds, yearsOf({ data }), null));
};

/** The reference's picture, (x₀, y₀, …), as large as it came out. */
export async function referencePositions(
	{ lists, links }: Pick<MapData, 'lists' | 'links'>,
	seed: number,
	{ report }: Pick<StepContext, 'report'>,
): Promise<Float64Array> {
	const quiet = { checkpoint: async () => {}, resume: null };
	const { neighbours, dimension, iterations } = REFERENCE;
	const graph = symmetrise(referenceGraph(coLikes(lists.train, 0), links, neighbours));
	const points = await embed(
		graph,
		() => spectralLayout(graph, dimension, createRng(seed)),
		{ strangers: 1, repulsion: 1, dimension, iterations, seed },
		{ ...quiet, report: ({ done, total }) => report({ done, total: 2 * total }) },
	);
	const vectors = { width: dimension, values: Float32Array.from(points) };
	const affinities = affinitiesOf(vectors, REFERENCE.perplexity);
	const start = spectralLayout(affinities, 2, createRng(seed)).map((value) => value * 1e-2);
	return runTsne(affinities, tsneStart(start), PLAIN_TSNE, {
		...quiet,
		report: ({ done, total }) => report({ done: total + done, total: 2 * total }),
	});
}

/** Joint chances of neighbours of points in space. */
function affinitiesOf(vectors: Vectors, perplexity: number): SparseRows {
	const size = vectors.values.length / vectors.width;
	const { k, rows, squares } = nearestRows(vectors, Math.min(3 * perplexity, size - 1));
	const chances = Array.from({ length: size }, (_, point) => {
		const energies = Float64Array.from(squares.subarray(point * k, (point + 1) * k));
		calibrate(energies, perplexity);
		const near = Array.from(rows.subarray(point * k, (point + 1) * k));
		return new Map(near.map((other, place) => [other, energies[place] ?? 0]));
	});
	return symmetrise(toRows(chances));
}
