import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readSafetensors, SafetensorsError, writeSafetensors, type Tensor } from './safetensors.ts';

const TENSORS = new Map<string, Tensor>([
	['codes', { type: 'I8', shape: [3], data: Int8Array.of(-127, 0, 5) }],
	['ids', { type: 'I32', shape: [2], data: Int32Array.of(1, -70000) }],
	['table', { type: 'F32', shape: [2, 2], data: Float32Array.of(0.5, -1, 2, 3) }],
	['columns', { type: 'U16', shape: [3], data: Uint16Array.of(1, 65535, 256) }],
	['counts', { type: 'U32', shape: [1], data: Uint32Array.of(4_000_000_000) }],
	['kinds', { type: 'U8', shape: [2], data: Uint8Array.of(255, 7) }],
	['empty', { type: 'F32', shape: [0], data: new Float32Array(0) }],
]);
const FILE = writeSafetensors({ metadata: { kind: 'test', name: 'é' }, tensors: TENSORS });

/** A file with this header text and so many bytes of data. */
function fileOf(header: unknown, dataBytes = 0): Uint8Array {
	const text = new TextEncoder().encode(
		typeof header === 'string' ? header : JSON.stringify(header),
	);
	const file = new Uint8Array(8 + text.length + dataBytes);
	new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
	file.set(text, 8);
	return file;
}

function failureOf(work: () => unknown): unknown {
	try {
		work();
		return null;
	} catch (error) {
		return error;
	}
}

describe('writeSafetensors', () => {
	it('lays bytes out as the format says', () => {
		const length = Number(new DataView(FILE.buffer).getBigUint64(0, true));
		const header = JSON.parse(new TextDecoder().decode(FILE.subarray(8, 8 + length)));
		// Four-byte elements first: 2 × 4 bytes of ids, 4 × 4 of the table, 1 × 4 of counts; then 3 × 2 of
		// columns; then 3 codes and 2 kinds.
		expect(header).toEqual({
			__metadata__: { kind: 'test', name: 'é' },
			ids: { dtype: 'I32', shape: [2], data_offsets: [0, 8] },
			table: { dtype: 'F32', shape: [2, 2], data_offsets: [8, 24] },
			counts: { dtype: 'U32', shape: [1], data_offsets: [24, 28] },
			empty: { dtype: 'F32', shape: [0], data_offsets: [28, 28] },
			columns: { dtype: 'U16', shape: [3], data_offsets: [28, 34] },
			codes: { dtype: 'I8', shape: [3], data_offsets: [34, 37] },
			kinds: { dtype: 'U8', shape: [2], data_offsets: [37, 39] },
		});
		expect(FILE.length).toBe(8 + length + 39);
		expect(length % 8).toBe(0);
		expect([...FILE.subarray(-5)]).toEqual([256 - 127, 0, 5, 255, 7]);
	});
});

describe('readSafetensors', () => {
	it('reads back what was written', () => {
		const { metadata, tensors } = readSafetensors(FILE);
		expect(metadata).toEqual({ kind: 'test', name: 'é' });
		expect(Object.fromEntries(tensors)).toEqual(Object.fromEntries(TENSORS));
	});

	it('reads tensors from wherever the bytes lie', () => {
		const shifted = new Uint8Array(FILE.length + 1);
		shifted.set(FILE, 1);
		const { tensors } = readSafetensors(shifted.subarray(1));
		expect(Object.fromEntries(tensors)).toEqual(Object.fromEntries(TENSORS));
	});

	it('refuses every file that is cut or too long', () => {
		for (let length = 0; length < FILE.length; length++) {
			expect(() => readSafetensors(FILE.subarray(0, length))).toThrow(SafetensorsError);
		}
		const longer = new Uint8Array(FILE.length + 1);
		longer.set(FILE);
		expect(() => readSafetensors(longer)).toThrow(SafetensorsError);
	});

	it('reads or refuses, and nothing else, whatever bytes are damaged', () => {
		fc.assert(
			fc.property(fc.nat(FILE.length - 1), fc.integer({ min: 0, max: 255 }), (place, value) => {
				const damaged = FILE.slice();
				damaged[place] = value;
				const failure = failureOf(() => readSafetensors(damaged));
				expect(failure === null || failure instanceof SafetensorsError).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	const tensor = (changes: object) => ({
		a: { dtype: 'I8', shape: [4], data_offsets: [0, 4], ...changes },
	});
	test.each<[string, Uint8Array, RegExp]>([
		['text of another format', new TextEncoder().encode('<!doctype html> <html>'), /too long/],
		['a header that is not JSON', fileOf('{"a":'), /not JSON/],
		['a header that is a list', fileOf([]), /not an object/],
		['an unknown type', fileOf(tensor({ dtype: 'F16' }), 4), /unknown type "F16"/],
		['a name of Object as type', fileOf(tensor({ dtype: 'toString' }), 4), /unknown type/],
		['a negative length', fileOf(tensor({ shape: [-4] }), 4), /no shape/],
		['a fractional length', fileOf(tensor({ shape: [0.5] }), 4), /no shape/],
		['too few bytes for the shape', fileOf(tensor({ shape: [5] }), 4), /4 bytes instead of 5/],
		['offsets that run backwards', fileOf(tensor({ data_offsets: [4, 0] }), 4), /instead of 4/],
		['offsets beyond the end', fileOf(tensor({}), 3), /3 bytes of data instead of 4/],
		['bytes that belong to nobody', fileOf(tensor({}), 5), /5 bytes of data instead of 4/],
		['a gap', fileOf(tensor({ data_offsets: [1, 5] }), 5), /gap/],
		[
			'two tensors in one place',
			fileOf({ ...tensor({}), b: { dtype: 'I8', shape: [4], data_offsets: [0, 4] } }, 4),
			/overlaps/,
		],
		['metadata that are no texts', fileOf({ __metadata__: { n: 1 } }), /metadata/],
	])('refuses %s', (_, bytes, message) => {
		expect(() => readSafetensors(bytes)).toThrow(SafetensorsError);
		expect(() => readSafetensors(bytes)).toThrow(message);
	});
});
