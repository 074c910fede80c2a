import { topK } from '#core/math/top-k.ts';
import type { SparseRows } from '#core/model/sprout/parts.ts';

const STEPS = 60;
const GREATEST_PRECISION = 1e6;

/**
 * Turns energies (0 = nearest) into chances p ∝ exp(−β · energy) whose entropy is that of `perplexity` equal
 * neighbours; writes them in place and gives β. With too few neighbours, or all alike, they are as even as can be
 * (van der Maaten and Hinton 2008).
 */
export function calibrate(energies: Float64Array, perplexity: number): number {
	const target = Math.log(Math.min(perplexity, energies.length));
	const least = energies.reduce((a, b) => Math.min(a, b), Infinity);
	let [low, high] = [0, GREATEST_PRECISION];
	let beta = 1;
	for (let step = 0; step < STEPS; step++) {
		const entropy = entropyAt(energies, least, beta);
		if (Math.abs(entropy - target) < 1e-6) break;
		if (entropy > target) {
			low = beta;
			beta = high === GREATEST_PRECISION ? beta * 2 : (low + high) / 2;
			if (beta > GREATEST_PRECISION) break;
		} else {
			high = beta;
			beta = (low + high) / 2;
		}
	}
	let sum = 0;
	for (let at = 0; at < energies.length; at++) {
		const chance = Math.exp(-beta * ((energies[at] ?? 0) - least));
		energies[at] = chance;
		sum += chance;
	}
	for (let at = 0; at < energies.length; at++) energies[at] = (energies[at] ?? 0) / sum;
	return beta;
}

function entropyAt(energies: Float64Array, least: number, beta: number): number {
	let [sum, weighted] = [0, 0];
	for (const energy of energies) {
		const chance = Math.exp(-beta * (energy - least));
		sum += chance;
		weighted += chance * (energy - least);
	}
	return Math.log(sum) + (beta * weighted) / sum;
}

/**
 * Joint chances p_ij = (p_j|i + p_i|j) / 2n of rows of conditional ones: symmetric rows that sum to 1 together, columns
 * ascending.
 */
export function symmetrise({ offsets, columns, values }: SparseRows): SparseRows {
	const size = offsets.length - 1;
	const rows = Array.from({ length: size }, () => new Map<number, number>());
	for (let row = 0; row < size; row++) {
		for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
			const column = columns[at] ?? 0;
			const share = (values[at] ?? 0) / (2 * size);
			if (column === row || !(share > 0)) continue;
			add(rows[row], column, share);
			add(rows[column], row, share);
		}
	}
	return toRows(rows);
}

/** The `k` largest of each row, and what is as large to the other of a pair: a thinner graph, symmetric still. */
export function thinned(graph: SparseRows, k: number): SparseRows {
	const rows = Array.from({ length: graph.offsets.length - 1 }, () => new Map<number, number>());
	rows.forEach((row, number) => {
		const start = graph.offsets[number] ?? 0;
		for (const place of topK(graph.values.subarray(start, graph.offsets[number + 1] ?? 0), k)) {
			const column = graph.columns[start + place] ?? 0;
			const value = graph.values[start + place] ?? 0;
			row.set(column, value);
			rows[column]?.set(number, value);
		}
	});
	return toRows(rows);
}

function add(row: Map<number, number> | undefined, column: number, value: number): void {
	row?.set(column, (row.get(column) ?? 0) + value);
}

/** Rows from maps of column → value. */
export function toRows(rows: readonly ReadonlyMap<number, number>[]): SparseRows {
	const offsets = new Uint32Array(rows.length + 1);
	rows.forEach((row, at) => (offsets[at + 1] = (offsets[at] ?? 0) + row.size));
	const columns = new Uint16Array(offsets[rows.length] ?? 0);
	const values = new Float32Array(columns.length);
	rows.forEach((row, number) => {
		let at = offsets[number] ?? 0;
		for (const [column, value] of [...row].sort(([a], [b]) => a - b)) {
			columns[at] = column;
			values[at++] = value;
		}
	});
	return { offsets, columns, values };
}
