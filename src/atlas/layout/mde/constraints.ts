/** Where points may lie. Points have `dimension` numbers each. */
export interface Constraint {
	/** Moves points to the nearest place that is allowed, in place. */
	project(points: Float64Array, dimension: number): void;
	/** Takes out of a direction what would leave the allowed places at `points`, in place. */
	projectDirection(direction: Float64Array, points: Float64Array, dimension: number): void;
}

/** The mean of all points is 0. */
export const centred: Constraint = {
	project: subtractMean,
	projectDirection: (direction, _, dimension) => subtractMean(direction, dimension),
};

/** The mean is 0 and XᵀX = n·I: every axis is as wide as the others, and none repeats another. */
export const standard: Constraint = {
	project(points, dimension) {
		subtractMean(points, dimension);
		whiten(points, dimension);
	},
	projectDirection(direction, points, dimension) {
		subtractMean(direction, dimension);
		// Tangent space of the Stiefel manifold: Z − X · sym(XᵀZ) / n.
		const size = points.length / dimension;
		const cross = gram(points, direction, dimension);
		const symmetric = cross.map(
			(value, at) =>
				(value + (cross[(at % dimension) * dimension + Math.floor(at / dimension)] ?? 0)) / 2,
		);
		addProduct(direction, points, symmetric, -1 / size, dimension);
	},
};

function subtractMean(points: Float64Array, dimension: number): void {
	const size = points.length / dimension;
	for (let axis = 0; axis < dimension; axis++) {
		let sum = 0;
		for (let at = axis; at < points.length; at += dimension) sum += points[at] ?? 0;
		for (let at = axis; at < points.length; at += dimension) {
			points[at] = (points[at] ?? 0) - sum / size;
		}
	}
}

/** AᵀB as a row-major square of `dimension`. */
function gram(a: Float64Array, b: Float64Array, dimension: number): Float64Array {
	const out = new Float64Array(dimension * dimension);
	for (let at = 0; at < a.length; at += dimension) {
		for (let row = 0; row < dimension; row++) {
			for (let column = 0; column < dimension; column++) {
				const place = row * dimension + column;
				out[place] = (out[place] ?? 0) + (a[at + row] ?? 0) * (b[at + column] ?? 0);
			}
		}
	}
	return out;
}

/** target += scale · points · matrix. */
function addProduct(
	target: Float64Array,
	points: Float64Array,
	matrix: Float64Array,
	scale: number,
	dimension: number,
): void {
	for (let at = 0; at < target.length; at += dimension) {
		for (let column = 0; column < dimension; column++) {
			let sum = 0;
			for (let row = 0; row < dimension; row++) {
				sum += (points[at + row] ?? 0) * (matrix[row * dimension + column] ?? 0);
			}
			target[at + column] = (target[at + column] ?? 0) + scale * sum;
		}
	}
}

/** Newton-Schulz steps to the inverse square root: they converge for any start of this norm, and need no eigenvectors. */
const ROOT_STEPS = 40;

/** X ← X · (XᵀX / n)^−½, the nearest standardised points. */
function whiten(points: Float64Array, dimension: number): void {
	const size = points.length / dimension;
	const covariance = gram(points, points, dimension).map((value) => value / size);
	let trace = 0;
	for (let axis = 0; axis < dimension; axis++) trace += covariance[axis * (dimension + 1)] ?? 0;
	if (!(trace > 0)) return;
	const identity = covariance.map((_, at) => (at % (dimension + 1) === 0 ? 1 : 0));
	let y: Float64Array = covariance.map((value) => value / trace);
	let z: Float64Array = identity;
	for (let step = 0; step < ROOT_STEPS; step++) {
		const product = multiply(z, y, dimension);
		const half = product.map((value, at) => 1.5 * (identity[at] ?? 0) - 0.5 * value);
		y = multiply(y, half, dimension);
		z = multiply(half, z, dimension);
	}
	const before = points.slice();
	points.fill(0);
	addProduct(points, before, z, 1 / Math.sqrt(trace), dimension);
}

function multiply(a: Float64Array, b: Float64Array, dimension: number): Float64Array {
	const out = new Float64Array(a.length);
	addProduct(out, a, b, 1, dimension);
	return out;
}
