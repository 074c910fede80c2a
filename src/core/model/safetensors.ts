/** Element types that Sprout's files use, and the array that holds each. */
export interface TensorArrays {
	readonly F32: Float32Array;
	readonly I32: Int32Array;
	readonly U32: Uint32Array;
	readonly U16: Uint16Array;
	readonly I8: Int8Array;
	readonly U8: Uint8Array;
}
export type ElementType = keyof TensorArrays;

interface ArrayView<T> {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, start: number, length: number): T;
}
const ARRAYS: { readonly [T in ElementType]: ArrayView<TensorArrays[T]> } = {
	F32: Float32Array,
	I32: Int32Array,
	U32: Uint32Array,
	U16: Uint16Array,
	I8: Int8Array,
	U8: Uint8Array,
};

interface TensorOf<T extends ElementType> {
	readonly type: T;
	readonly shape: readonly number[];
	readonly data: TensorArrays[T];
}
/** A named array in a file; `data` is little-endian, as every engine that runs this has it in memory. */
export type Tensor = { [T in ElementType]: TensorOf<T> }[ElementType];

/** What a file of the format holds: texts about it and arrays by name. */
export interface SafetensorsFile {
	readonly metadata: Readonly<Record<string, string>>;
	readonly tensors: ReadonlyMap<string, Tensor>;
}

/** The bytes are no usable file of the format; the message says what is wrong with them. */
export class SafetensorsError extends Error {}

const LENGTH_BYTES = 8;
/** No header of ours comes near; without a limit a damaged length would make a huge string. */
const LONGEST_HEADER = 1 << 20;
const METADATA_KEY = '__metadata__';

/**
 * Writes tensors in the safetensors format (https://github.com/huggingface/safetensors#format): eight
 * bytes of header length, a JSON header, the data. Wide elements come first and the header is padded
 * with spaces, so that every tensor starts at a multiple of its element size.
 *
 * The same content in the same order gives the same bytes.
 */
export function writeSafetensors({ metadata, tensors }: SafetensorsFile): Uint8Array<ArrayBuffer> {
	const ordered = [...tensors].sort(
		([, { data: a }], [, { data: b }]) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT,
	);
	const header: Record<string, unknown> = { [METADATA_KEY]: metadata };
	let end = 0;
	for (const [name, { type, shape, data }] of ordered) {
		header[name] = { dtype: type, shape, data_offsets: [end, end + data.byteLength] };
		end += data.byteLength;
	}
	const text = new TextEncoder().encode(JSON.stringify(header));
	const headerBytes = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
	const file = new Uint8Array(LENGTH_BYTES + headerBytes + end);
	new DataView(file.buffer).setBigUint64(0, BigInt(headerBytes), true);
	file.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerBytes);
	file.set(text, LENGTH_BYTES);
	let at = LENGTH_BYTES + headerBytes;
	for (const [, { data }] of ordered) {
		file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
		at += data.byteLength;
	}
	return file;
}

/**
 * Reads a safetensors file. Every number of the header is checked against the bytes that are there:
 * the tensors must cover the data exactly, without gap or overlap. Tensors are views of `bytes` where
 * their place allows it.
 *
 * @throws SafetensorsError when the bytes are cut, damaged or of another format
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
	const { header, dataStart } = readHeader(bytes);
	const { [METADATA_KEY]: metadata = {}, ...entries } = header;
	if (!isRecord(metadata) || !Object.values(metadata).every((value) => typeof value === 'string')) {
		throw new SafetensorsError('The metadata of the file is not a list of texts.');
	}
	const places = Object.entries(entries)
		.map(([name, entry]) => readEntry(name, entry))
		.sort((a, b) => a.begin - b.begin || a.end - b.end);
	let end = 0;
	for (const { name, begin, end: next } of places) {
		if (begin !== end) throw new SafetensorsError(`Tensor "${name}" overlaps or leaves a gap.`);
		end = next;
	}
	const present = bytes.length - dataStart;
	if (end !== present) {
		throw new SafetensorsError(`The file holds ${present} bytes of data instead of ${end}.`);
	}
	return {
		// Checked above: every value is a text.
		metadata: metadata as Record<string, string>,
		tensors: new Map(places.map((place) => [place.name, viewOf(bytes, dataStart, place)])),
	};
}

interface Place {
	readonly name: string;
	readonly type: ElementType;
	readonly shape: readonly number[];
	readonly begin: number;
	readonly end: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; dataStart: number } {
	if (bytes.length < LENGTH_BYTES) throw new SafetensorsError('The file is cut before its header.');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = view.getBigUint64(0, true);
	if (length > BigInt(LONGEST_HEADER)) {
		throw new SafetensorsError('This is no safetensors file: its header would be too long.');
	}
	const dataStart = LENGTH_BYTES + Number(length);
	if (dataStart > bytes.length) throw new SafetensorsError('The file is cut within its header.');
	let header: unknown;
	try {
		const decoder = new TextDecoder('utf-8', { fatal: true });
		header = JSON.parse(decoder.decode(bytes.subarray(LENGTH_BYTES, dataStart)));
	} catch (cause) {
		throw new SafetensorsError('This is no safetensors file: its header is not JSON.', { cause });
	}
	if (!isRecord(header)) throw new SafetensorsError('The header of the file is not an object.');
	return { header, dataStart };
}

function readEntry(name: string, entry: unknown): Place {
	const broken = (what: string) => new SafetensorsError(`Tensor "${name}" has ${what}.`);
	if (!isRecord(entry)) throw broken('no description');
	const { dtype, shape, data_offsets: offsets } = entry;
	if (typeof dtype !== 'string' || !Object.hasOwn(ARRAYS, dtype)) {
		throw broken(`the unknown type ${JSON.stringify(dtype)}`);
	}
	const type = dtype as ElementType; // one of the keys, checked above
	if (!Array.isArray(shape) || !shape.every(isCount)) throw broken('a shape that is no shape');
	if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
		throw broken('offsets that are no offsets');
	}
	const [begin, end] = offsets as [number, number]; // two counts, checked above
	const size = shape.reduce((product, length) => product * length, ARRAYS[type].BYTES_PER_ELEMENT);
	if (end - begin !== size) throw broken(`${end - begin} bytes instead of ${size}`);
	return { name, type, shape, begin, end };
}

function viewOf(bytes: Uint8Array, dataStart: number, { type, shape, begin, end }: Place): Tensor {
	const View: ArrayView<TensorArrays[ElementType]> = ARRAYS[type];
	const width = View.BYTES_PER_ELEMENT;
	const start = bytes.byteOffset + dataStart + begin;
	const length = (end - begin) / width;
	// A file of another writer need not be aligned: typed arrays then need a copy.
	const data =
		start % width === 0
			? new View(bytes.buffer, start, length)
			: new View(bytes.slice(dataStart + begin, dataStart + end).buffer, 0, length);
	return { type, shape, data } as Tensor; // the array of this very type, see ARRAYS
}
