import { createRng } from '#core/math/rng.ts';
import type { Recommender } from '#core/model/recommender.ts';
import type { Interactions } from '../interactions.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { OnProgress } from '../kernels/symmetric-inverse.ts';
import { createIals, ialsSystem, type Factors } from './ials.ts';
import type { IalsSettings } from './ials-settings.ts';
import { substitute } from './solve-symmetric.ts';

/** Rows after which the caller hears of progress. */
const ROWS_A_STEP = 256;
/** Rows that one step of a factorisation handles: small enough to leave most of it to the product. */
const BLOCK = 32;
/** Standard deviation of a score of two random vectors; the paper's. */
const INITIAL_DEVIATION = 0.1;

/** Everything that one training run needs. */
export interface IalsTask {
	/** MyAnimeList ids by item position. */
	readonly items: Int32Array;
	readonly lists: Interactions;
	readonly settings: IalsSettings;
	readonly kernels: Kernels;
	/** Awaited between steps of well under a second, share 0–1; what it throws stops the training. */
	readonly onProgress?: OnProgress;
}

/** Rows of positions in compressed form: those of row r at `offsets[r] … offsets[r + 1] - 1`. */
interface SparseRows {
	readonly offsets: Uint32Array;
	readonly columns: Uint16Array | Uint32Array;
}

/**
 * Learns a matrix factorisation by alternating least squares (iALS; Hu et al. 2008, in the formulation of
 * Rendle et al. 2021, 2110.14037): Σ_observed (1 − x·y)² + α₀ Σ_all (x·y)² + λ Σ (n + α₀·m)^ν ‖·‖².
 *
 * Only the titles' vectors are kept; new lists are folded in. The same seed gives the same model.
 */
export async function trainIals(task: IalsTask): Promise<Recommender> {
	const { items, lists, settings, kernels, onProgress = () => {} } = task;
	const { userCount, itemCount } = lists;
	const byUser = { offsets: lists.offsets, columns: lists.items };
	const byItem = transposed(lists);
	const rng = createRng(settings.seed);
	const users = randomFactors(userCount, settings.dimensions, rng.next);
	const titles = randomFactors(itemCount, settings.dimensions, rng.next);
	const steps = settings.epochs * (userCount + itemCount);
	let done = 0;
	const onRows = (rows: number) => onProgress((done += rows) / steps);
	for (let epoch = 0; epoch < settings.epochs; epoch++) {
		await solveRows(kernels, users, titles, { rows: byUser, settings, onRows });
		await solveRows(kernels, titles, users, { rows: byItem, settings, onRows });
	}
	return createIals(items, titles, settings);
}

/** Normal numbers by Box and Muller; every product of two rows deviates by {@link INITIAL_DEVIATION}. */
function randomFactors(count: number, dimensions: number, next: () => number): Factors {
	const deviation = INITIAL_DEVIATION / Math.sqrt(dimensions);
	const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	const values = Float32Array.from({ length: count * dimensions }, () => deviation * normal());
	return { count, dimensions, values };
}

function transposed({ itemCount, userCount, offsets, items }: Interactions): SparseRows {
	const starts = new Uint32Array(itemCount + 1);
	for (const item of items) starts[item + 1] = (starts[item + 1] ?? 0) + 1;
	for (let item = 0; item < itemCount; item++) {
		starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] ?? 0);
	}
	const next = starts.slice();
	const columns = new Uint32Array(items.length);
	for (let user = 0; user < userCount; user++) {
		for (const item of items.subarray(offsets[user], offsets[user + 1])) {
			const place = next[item] ?? 0;
			columns[place] = user;
			next[item] = place + 1;
		}
	}
	return { offsets: starts, columns };
}

interface HalfStep {
	readonly rows: SparseRows;
	readonly settings: IalsSettings;
	readonly onRows: (rows: number) => void | Promise<void>;
}

/** One half-step: every row of `solved` is the best answer to the fixed rows of its entries. */
async function solveRows(
	kernels: Kernels,
	solved: Factors,
	fixed: Factors,
	{ rows, settings, onRows }: HalfStep,
): Promise<void> {
	const { dimensions: d, values } = fixed;
	const { offsets, columns } = rows;
	const system = ialsSystem(fixed, settings);
	const longest = offsets.reduce(
		(most, end, at) => Math.max(most, end - (offsets[at - 1] ?? end)),
		0,
	);
	await kernels.arena.scoped(async () => {
		const gathered = kernels.arena.allocate(4 * d * longest);
		const square = kernels.arena.allocate(4 * d * d);
		const work = kernels.arena.allocate(4 * BLOCK * (d + BLOCK));
		const scratch = kernels.arena.allocate(kernels.gemmScratchBytes(d));
		const own = kernels.arena.f32(gathered, d * longest);
		const a = kernels.arena.f32(square, d * d);
		const b = new Float64Array(d);
		for (let row = 0; row < solved.count; row++) {
			const entries = columns.subarray(offsets[row], offsets[row + 1]);
			const n = entries.length;
			b.fill(0);
			entries.forEach((column, at) => {
				own.set(values.subarray(column * d, (column + 1) * d), at * d);
				for (let k = 0; k < d; k++) b[k] = (b[k] ?? 0) + (values[column * d + k] ?? 0);
			});
			a.set(system.unobserved);
			kernels.gemm(d, d, n, 1, gathered, 1, d, gathered, d, 1, square, d, true, scratch);
			const damping = system.regularisation(n);
			for (let k = 0; k < d; k++) a[k * (d + 1)] = (a[k * (d + 1)] ?? 0) + damping;
			for (let start = 0; start < d; start += BLOCK) {
				const size = Math.min(BLOCK, d - start);
				if (!kernels.choleskyBlock(square, d, d, start, size, work, scratch)) {
					throw new RangeError('iALS needs more regularisation.');
				}
			}
			substitute(a, b);
			solved.values.set(b, row * d);
			if ((row + 1) % ROWS_A_STEP === 0) await onRows(ROWS_A_STEP);
		}
		await onRows(solved.count % ROWS_A_STEP);
	});
}
