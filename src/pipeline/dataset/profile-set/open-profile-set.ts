import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { DataFileError } from '../../csv.ts';
import { SPLITS } from '../users.ts';
import {
	damaged,
	parseHeader,
	PREAMBLE_BYTES,
	readPreamble,
	type Column,
	type SetHeader,
} from './format.ts';

/** The lists of neighbouring users. */
export interface SetRows {
	/** Where each list starts in the columns, and the end; length users + 1, the first is 0. */
	readonly offsets: Uint32Array;
	/** Positions in {@link ProfileSet.titles}, ascending within a list. */
	readonly items: Uint16Array | Uint32Array;
	/** Packed score and status of each entry (`packEntry`). */
	readonly codes: Uint8Array;
}

/** An open set: what there is per title and user is in memory (ten bytes a user), entries are read by range. */
export interface ProfileSet {
	readonly header: SetHeader;
	/** MyAnimeList ids, ascending. */
	readonly titles: Int32Array;
	/** User numbers, ascending. */
	readonly users: Uint32Array;
	/** Position of each user's split in `SPLITS`. */
	readonly splits: Uint8Array;
	/** Position of each user's source in the header's `sources`. */
	readonly sources: Uint8Array;
	/** The lists of the users at the places from ≤ place < to; nothing is parsed, the arrays are the file's bytes. */
	readUsers(from: number, to: number): Promise<SetRows>;
	close(): Promise<void>;
}

const CHUNK_BYTES = 1 << 20;
/** One call of the system reads less than 2³¹ bytes. */
const LONGEST_READ = 1 << 30;

/**
 * Opens a set that `ProfileSetWriter` wrote and checks every byte against its checksum, about a gigabyte a
 * second; the caller closes it.
 *
 * @throws DataFileError when the file is missing, is no set, is of another version, cut or damaged
 */
export async function openProfileSet(path: string, signal?: AbortSignal): Promise<ProfileSet> {
	const file = await open(path).catch((error: unknown) => {
		throw new DataFileError(`${path} can't be opened. Make it with "npm run sprout -- dataset".`, {
			cause: error,
		});
	});
	try {
		const headerLength = readPreamble(path, await readUpTo(file, 0, PREAMBLE_BYTES));
		const text = await readUpTo(file, PREAMBLE_BYTES, headerLength);
		if (text.length < headerLength) throw damaged(path, 'it is cut off');
		const header = parseHeader(path, new TextDecoder().decode(text));
		const start = PREAMBLE_BYTES + headerLength;
		const { size } = await file.stat();
		const expected = start + header.payload.bytes;
		if (size !== expected) throw damaged(path, `it has ${size} bytes instead of ${expected}`);
		if ((await checksum(file, start, signal)) !== header.payload.sha256) {
			throw damaged(path, 'its checksum does not fit');
		}
		return await readColumns(path, file, header, start);
	} catch (error) {
		await file.close();
		throw error;
	}
}

async function readColumns(
	path: string,
	file: FileHandle,
	header: SetHeader,
	start: number,
): Promise<ProfileSet> {
	const { sections, itemBytes } = header;
	const read = async (column: Column, from = 0, length = sections[column].bytes) =>
		(await readUpTo(file, start + sections[column].offset + from, length)).buffer;
	const offsets = new Uint32Array(await read('offsets'));
	const set: ProfileSet = {
		header,
		titles: new Int32Array(await read('titles')),
		users: new Uint32Array(await read('users')),
		splits: new Uint8Array(await read('splits')),
		sources: new Uint8Array(await read('sources')),
		async readUsers(from, to) {
			const first = offsets[from];
			const end = offsets[to];
			if (first === undefined || end === undefined || from > to) {
				throw new RangeError(`There are no users ${from} to ${to}.`);
			}
			const Items = itemBytes === 2 ? Uint16Array : Uint32Array;
			const length = end - first;
			return {
				offsets: offsets.slice(from, to + 1).map((offset) => offset - first),
				items: new Items(await read('items', first * itemBytes, length * itemBytes)),
				codes: new Uint8Array(await read('codes', first, length)),
			};
		},
		close: () => file.close(),
	};
	checkColumns(path, set, offsets);
	return set;
}

/** A right checksum only says that the writer meant it; what readers rely on is looked at as well. */
function checkColumns(
	path: string,
	{ header, titles, users, splits, sources }: ProfileSet,
	offsets: Uint32Array,
): void {
	const ascends = (values: Int32Array | Uint32Array, leastStep: number) =>
		values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) >= leastStep);
	const sound =
		offsets[0] === 0 &&
		offsets.at(-1) === header.counts.entries &&
		ascends(offsets, 0) &&
		ascends(users, 1) &&
		ascends(titles, 1) &&
		splits.every((split) => split < SPLITS.length) &&
		sources.every((source) => source < header.sources.length);
	if (!sound) throw damaged(path, 'its columns contradict each other');
}

async function checksum(file: FileHandle, start: number, signal?: AbortSignal): Promise<string> {
	const hash = createHash('sha256');
	const buffer = new Uint8Array(CHUNK_BYTES);
	for (let position = start; ;) {
		signal?.throwIfAborted();
		const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
		if (bytesRead === 0) return hash.digest('hex');
		hash.update(buffer.subarray(0, bytesRead));
		position += bytesRead;
	}
}

/** So many bytes from a position, or fewer where the file ends; the array is all of its buffer. */
async function readUpTo(
	file: FileHandle,
	position: number,
	length: number,
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(length);
	let got = 0;
	while (got < length) {
		const wanted = Math.min(length - got, LONGEST_READ);
		const { bytesRead } = await file.read(bytes, got, wanted, position + got);
		if (bytesRead === 0) return bytes.slice(0, got);
		got += bytesRead;
	}
	return bytes;
}
