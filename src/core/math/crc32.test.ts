import { crc32 as zlibCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';

describe('crc32', () => {
	it('has the check value of the standard, and nothing sums to 0', () => {
		expect(crc32([new TextEncoder().encode('123456789')])).toBe(0xcbf43926);
		expect(crc32([])).toBe(0);
	});

	it('is that of zlib, in however many pieces and wherever they lie', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 100 }),
				fc.nat(100),
				fc.nat(7),
				(bytes, cut, shift) => {
					const moved = new Uint8Array(shift + bytes.length);
					moved.set(bytes, shift);
					const whole = moved.subarray(shift);
					expect(crc32([whole.subarray(0, cut), whole.subarray(cut)])).toBe(zlibCrc32(bytes));
				},
			),
		);
	});
});
