import { createArena, type Arena } from '#core/kernels/arena.ts';
import { NETWORK_KERNELS, type NetworkKernels } from './network-kernels.ts';

/**
 * What the module exports for dense matrices (sources and comments in `assembly/`). Addresses are bytes, strides and
 * sizes are elements, matrices hold f32 in rows `ld` elements apart.
 */
interface MatrixKernels {
	/** G += x·xᵀ on the lower triangle, for one sparse row x. */
	addOuter(gram: number, ld: number, items: number, values: number, count: number): void;
	/** C += alpha · A · B; `lower` computes only the tiles of C that touch its lower triangle. */
	gemm(
		m: number,
		n: number,
		k: number,
		alpha: number,
		a: number,
		aRow: number,
		aColumn: number,
		b: number,
		bRow: number,
		bColumn: number,
		c: number,
		ldc: number,
		lower: boolean,
		scratch: number,
	): void;
	/** Bytes of scratch that `gemm` needs for a result of so many columns. */
	gemmScratchBytes(columns: number): number;
	/** One block of A = L·Lᵀ; 0 when A is not positive definite. */
	choleskyBlock(
		a: number,
		n: number,
		ld: number,
		start: number,
		size: number,
		work: number,
		scratch: number,
	): number;
	/** One block of X = L⁻¹. */
	triangularInverseBlock(
		a: number,
		ld: number,
		start: number,
		size: number,
		n: number,
		work: number,
		scratch: number,
	): void;
	/** One block of XᵀX. */
	squareBlock(
		a: number,
		n: number,
		ld: number,
		start: number,
		size: number,
		work: number,
		scratch: number,
	): void;
}

type KernelFunctions = MatrixKernels & NetworkKernels;

/** An instance of the kernel module with its own memory; not for two computations at once. */
export interface Kernels extends KernelFunctions {
	readonly arena: Arena;
}

const NAMES: readonly (keyof KernelFunctions)[] = [
	'addOuter',
	'gemm',
	'gemmScratchBytes',
	'choleskyBlock',
	'triangularInverseBlock',
	'squareBlock',
	...NETWORK_KERNELS,
];

/**
 * Instantiates the kernel module from its bytes, which the caller reads from a file or fetches: the
 * same module runs in Node, in a worker and on a page.
 *
 * @throws WebAssembly.CompileError when the bytes are not a module, or SIMD is missing
 * @throws TypeError when the module lacks a kernel, that is, when it was built from other sources
 */
export async function instantiateKernels(
	wasm: BufferSource | WebAssembly.Module,
): Promise<Kernels> {
	const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
	const { exports } = await WebAssembly.instantiate(module, {
		env: {
			abort: () => {
				throw new Error('A kernel stopped: this is a bug.');
			},
		},
	});
	const missing = [...NAMES, 'heapBase'].filter((name) => typeof exports[name] !== 'function');
	if (missing.length > 0 || !(exports.memory instanceof WebAssembly.Memory)) {
		throw new TypeError(
			`The kernel module lacks ${missing.join(', ') || 'its memory'}: rebuild it.`,
		);
	}
	// Presence was checked above; the signatures are those of the sources it is built from.
	const functions = exports as unknown as KernelFunctions & { heapBase(): number };
	return { ...functions, arena: createArena(exports.memory, functions.heapBase()) };
}
