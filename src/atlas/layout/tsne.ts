import type { SparseRows } from '#core/model/sprout/parts.ts';
import { createForces } from './tsne-forces.ts';

/** How a layout is sought. */
export interface TsneSettings {
	readonly iterations: number;
	/** Iterations at the start during which attraction counts `exaggeration` times: clusters find each other. */
	readonly exaggerated: number;
	readonly exaggeration: number;
	/** Opening angle of the quadtree: 0 is exact. */
	readonly theta: number;
	/**
	 * How firmly a point of weight 1 is held to where it lay when exaggeration ended: clusters then lie as the large
	 * scale has them, while t-SNE alone would fill the plane evenly. 0 = not at all.
	 */
	readonly hold: number;
}

/** Everything that an interrupted run goes on from; all of length 2n, (x₀, y₀, x₁, …). */
export interface TsneState {
	readonly iteration: number;
	readonly positions: Float64Array;
	readonly velocity: Float64Array;
	readonly gains: Float64Array;
	/** Where points are held to, of any size; null while attraction is exaggerated. */
	readonly anchors: Float64Array | null;
}

/** A layout under way. */
export interface Tsne {
	readonly state: TsneState;
	/** Moves every point once. */
	step(): void;
	/** The divergence KL(P‖Q) of the positions, which costs as much as a step. */
	loss(): number;
}

const EARLY_MOMENTUM = 0.5;
const LATE_MOMENTUM = 0.8;
const LEAST_GAIN = 0.01;
/** The learning rate is n over this (Belkina et al. 2019). */
const RATE_PARTS = 12;
/** Rate for a few points, as scikit-learn has it: larger ones throw them about. */
const LEAST_RATE = 50;

/** A state to begin with. */
export function tsneStart(positions: Float64Array): TsneState {
	return {
		iteration: 0,
		positions: positions.slice(),
		velocity: new Float64Array(positions.length),
		gains: new Float64Array(positions.length).fill(1),
		anchors: null,
	};
}

/**
 * t-SNE in the plane with forces by quadtree (Barnes-Hut, van der Maaten 2014): O(n log n) a step.
 *
 * @param affinities joint chances: symmetric rows that sum to 1 together
 * @param start positions to begin with, and what a stopped run had
 * @param weights how firmly each point is held, 0 to 1
 */
export function createTsne(
	affinities: SparseRows,
	start: TsneState,
	settings: TsneSettings,
	weights: ArrayLike<number> = [],
): Tsne {
	const size = affinities.offsets.length - 1;
	const forces = createForces(affinities, settings.theta);
	const rate = Math.max(LEAST_RATE, size / RATE_PARTS);
	let state = start;
	return {
		get state() {
			return state;
		},
		step() {
			const { iteration, positions, velocity, gains } = state;
			const isEarly = iteration < settings.exaggerated;
			const momentum = isEarly ? EARLY_MOMENTUM : LATE_MOMENTUM;
			const anchors = isEarly ? null : (state.anchors ?? positions.slice());
			forces.compute(positions, isEarly ? settings.exaggeration : 1);
			if (anchors) pullBack(forces.gradient, positions, anchors, settings.hold, weights);
			move(state, forces.gradient, rate, momentum);
			centre(positions);
			state = { iteration: iteration + 1, positions, velocity, gains, anchors };
		},
		loss: () => forces.divergence(state.positions),
	};
}

/** Adds the gradient of (2 · hold / n) · Σ weight · |y − anchor|², the anchors grown as far as the picture has. */
function pullBack(
	gradient: Float64Array,
	positions: Float64Array,
	anchors: Float64Array,
	hold: number,
	weights: ArrayLike<number>,
): void {
	if (hold === 0) return;
	const grown = extentOf(positions) / (extentOf(anchors) || 1);
	const force = (8 * hold) / positions.length;
	for (let at = 0; at < positions.length; at++) {
		const away = (positions[at] ?? 0) - grown * (anchors[at] ?? 0);
		gradient[at] = (gradient[at] ?? 0) + force * (weights[at >> 1] ?? 0) * away;
	}
}

/** Root mean square of coordinates around 0. */
function extentOf(positions: Float64Array): number {
	let sum = 0;
	for (let at = 0; at < positions.length; at++) sum += (positions[at] ?? 0) ** 2;
	return Math.sqrt(sum / positions.length);
}

/** Momentum with a rate of its own for each coordinate (Jacobs 1988). */
function move(
	{ positions, velocity, gains }: TsneState,
	gradient: Float64Array,
	rate: number,
	momentum: number,
): void {
	for (let at = 0; at < positions.length; at++) {
		const slope = gradient[at] ?? 0;
		const speed = velocity[at] ?? 0;
		const turned = slope * speed > 0;
		const gain = Math.max(LEAST_GAIN, turned ? (gains[at] ?? 1) * 0.8 : (gains[at] ?? 1) + 0.2);
		gains[at] = gain;
		velocity[at] = momentum * speed - rate * gain * slope;
		positions[at] = (positions[at] ?? 0) + (velocity[at] ?? 0);
	}
}

function centre(positions: Float64Array): void {
	for (let axis = 0; axis < 2; axis++) {
		let sum = 0;
		for (let at = axis; at < positions.length; at += 2) sum += positions[at] ?? 0;
		const mean = sum / (positions.length / 2);
		for (let at = axis; at < positions.length; at += 2) positions[at] = (positions[at] ?? 0) - mean;
	}
}
