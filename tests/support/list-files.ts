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
