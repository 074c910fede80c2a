import { addScaled, dot } from '../leading-directions.ts';
import type { Constraint } from './constraints.ts';

/** Writes the gradient at `points` to `gradient` and gives the value. */
export type Objective = (points: Float64Array, gradient: Float64Array) => number;

/** Everything that an interrupted run goes on from. */
export interface MinimiserState {
	readonly iteration: number;
	readonly points: Float64Array;
	/** Last moves and the changes of gradient that came with them, oldest first; at most {@link MEMORY} pairs. */
	readonly memory: readonly { readonly move: Float64Array; readonly change: Float64Array }[];
}

const MEMORY = 8;
/** A step must gain this share of what the slope promises (Armijo). */
const ARMIJO = 1e-4;
const MOST_HALVINGS = 25;
/** Length of the first step, as a root mean square over all coordinates. */
const FIRST_STEP = 0.1;

/** A state to begin with: `points` moved to where they may lie. */
export function minimiserStart(
	points: Float64Array,
	dimension: number,
	constraint: Constraint,
): MinimiserState {
	const allowed = points.slice();
	constraint.project(allowed, dimension);
	return { iteration: 0, points: allowed, memory: [] };
}

/** One iteration's outcome. */
export interface MinimiserStep {
	readonly state: MinimiserState;
	/** Value at the new points. */
	readonly loss: number;
	/** No step gains any more. */
	readonly done: boolean;
}

/**
 * One step of limited-memory BFGS over points that must obey a constraint: the gradient is projected to the tangent
 * space, the step taken along it and projected back, and halved until it gains enough.
 */
export function minimiseOnce(
	objective: Objective,
	{ iteration, points, memory }: MinimiserState,
	dimension: number,
	constraint: Constraint,
): MinimiserStep {
	const gradient = new Float64Array(points.length);
	const loss = objective(points, gradient);
	constraint.projectDirection(gradient, points, dimension);
	let direction = descent(gradient, memory);
	constraint.projectDirection(direction, points, dimension);
	let slope = dot(direction, gradient);
	let kept = memory;
	if (!(slope < 0)) {
		// What was remembered no longer fits: begin anew from the steepest direction.
		kept = [];
		direction = descent(gradient, kept);
		slope = dot(direction, gradient);
		if (!(slope < 0)) return { state: { iteration, points, memory: kept }, loss, done: true };
	}
	let length = 1;
	const next = new Float64Array(points.length);
	const nextGradient = new Float64Array(points.length);
	for (let halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
		next.set(points);
		addScaled(next, direction, length);
		constraint.project(next, dimension);
		const value = objective(next, nextGradient);
		if (value > loss + ARMIJO * length * slope) continue;
		constraint.projectDirection(nextGradient, next, dimension);
		const move = difference(next, points);
		const change = difference(nextGradient, gradient);
		const memory = dot(move, change) > 1e-12 ? [...kept, { move, change }].slice(-MEMORY) : kept;
		return { state: { iteration: iteration + 1, points: next, memory }, loss: value, done: false };
	}
	const isFresh = kept.length === 0;
	return { state: { iteration: iteration + 1, points, memory: [] }, loss, done: isFresh };
}

/** −H · gradient by the two loops of L-BFGS (Nocedal and Wright 2006, algorithm 7.4). */
function descent(gradient: Float64Array, memory: MinimiserState['memory']): Float64Array {
	const direction = gradient.map((value) => -value);
	const last = memory.at(-1);
	if (!last) {
		const size = Math.sqrt(dot(gradient, gradient) / gradient.length);
		return direction.map((value) => (size > 0 ? (value * FIRST_STEP) / size : 0));
	}
	const shares = memory.map(() => 0);
	for (let at = memory.length - 1; at >= 0; at--) {
		const pair = memory[at] ?? last;
		const share = dot(pair.move, direction) / dot(pair.move, pair.change);
		shares[at] = share;
		addScaled(direction, pair.change, -share);
	}
	const scale = dot(last.move, last.change) / dot(last.change, last.change);
	for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale;
	memory.forEach((pair, at) => {
		const share = dot(pair.change, direction) / dot(pair.move, pair.change);
		addScaled(direction, pair.move, (shares[at] ?? 0) - share);
	});
	return direction;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
	return a.map((value, at) => value - (b[at] ?? 0));
}
