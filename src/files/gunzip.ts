import type { ByteChunks, Bytes } from './byte-chunks.ts';
import type { ListFileLimits } from './limits.ts';
import { broken, ReadingStopped, stopped } from './reading-stopped.ts';

type GunzipLimits = Pick<ListFileLimits, 'unpackedBytes' | 'ratio' | 'ratioFromBytes'>;

/** Whether the bytes start as a gzip member does (RFC 1952, 2.3.1), whatever the file is called. */
export function isGzip(head: Bytes): boolean {
	return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip while it is read, and stops in the middle of a bomb: the packed side is fed in small chunks and
 * only as fast as the unpacked side is taken, so that what waits in between is a few chunks' worth.
 *
 * @throws ReadingStopped `broken` (cut off, bad checksum, bytes after the end), `too-large`, `hostile`,
 * or whatever the source threw.
 */
export async function* gunzip(packed: ByteChunks, limits: GunzipLimits): ByteChunks {
	const stream = new DecompressionStream('gzip');
	const writer = stream.writable.getWriter();
	const reader = stream.readable.getReader();
	const fed = { bytes: 0 };
	const feeding = feed(packed, writer, fed);
	let unpackedBytes = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			unpackedBytes += value.length;
			checkGrowth(fed.bytes, unpackedBytes, limits);
			yield value;
		}
	} catch (error) {
		if (error instanceof ReadingStopped) throw error;
		// A source that failed aborted the stream; its own error says more than the stream's.
		throw (await feeding) ?? broken('archive', error);
	} finally {
		// Also stops the feeding. Both reject when the stream has failed already, which was dealt with above.
		await reader.cancel().catch(() => undefined);
		await writer.abort().catch(() => undefined);
	}
}

/** Resolves when all is written or nothing more can be; to the source's error, if that was the reason. */
async function feed(
	packed: ByteChunks,
	writer: WritableStreamDefaultWriter<BufferSource>,
	fed: { bytes: number },
): Promise<ReadingStopped | null> {
	try {
		for await (const chunk of packed) {
			fed.bytes += chunk.length;
			await writer.write(chunk);
		}
		await writer.close();
	} catch (error) {
		const fromSource = error instanceof ReadingStopped ? error : null;
		// The reading side sees the stream's failure; here there is nobody left to tell.
		await writer.abort(error).catch(() => undefined);
		return fromSource;
	}
	return null;
}

function checkGrowth(packedBytes: number, unpackedBytes: number, limits: GunzipLimits): void {
	const isBomb =
		unpackedBytes > limits.ratioFromBytes && unpackedBytes > packedBytes * limits.ratio;
	if (isBomb) throw stopped('hostile', { trick: 'archive-bomb' });
	if (unpackedBytes > limits.unpackedBytes) {
		throw stopped('too-large', { limitBytes: limits.unpackedBytes, unpacked: true });
	}
}
