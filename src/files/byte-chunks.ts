import { stopped } from './reading-stopped.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
/** Chunks in order. Closing it (`return()`) releases what it reads from. */
export type ByteChunks = AsyncGenerator<Bytes, void, undefined>;

/** Small enough that one packed chunk cannot unpack to more than some 17 MB at once. */
const CHUNK_BYTES = 16 * 1024;

/**
 * Hands out the bytes of a file in chunks of at most 16 KiB, as fast as they are asked for.
 *
 * @throws ReadingStopped `unreadable` when the device fails to deliver.
 */
export async function* byteChunks(source: Bytes | Blob): ByteChunks {
	if (source instanceof Uint8Array) {
		yield* slices(source);
		return;
	}
	const reader = source.stream().getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read().catch((cause: unknown) => {
				throw stopped('unreadable', {}, cause);
			});
			if (done) return;
			yield* slices(value);
		}
	} finally {
		// Reached early when the consumer has had enough; a failed cancel changes nothing for it.
		await reader.cancel().catch(() => undefined);
	}
}

function* slices(bytes: Bytes): Generator<Bytes, void, undefined> {
	for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
		yield bytes.subarray(start, start + CHUNK_BYTES);
	}
}

/**
 * Looks at the first bytes without losing them: `head` has at least `length` bytes unless the whole is shorter,
 * and `chunks`, to be used instead of the ones given, still deliver everything from the first byte on.
 */
export async function peek(
	chunks: ByteChunks,
	length: number,
): Promise<{ readonly head: Bytes; readonly chunks: ByteChunks }> {
	const seen: Bytes[] = [];
	for (let bytes = 0; bytes < length;) {
		const next = await chunks.next();
		if (next.done === true) break;
		seen.push(next.value);
		bytes += next.value.length;
	}
	return { head: concatenate(seen), chunks: replay(seen, chunks) };
}

async function* replay(seen: readonly Bytes[], rest: ByteChunks): ByteChunks {
	try {
		yield* seen;
		yield* rest;
	} finally {
		// Closed during the first part, `rest` would not hear of it.
		await rest.return();
	}
}

function concatenate(parts: readonly Bytes[]): Bytes {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
