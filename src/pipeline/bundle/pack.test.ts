import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fingerprint, packBytes } from './pack.ts';

describe('packBytes', () => {
	it('gives the same bytes each time, which unpack to the content', () => {
		const packed = packBytes('content '.repeat(100));
		expect(packBytes('content '.repeat(100))).toEqual(packed);
		expect(gunzipSync(packed).toString()).toBe('content '.repeat(100));
	});

	it('names neither time nor operating system (RFC 1952, bytes 4–7 and 9)', () => {
		const packed = packBytes('content');
		expect([...packed.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
		expect(packed[9]).toBe(255);
	});
});

describe('fingerprint', () => {
	it('tells size and SHA-256 sum', () => {
		const bytes = new TextEncoder().encode('abc');
		const sha256 = createHash('sha256').update('abc').digest('hex');
		expect(fingerprint(bytes)).toEqual({ bytes: 3, sha256 });
	});
});
