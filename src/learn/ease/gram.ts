import type { Interactions } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { OnProgress } from '../kernels/symmetric-inverse.ts';
import type { SideInformation } from './side-information.ts';
import type { SideWeights } from './ease-settings.ts';

/** A symmetric matrix under construction in the memory of the kernels: its lower triangle. */
export interface Gram {
	/** Address of `size` rows of `ld` floats. */
	readonly address: number;
	readonly size: number;
	readonly ld: number;
}

/** Lists after which the caller hears of progress. */
const LISTS_A_STEP = 512;

/** A zero matrix; rows padded to whole vectors. */
export function allocateGram(kernels: Kernels, size: number): Gram {
	const ld = Math.ceil(size / 8) * 8;
	const address = kernels.arena.allocate(4 * size * ld);
	kernels.arena.f32(address, size * ld).fill(0);
	return { address, size, ld };
}

/** Room for one sparse row in the memory of the kernels. */
function createRowAdder(kernels: Kernels, gram: Gram) {
	const items = kernels.arena.allocate(2 * gram.size);
	const values = kernels.arena.allocate(4 * gram.size);
	/** G += x·xᵀ for the row with `scale` times its values, or 1 each, at ascending positions. */
	return (positions: Uint16Array, scale: number, own?: Float32Array) => {
		kernels.arena.u16(items, positions.length).set(positions);
		const row = kernels.arena.f32(values, positions.length);
		if (own) row.set(own.map((value) => scale * value));
		else row.fill(scale);
		kernels.addOuter(gram.address, gram.ld, items, values, positions.length);
	};
}

/**
 * Adds XᵀWX of all lists in one pass, W = n^−exponent for a list of n entries.
 *
 * @param values of each entry; presence, that is 1, where they are left out
 */
export async function addLists(
	kernels: Kernels,
	gram: Gram,
	{ offsets, items, userCount }: Interactions,
	userWeightExponent: number,
	values: Float32Array | undefined,
	onProgress: OnProgress,
): Promise<void> {
	const addRow = createRowAdder(kernels, gram);
	for (let user = 0; user < userCount; user++) {
		const list = items.subarray(offsets[user], offsets[user + 1]);
		const own = values?.subarray(offsets[user], offsets[user + 1]);
		addRow(list, Math.sqrt(Math.max(1, list.length) ** -userWeightExponent), own);
		if (user % LISTS_A_STEP === 0) await onProgress(user / userCount);
	}
}

/**
 * Adds what the catalogue knows, as though lists had said it: a pair of weight w adds w to both its
 * elements and to both titles' diagonal, a group of k titles 1/k of its weight to each of theirs.
 */
export function addSideInformation(
	kernels: Kernels,
	gram: Gram,
	side: SideInformation,
	weights: SideWeights,
): void {
	const addRow = createRowAdder(kernels, gram);
	for (const group of side.groups) addRow(group, Math.sqrt(weights.group / group.length));
	const matrix = kernels.arena.f32(gram.address, gram.size * gram.ld);
	const add = (row: number, column: number, weight: number) => {
		const at = row * gram.ld + column;
		matrix[at] = (matrix[at] ?? 0) + weight;
	};
	const addPair = (a: number, b: number, weight: number) => {
		add(Math.max(a, b), Math.min(a, b), weight);
		add(a, a, weight);
		add(b, b, weight);
	};
	for (const { a, b } of side.relations) addPair(a, b, weights.relation);
	for (const { a, b } of side.neighbours) addPair(a, b, weights.neighbour);
	for (const { a, b, votes } of side.recommendations) {
		addPair(a, b, weights.recommendation * Math.log1p(votes));
	}
}

/**
 * Damps the diagonal: λ + p/(1−p) · G_jj, the latter the closed form of training with a share p of the
 * input dropped (EDLAE; Steck 2020, "Autoencoders that don't overfit towards the identity").
 */
export function dampDiagonal(
	kernels: Kernels,
	{ address, size, ld }: Gram,
	damping: number,
	dropout: number,
): void {
	const matrix = kernels.arena.f32(address, size * ld);
	for (let item = 0; item < size; item++) {
		const at = item * (ld + 1);
		matrix[at] = damping + (matrix[at] ?? 0) / (1 - dropout);
	}
}
