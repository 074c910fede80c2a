import { readFile } from 'node:fs/promises';
import { instantiateKernels, type Kernels } from '#learn/kernels/kernels.ts';

const MODULE = new URL('../../learn/kernels/kernels.wasm', import.meta.url);

/**
 * The compiled kernels.
 *
 * @throws Error when they were not compiled; the message says how
 */
export async function readKernelBytes(): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await readFile(MODULE));
	} catch (cause) {
		throw new Error('The kernels are not compiled: run `npm run kernels`.', { cause });
	}
}

/** A new instance of the compiled kernels, with memory of its own; throws as {@link readKernelBytes} does. */
export async function readKernels(): Promise<Kernels> {
	return instantiateKernels(await readKernelBytes());
}
