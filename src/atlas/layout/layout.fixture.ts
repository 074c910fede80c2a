import { createRng } from '#core/math/rng.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';
import { calibrate, symmetrise, toRows } from './affinities.ts';
import { nearestRows, type Vectors } from './nearest.ts';

/** Joint chances of neighbours of points in space. */
export function affinitiesOf(vectors: Vectors, perplexity: number): SparseRows {
	const size = vectors.values.length / vectors.width;
	const { k, rows, squares } = nearestRows(vectors, Math.min(3 * perplexity, size - 1));
	return symmetrise(
		toRows(
			Array.from({ length: size }, (_, point) => {
				const chances = Float64Array.from(squares.subarray(point * k, (point + 1) * k));
				calibrate(chances, perplexity);
				return new Map(
					Array.from(chances, (chance, place) => [rows[point * k + place] ?? 0, chance]),
				);
			}),
		),
	);
}

/** `size` points evenly on a circle. */
export function ring(size: number): Vectors {
	const angle = (at: number) => (2 * Math.PI * (at >> 1)) / size;
	return {
		width: 2,
		values: Float32Array.from({ length: 2 * size }, (_, at) =>
			at % 2 === 0 ? Math.cos(angle(at)) : Math.sin(angle(at)),
		),
	};
}

/** Points around the centres of clusters in `width` dimensions; point i belongs to cluster i mod `clusters`. */
export function clustered(size: number, clusters: number, width: number, spread: number): Vectors {
	const rng = createRng(size + clusters);
	const centres = Array.from({ length: clusters * width }, () => rng.next() - 0.5);
	return {
		width,
		values: Float32Array.from({ length: size * width }, (_, at) => {
			const centre = centres[(Math.floor(at / width) % clusters) * width + (at % width)] ?? 0;
			return centre + spread * (rng.next() - 0.5);
		}),
	};
}

/** Positions (x₀, y₀, …) as vectors, to look for neighbours among. */
export const asVectors = (positions: Float64Array): Vectors => ({
	width: 2,
	values: Float32Array.from(positions),
});
