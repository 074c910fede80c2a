/** x³² + x²⁶ + x²³ + … + 1 with its bits reversed, as in gzip and PNG. */
const POLYNOMIAL = 0xedb88320;
/** Bytes that are taken in one step, each through a table of its own. */
const STRIDE = 8;

/**
 * CRC-32 (ISO 3309, that of gzip) of some pieces of bytes one after the other: finds every single changed
 * byte and all but one in 2³² other damages. No protection against intent.
 *
 * Eight bytes at a time ("slicing by 8", Kounavis and Berry 2005): a gigabyte a second, about.
 *
 * @returns a whole number in [0, 2³²)
 */
export function crc32(pieces: Iterable<Uint8Array>): number {
	const tables = crcTables();
	let crc = -1;
	for (const bytes of pieces) crc = update(tables, crc, bytes);
	return ~crc >>> 0;
}

/** Table k at 256 · k: what a byte does to the remainder with k bytes behind it. */
function crcTables(): Int32Array {
	const tables = new Int32Array(256 * STRIDE);
	for (let byte = 0; byte < 256; byte++) {
		let remainder = byte;
		for (let bit = 0; bit < 8; bit++) {
			remainder = (remainder >>> 1) ^ (remainder & 1 ? POLYNOMIAL : 0);
		}
		tables[byte] = remainder;
	}
	for (let at = 256; at < tables.length; at++) {
		const before = tables[at - 256] ?? 0;
		tables[at] = (before >>> 8) ^ (tables[before & 255] ?? 0);
	}
	return tables;
}

function update(tables: Int32Array, start: number, bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let crc = start;
	let at = 0;
	for (const end = bytes.length - STRIDE; at <= end; at += STRIDE) {
		const a = crc ^ view.getInt32(at, true);
		const b = view.getInt32(at + 4, true);
		crc =
			(tables[1792 + (a & 255)] ?? 0) ^
			(tables[1536 + ((a >>> 8) & 255)] ?? 0) ^
			(tables[1280 + ((a >>> 16) & 255)] ?? 0) ^
			(tables[1024 + (a >>> 24)] ?? 0) ^
			(tables[768 + (b & 255)] ?? 0) ^
			(tables[512 + ((b >>> 8) & 255)] ?? 0) ^
			(tables[256 + ((b >>> 16) & 255)] ?? 0) ^
			(tables[b >>> 24] ?? 0);
	}
	for (; at < bytes.length; at++) {
		crc = (crc >>> 8) ^ (tables[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
	}
	return crc;
}
