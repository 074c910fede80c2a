import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes of a file in `tests/fixtures/list-files/`. */
export function listFile(name: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(readFileSync(new URL(`../fixtures/list-files/${name}`, import.meta.url)));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

export function gzip(content: Uint8Array | string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(gzipSync(content));
}

/** Without a byte order mark, unless the text begins with one. */
export function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
	return new Uint8Array(view.buffer);
}
