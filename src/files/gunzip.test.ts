import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzip } from '#tests/support/list-files.ts';
import { byteChunks, type ByteChunks } from './byte-chunks.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { DEFAULT_LIMITS } from './limits.ts';

/** Passes chunks on and counts what was asked for, and whether they were let go. */
function watched(chunks: ByteChunks): {
	chunks: ByteChunks;
	seen: { bytes: number; closed: boolean };
} {
	const seen = { bytes: 0, closed: false };
	async function* pass(): ByteChunks {
		try {
			for await (const chunk of chunks) {
				seen.bytes += chunk.length;
				yield chunk;
			}
		} finally {
			seen.closed = true;
		}
	}
	return { chunks: pass(), seen };
}

test('content comes back whole', async () => {
	const content = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);
	const parts: Uint8Array[] = [];
	for await (const part of gunzip(byteChunks(gzip(content)), DEFAULT_LIMITS)) parts.push(part);
	expect(Buffer.concat(parts).equals(content)).toBe(true);
});

test('a bomb is stopped in the middle: most of it is neither read nor unpacked', async () => {
	// Packed in haste, so that it is larger than what the streams hold in their buffers.
	const bomb = Uint8Array.from(gzipSync(new Uint8Array(60_000_000), { level: 1 }));
	const { chunks, seen } = watched(byteChunks(bomb));
	const limits = { ...DEFAULT_LIMITS, ratio: 20, ratioFromBytes: 100_000 };
	let unpacked = 0;
	const reading = (async () => {
		for await (const part of gunzip(chunks, limits)) unpacked += part.length;
	})();
	await expect(reading).rejects.toMatchObject({ failure: { reason: 'hostile' } });
	expect(unpacked).toBeLessThanOrEqual((bomb.length / 2) * limits.ratio);
	expect(seen.bytes).toBeLessThan(bomb.length / 2);
	await expect.poll(() => seen.closed).toBe(true);
});

test('a consumer that has seen enough lets go of the source', async () => {
	const content = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * i * 7919) >> 3);
	const { chunks, seen } = watched(byteChunks(new Blob([gzip(content)])));
	for await (const part of gunzip(chunks, DEFAULT_LIMITS)) if (part.length > 0) break;
	await expect.poll(() => seen.closed).toBe(true);
});

test('gzip is known by its first two bytes', () => {
	expect(isGzip(gzip(''))).toBe(true);
	expect(isGzip(new Uint8Array([0x1f]))).toBe(false);
	expect(isGzip(new Uint8Array())).toBe(false);
});
