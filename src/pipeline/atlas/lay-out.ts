import { alignTo, drawnIn, fitToSquare, orient } from '#atlas/layout/align.ts';
import { thinned } from '#atlas/layout/affinities.ts';
import { spectralLayout, standardised } from '#atlas/layout/leading-directions.ts';
import { centred } from '#atlas/layout/mde/constraints.ts';
import {
	neighbourObjective,
	type NeighbourEmbeddingSettings,
} from '#atlas/layout/mde/neighbour-embedding.ts';
import {
	minimiseOnce,
	minimiserStart,
	type MinimiserState,
} from '#atlas/layout/mde/projected-lbfgs.ts';
import {
	createTsne,
	tsneStart,
	type Tsne,
	type TsneSettings,
	type TsneState,
} from '#atlas/layout/tsne.ts';
import {
	positionsOf,
	rescaledFor,
	sharedTitles,
	warmPositions,
	type EarlierPicture,
} from '#atlas/layout/warm-start.ts';
import type { Vectors } from '#atlas/layout/nearest.ts';
import type { AtlasNeighbours } from '#core/atlas/neighbours.ts';
import { createRng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { AtlasSettings } from './atlas-settings.ts';

/** How far a layout is, and how good. */
export interface LayoutProgress {
	readonly done: number;
	readonly total: number;
	readonly loss?: number;
}

/** Whom a layout tells how far it is, and what it goes on from. */
export interface LayoutListener<State> {
	/** Awaited several times a second; what it throws stops the work. */
	report(progress: LayoutProgress): Promise<void>;
	/** Told now and then, to be kept; a loss comes with it. */
	checkpoint(state: State, iteration: number, loss: number): Promise<void>;
	/** What an earlier run kept. */
	readonly resume: State | null;
}

/** Width that a picture begins with: t-SNE wants all points close together. */
const START_WIDTH = 1e-2;
const CHECKPOINT_EVERY = 25;

/** What a picture is laid out from. */
export interface LayoutSources {
	/** Joint chances of neighbours. */
	readonly affinities: SparseRows;
	readonly neighbours: AtlasNeighbours;
	/** Lists that like each title: those that many know are held where the large scale has them. */
	readonly support: ArrayLike<number>;
	/** The model's item space: its leading directions are where the `global` lens begins. */
	readonly space: Vectors;
	/** A picture that the new one is to look like; null to begin from nothing. */
	readonly earlier: EarlierPicture | null;
}

/** The `local` lens, (x₀, y₀, …), as large as it came out. */
export async function layOutLocal(
	{ affinities, neighbours, support, earlier }: LayoutSources,
	settings: Pick<AtlasSettings, 'seed' | 'local' | 'halfHeld' | 'warmIterations'>,
	listener: LayoutListener<TsneState>,
): Promise<Float64Array> {
	const { local, halfHeld, seed } = settings;
	const weights = Float32Array.from(support, (lists) => lists / (lists + halfHeld));
	const begin = async () => {
		if (!earlier) {
			const plane = spectralLayout(affinities, 2, createRng(seed));
			return tsneStart(plane.map((value) => value * START_WIDTH));
		}
		const warm = rescaledFor(affinities, warmPositions(earlier, neighbours), local.theta);
		return { ...tsneStart(warm), anchors: await anchorsFor(affinities, warm, local, listener) };
	};
	const start = listener.resume ?? (await begin());
	return runTsne(affinities, start, tsneSettings(settings, earlier), listener, weights);
}

/** Where the large scale has titles that lay elsewhere before: what a picture that begins from an earlier one is held to. */
async function anchorsFor(
	affinities: SparseRows,
	positions: Float64Array,
	local: TsneSettings,
	{ report }: Pick<LayoutListener<TsneState>, 'report'>,
): Promise<Float64Array> {
	const settings = { ...local, iterations: local.exaggerated };
	return runTsne(affinities, tsneStart(positions), settings, {
		// It is a small part of the work: the bar begins with the rest.
		report: () => report({ done: 0, total: local.iterations }),
		checkpoint: async () => {},
	});
}

function tsneSettings(
	{ local, warmIterations }: Pick<AtlasSettings, 'local' | 'warmIterations'>,
	earlier: EarlierPicture | null,
): TsneSettings {
	return earlier ? { ...local, iterations: warmIterations, exaggerated: 0 } : local;
}

/** Runs t-SNE to the end of its iterations. */
export async function runTsne(
	affinities: SparseRows,
	start: TsneState,
	settings: TsneSettings,
	listener: Omit<LayoutListener<TsneState>, 'resume'>,
	weights?: ArrayLike<number>,
): Promise<Float64Array> {
	const tsne: Tsne = createTsne(affinities, start, settings, weights);
	const { iterations: total } = settings;
	let loss: number | undefined;
	while (tsne.state.iteration < total) {
		tsne.step();
		const { iteration } = tsne.state;
		if (iteration % CHECKPOINT_EVERY === 0) {
			loss = tsne.loss();
			await listener.checkpoint(tsne.state, iteration, loss);
		}
		await listener.report({ done: iteration, total, ...(loss !== undefined && { loss }) });
	}
	return tsne.state.positions;
}

/** The `global` lens, (x₀, y₀, …), as large as it came out. */
export async function layOutGlobal(
	{ affinities, neighbours, space, earlier }: LayoutSources,
	settings: Pick<AtlasSettings, 'seed' | 'global' | 'warmGlobalIterations'>,
	listener: LayoutListener<MinimiserState>,
): Promise<Float64Array> {
	const { global, warmGlobalIterations, seed } = settings;
	const graph = evenly(thinned(affinities, global.neighbours));
	const begin = () =>
		earlier
			? bestSize(graph, warmPositions(earlier, neighbours), global, seed)
			: leadingPlane(space);
	const iterations = earlier ? warmGlobalIterations : global.iterations;
	return embed(graph, begin, { ...global, dimension: 2, iterations, seed }, listener);
}

/** Every edge counts the same: far pairs are not to be drawn in by near ones alone. */
function evenly(graph: SparseRows): SparseRows {
	return { ...graph, values: graph.values.map(() => 1) };
}

/** The two directions in which vectors differ most, each of variance 1. */
function leadingPlane({ width, values }: Vectors): Float64Array {
	const plane = Float64Array.from({ length: (2 * values.length) / width }, (_, at) =>
		width > 1 || at % 2 === 0 ? (values[(at >> 1) * width + (at % 2)] ?? 0) : 0,
	);
	return standardised(plane, 2);
}

/** Draws of strangers come from another sequence than the start. */
const STRANGER_SEED = 0x5eed;

/** Keeps neighbours together and strangers apart in any number of dimensions. */
export async function embed(
	graph: SparseRows,
	begin: () => Float64Array,
	settings: NeighbourEmbeddingSettings & {
		readonly dimension: number;
		readonly iterations: number;
		readonly seed: number;
	},
	listener: LayoutListener<MinimiserState>,
): Promise<Float64Array> {
	const { dimension, iterations: total, seed } = settings;
	const objective = neighbourObjective(graph, dimension, settings, createRng(seed ^ STRANGER_SEED));
	let state = listener.resume ?? minimiserStart(begin(), dimension, centred);
	while (state.iteration < total) {
		const step = minimiseOnce(objective, state, dimension, centred);
		state = step.state;
		if (state.iteration % CHECKPOINT_EVERY === 0) {
			await listener.checkpoint(state, state.iteration, step.loss);
		}
		await listener.report({ done: state.iteration, total, loss: step.loss });
		if (step.done) break;
	}
	return state.points;
}

/** An earlier picture at the size that costs least, of a few. */
function bestSize(
	graph: SparseRows,
	positions: Float64Array,
	settings: NeighbourEmbeddingSettings,
	seed: number,
): Float64Array {
	const objective = neighbourObjective(graph, 2, settings, createRng(seed ^ STRANGER_SEED));
	const unused = new Float64Array(positions.length);
	let best = { positions, loss: Infinity };
	for (let scale = 0.25; scale < 64; scale *= Math.SQRT2) {
		const tried = positions.map((coordinate) => coordinate * scale);
		const loss = objective(tried, unused);
		if (loss < best.loss) best = { positions: tried, loss };
	}
	return best.positions;
}

/** Lays a picture down as the earlier one lay, or else with the newest titles to the right, in the unit square. */
export function settle(
	positions: Float64Array,
	malIds: Int32Array,
	years: ArrayLike<number>,
	earlier: EarlierPicture | null,
): Float64Array {
	if (!earlier) return fitToSquare(drawnIn(orient(positions, years)));
	const turned = alignTo(positions, positionsOf(earlier), sharedTitles(malIds, earlier));
	return fitToSquare(drawnIn(turned));
}
