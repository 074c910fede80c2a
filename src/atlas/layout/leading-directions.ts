import type { Rng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import type { Vectors } from './nearest.ts';

/** Writes the product of a symmetric matrix of `size` rows with `vector` to `out`. */
type Product = (vector: Float64Array, out: Float64Array) => void;

/**
 * The `count` directions in which a symmetric, positive matrix is largest, each of unit length, largest first; by
 * orthogonal iteration, which needs the matrix for products alone.
 */
function leadingDirections(
	size: number,
	count: number,
	product: Product,
	rounds: number,
	rng: Rng,
): Float64Array[] {
	const basis = Array.from({ length: Math.min(count, size) }, () =>
		Float64Array.from({ length: size }, () => rng.next() - 0.5),
	);
	const image = new Float64Array(size);
	orthonormalise(basis);
	for (let round = 0; round < rounds; round++) {
		for (const vector of basis) {
			product(vector, image);
			vector.set(image);
		}
		orthonormalise(basis);
	}
	return basis;
}

/** Gram-Schmidt, twice, which keeps long vectors orthogonal to the last digits. */
function orthonormalise(basis: readonly Float64Array[]): void {
	basis.forEach((vector, place) => {
		for (let pass = 0; pass < 2; pass++) {
			for (const earlier of basis.slice(0, place))
				addScaled(vector, earlier, -dot(vector, earlier));
		}
		const length = Math.sqrt(dot(vector, vector));
		for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / (length || 1);
	});
}

export function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
	return sum;
}

/** a += scale · b. */
export function addScaled(a: Float64Array, b: Float64Array, scale: number): void {
	for (let at = 0; at < a.length; at++) a[at] = (a[at] ?? 0) + scale * (b[at] ?? 0);
}

/**
 * The rows in the `count` directions in which they differ most (principal components); distances between them are
 * kept as far as so few numbers can.
 */
export function principalComponents(vectors: Vectors, count: number, rng: Rng): Vectors {
	const { width, values } = vectors;
	const size = values.length / width;
	const mean = new Float64Array(width);
	values.forEach((value, at) => (mean[at % width] = (mean[at % width] ?? 0) + value / size));
	const covariance = new Float64Array(width * width);
	const row = new Float64Array(width);
	for (let point = 0; point < size; point++) {
		for (let at = 0; at < width; at++)
			row[at] = (values[point * width + at] ?? 0) - (mean[at] ?? 0);
		for (let a = 0; a < width; a++) {
			const own = row[a] ?? 0;
			if (own === 0) continue;
			for (let b = 0; b < width; b++) {
				covariance[a * width + b] = (covariance[a * width + b] ?? 0) + own * (row[b] ?? 0);
			}
		}
	}
	const product: Product = (vector, out) => {
		for (let a = 0; a < width; a++)
			out[a] = dot(covariance.subarray(a * width, (a + 1) * width), vector);
	};
	const directions = leadingDirections(width, count, product, 60, rng);
	const projected = new Float32Array(size * directions.length);
	for (let point = 0; point < size; point++) {
		for (let at = 0; at < width; at++)
			row[at] = (values[point * width + at] ?? 0) - (mean[at] ?? 0);
		directions.forEach((direction, place) => {
			projected[point * directions.length + place] = dot(row, direction);
		});
	}
	return { width: directions.length, values: projected };
}

/**
 * Where a graph bends least (Laplacian eigenmap): a layout of its nodes in `dimension` dimensions to begin with, each
 * of mean 0 and variance 1.
 */
export function spectralLayout(graph: SparseRows, dimension: number, rng: Rng): Float64Array {
	const { offsets, columns, values } = graph;
	const size = offsets.length - 1;
	const root = Float64Array.from({ length: size }, (_, node) => {
		let degree = 1e-12;
		for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++)
			degree += values[at] ?? 0;
		return Math.sqrt(degree);
	});
	// I + D^−½ W D^−½: its largest are the Laplacian's smallest, and none is negative.
	const product: Product = (vector, out) => {
		for (let node = 0; node < size; node++) {
			let sum = 0;
			for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
				const other = columns[at] ?? 0;
				sum += ((values[at] ?? 0) * (vector[other] ?? 0)) / (root[other] ?? 1);
			}
			out[node] = (vector[node] ?? 0) + sum / (root[node] ?? 1);
		}
	};
	const [, ...directions] = leadingDirections(size, dimension + 1, product, 150, rng);
	const layout = new Float64Array(size * dimension);
	directions.forEach((direction, axis) => {
		for (let node = 0; node < size; node++) {
			layout[node * dimension + axis] = (direction[node] ?? 0) / (root[node] ?? 1);
		}
	});
	return standardised(layout, dimension);
}

/** Every axis with mean 0 and mean square 1; an axis without extent stays 0. */
export function standardised(layout: Float64Array, dimension: number): Float64Array {
	const size = layout.length / dimension;
	const out = layout.slice();
	for (let axis = 0; axis < dimension; axis++) {
		let [sum, squares] = [0, 0];
		for (let at = axis; at < out.length; at += dimension) sum += out[at] ?? 0;
		for (let at = axis; at < out.length; at += dimension)
			squares += ((out[at] ?? 0) - sum / size) ** 2;
		const scale = squares > 0 ? Math.sqrt(size / squares) : 0;
		for (let at = axis; at < out.length; at += dimension) {
			out[at] = ((out[at] ?? 0) - sum / size) * scale;
		}
	}
	return out;
}
