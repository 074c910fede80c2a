import { crc32 } from '../../math/crc32.ts';
import type { SafetensorsFile } from '../safetensors.ts';

/**
 * Checksum of all that a file says: CRC-32 over its metadata but the checksum itself, and over every tensor's
 * name, type, shape and bytes, both in the order of their names. Eight hexadecimal digits.
 */
export function modelChecksum(file: SafetensorsFile): string {
	return crc32(piecesOf(file)).toString(16).padStart(8, '0');
}

function* piecesOf({ metadata, tensors }: SafetensorsFile): Generator<Uint8Array> {
	const encoder = new TextEncoder();
	const texts = Object.entries(metadata).filter(([key]) => key !== 'checksum');
	yield encoder.encode(JSON.stringify(texts.sort(byName)));
	for (const [name, { type, shape, data }] of [...tensors].sort(byName)) {
		yield encoder.encode(JSON.stringify([name, type, shape]));
		yield new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
	}
}

/** By code units, so that every engine agrees. */
function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : Number(a > b);
}
