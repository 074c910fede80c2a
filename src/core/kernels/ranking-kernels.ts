import { createArena, type Arena } from './arena.ts';
import { MODULE_BASE64 } from './module.ts';

/**
 * What the module exports for ranking (sources and comments in `assembly/`). Addresses are bytes, strides and sizes
 * are elements, values are f32, positions u16; rows are `ld` elements apart.
 */
interface KernelFunctions {
	/** out[0..width) += Σ_k weights[k] · table[items[k]][0..width). */
	gatherRows(
		table: number,
		ld: number,
		width: number,
		items: number,
		weights: number,
		count: number,
		out: number,
	): void;
	/** The same over rows of one byte an element, weights and sums in f64; `width`, a multiple of 8, is their length. */
	addCodedRows(
		codes: number,
		width: number,
		items: number,
		weights: number,
		count: number,
		out: number,
	): void;
	/** out[r] = table[r] · vector, for `count` rows of `width`, a multiple of 4. */
	rowDots(table: number, width: number, count: number, vector: number, out: number): void;
	/** out[r] += scales[r] · (codes[r] · vector), for `count` rows of bytes: see `assembly/coded-dots.ts`. */
	codedDots(
		codes: number,
		scales: number,
		width: number,
		count: number,
		high: number,
		low: number,
		out: number,
	): void;
	/** x = tanh(x), within 10⁻⁶. */
	tanhForward(x: number, count: number): void;
	/** out[i] = log(max(0, x[i]) + floor); `count` is a multiple of 4. */
	logAbove(x: number, floor: number, count: number, out: number): void;
	/** Outputs of a head for single titles: see `assembly/head.ts`. */
	headOutputsOf(
		features: number,
		joint: number,
		mean: number,
		reach: number,
		weights: number,
		units: number,
		base: number,
		titleParts: number,
		titles: number,
		floor: number,
		output: number,
		count: number,
		out: number,
	): void;
	/** Outputs of a head for `count` titles, a multiple of 4: see `assembly/head.ts`. */
	headOutputs(
		features: number,
		mean: number,
		reach: number,
		weights: number,
		base: number,
		titleParts: number,
		output: number,
		width: number,
		ld: number,
		count: number,
		out: number,
	): void;
}

/** An instance of the module with a memory of its own; not for two computations at once. */
export interface RankingKernels extends KernelFunctions {
	readonly arena: Arena;
}

/**
 * A new instance of the kernels. The module is part of the program and small enough to be compiled in no time, so
 * nobody has to wait for it: it runs in Node, in workers and on pages that allow `wasm-unsafe-eval`.
 *
 * @throws WebAssembly.CompileError where there is no WebAssembly SIMD, or the page does not allow it
 */
export function createRankingKernels(): RankingKernels {
	const bytes = Uint8Array.from(atob(MODULE_BASE64), (char) => char.charCodeAt(0));
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
		env: {
			abort: () => {
				throw new Error('A kernel stopped: this is a bug.');
			},
		},
	});
	// The module is made together with these types: see `npm run kernels`.
	const functions = exports as unknown as KernelFunctions & {
		readonly memory: WebAssembly.Memory;
		heapBase(): number;
	};
	return { ...functions, arena: createArena(functions.memory, functions.heapBase()) };
}
