import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describeFailure } from '../csv.ts';
import { fingerprint } from '../bundle/pack.ts';
import { readKernelBytes } from './read-kernels.ts';

/**
 * SHA-256 sums, by name, of the files of a data folder that a training reads, and of the kernels it computes with.
 *
 * @throws DataFileError when one is missing
 */
export async function trainingChecksums(
	data: string,
	sources: readonly string[],
	signal: AbortSignal,
): Promise<Record<string, string>> {
	const sums: Record<string, string> = {
		kernels: fingerprint(await readKernelBytes()).sha256,
	};
	for (const name of sources) sums[name] = await checksum(join(data, name), signal);
	return sums;
}

async function checksum(path: string, signal: AbortSignal): Promise<string> {
	const hash = createHash('sha256');
	try {
		await pipeline(createReadStream(path), hash, { signal });
	} catch (error) {
		signal.throwIfAborted();
		throw describeFailure(path, error);
	}
	return hash.digest('hex');
}
