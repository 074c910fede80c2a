import { readFile } from 'node:fs/promises';
import { instantiateKernels, type Kernels } from '#learn/kernels/kernels.ts';

const MODULE = new URL('../../learn/kernels/kernels.wasm', import.meta.url);

/**
 * A new instance of the compiled kernels, with memory of its own.
 *
 * @throws Error when they were not compiled; the message says how
 */
export async function readKernels(): Promise<Kernels> {
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		bytes = new Uint8Array(await readFile(MODULE));
	} catch (cause) {
		throw new Error('The kernels are not compiled: run `npm run kernels`.', { cause });
	}
	return instantiateKernels(bytes);
}
