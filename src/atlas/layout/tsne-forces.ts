import type { SparseRows } from '#core/model/sprout/parts.ts';
import { QuadtreeBuilder } from './quadtree.ts';

/** The gradient of KL(P‖Q) for positions in the plane, with attraction counted so many times. */
export interface Forces {
	/** Of the last call, length 2n. */
	readonly gradient: Float64Array;
	compute(positions: Float64Array, exaggeration: number): void;
	/** KL(P‖Q) of the positions. */
	divergence(positions: Float64Array): number;
}

/**
 * Forces of t-SNE: pulls along the affinities, pushes by quadtree.
 *
 * @param affinities joint chances P: symmetric rows that sum to 1 together
 * @param theta a cell counts as one point where it looks smaller than this angle; 0 is exact
 */
export function createForces(affinities: SparseRows, theta: number): Forces {
	const { offsets, columns, values } = affinities;
	const size = offsets.length - 1;
	const repel = createRepulsion(size, theta);
	const gradient = new Float64Array(2 * size);
	return {
		gradient,
		compute(xy, exaggeration) {
			const { push, total } = repel(xy);
			for (let point = 0; point < size; point++) {
				const [px, py] = [xy[2 * point] ?? 0, xy[2 * point + 1] ?? 0];
				let [pullX, pullY] = [0, 0];
				const end = offsets[point + 1] ?? 0;
				for (let at = offsets[point] ?? 0; at < end; at++) {
					const other = 2 * (columns[at] ?? 0);
					const dx = px - (xy[other] ?? 0);
					const dy = py - (xy[other + 1] ?? 0);
					const pull = (values[at] ?? 0) / (1 + dx * dx + dy * dy);
					pullX += pull * dx;
					pullY += pull * dy;
				}
				gradient[2 * point] = 4 * (exaggeration * pullX - (push[2 * point] ?? 0) / total);
				gradient[2 * point + 1] = 4 * (exaggeration * pullY - (push[2 * point + 1] ?? 0) / total);
			}
		},
		divergence(xy) {
			let sum = Math.log(repel(xy).total);
			for (let point = 0; point < size; point++) {
				const end = offsets[point + 1] ?? 0;
				for (let at = offsets[point] ?? 0; at < end; at++) {
					const other = columns[at] ?? 0;
					const dx = (xy[2 * point] ?? 0) - (xy[2 * other] ?? 0);
					const dy = (xy[2 * point + 1] ?? 0) - (xy[2 * other + 1] ?? 0);
					const p = values[at] ?? 0;
					// What is too small for a float costs nothing.
					if (p > 0) sum += p * (Math.log(p) + Math.log1p(dx * dx + dy * dy));
				}
			}
			return sum;
		},
	};
}

/** With q = 1 / (1 + d²): Σ_j q² (y_i − y_j) of every point, and the sum of all q, none of a point with itself. */
function createRepulsion(size: number, theta: number) {
	const trees = new QuadtreeBuilder(size);
	const push = new Float64Array(2 * size);
	const near = theta * theta;
	return (xy: Float64Array) => {
		const { x, y, mass, area, skip, count } = trees.build(xy);
		let total = 0;
		for (const point of trees.order) {
			const [px, py] = [xy[2 * point] ?? 0, xy[2 * point + 1] ?? 0];
			let [pushX, pushY, sum] = [0, 0, 0];
			let node = 0;
			while (node < count) {
				const dx = px - (x[node] ?? 0);
				const dy = py - (y[node] ?? 0);
				const square = dx * dx + dy * dy;
				const side = area[node] ?? 0;
				if (side < near * square || side === 0) {
					const q = 1 / (1 + square);
					const share = (mass[node] ?? 0) * q;
					sum += share;
					pushX += share * q * dx;
					pushY += share * q * dy;
					node = skip[node] ?? count;
				} else node++;
			}
			push[2 * point] = pushX;
			push[2 * point + 1] = pushY;
			// Its own cell is among them, at distance 0.
			total += sum - 1;
		}
		return { push, total: Math.max(Number.MIN_VALUE, total) };
	};
}
