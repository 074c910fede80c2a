import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const BUFFER_BYTES = 1 << 20;

/**
 * A column on its way to a set: it grows on disk through one buffer, so that memory does not depend on its
 * length, and is read back once. Calls block, as they run between the rows of a stream.
 */
export class PartFile {
	private readonly file: number;
	private readonly buffer = new Uint8Array(BUFFER_BYTES);
	private filled = 0;

	constructor(path: string) {
		this.file = openSync(path, 'w+');
	}

	append(values: Uint8Array | Uint32Array): void {
		let bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
		while (bytes.length > 0) {
			const taken = Math.min(bytes.length, BUFFER_BYTES - this.filled);
			this.buffer.set(bytes.subarray(0, taken), this.filled);
			this.filled += taken;
			bytes = bytes.subarray(taken);
			if (this.filled === BUFFER_BYTES) this.flush();
		}
	}

	/** Everything that was appended, in pieces of up to a buffer; a piece is valid until the next is asked for. */
	*read(): Generator<Uint8Array<ArrayBuffer>> {
		this.flush();
		let position = 0;
		for (;;) {
			// Pieces end only where the buffer or the file does, so no number is ever cut in two.
			let length = 0;
			while (length < BUFFER_BYTES) {
				const got = readSync(this.file, this.buffer, length, BUFFER_BYTES - length, position);
				if (got === 0) break;
				length += got;
				position += got;
			}
			if (length === 0) return;
			yield this.buffer.subarray(0, length);
		}
	}

	close(): void {
		closeSync(this.file);
	}

	private flush(): void {
		let written = 0;
		while (written < this.filled) {
			written += writeSync(this.file, this.buffer, written, this.filled - written);
		}
		this.filled = 0;
	}
}
