import * as v from 'valibot';
import { DataFileError } from '../../csv.ts';

// A set is one file, little-endian as all machines are that Node runs on (docs/decisions/0010):
//   magic · u32 version · u32 length of the header · header (JSON, padded with spaces) · payload
// The payload is the columns below, each starting at a multiple of eight bytes.

/** First bytes of every set. */
export const MAGIC = new TextEncoder().encode('SPROUTPS');
export const FORMAT_VERSION = 1;
/** Bytes before the header. */
export const PREAMBLE_BYTES = MAGIC.length + 8;
/** More than any header needs: sources are few. */
const LONGEST_HEADER = 1 << 20;
/** Item numbers take two bytes up to so many titles. */
export const MAX_SHORT_ITEMS = 65_536;
/** Offsets are 32-bit numbers. */
export const MAX_ENTRIES = 2 ** 32 - 1;
/** A user's source is one byte. */
export const MAX_SOURCES = 256;

/** Columns in the order in which they lie in the payload. */
export const COLUMNS = [
	/** i32 for each title: MyAnimeList ids, ascending; an item is a position here. */
	'titles',
	/** u32 for each user: user numbers, ascending. */
	'users',
	/** u32 for each user and one more: where each list starts, and the end. */
	'offsets',
	/** u8 for each user: position in `SPLITS`. */
	'splits',
	/** u8 for each user: position in the header's `sources`. */
	'sources',
	/** u16 or u32 (`itemBytes`) for each entry: items, ascending within a list. */
	'items',
	/** u8 for each entry: score and status (`packEntry`). */
	'codes',
] as const;
export type Column = (typeof COLUMNS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ENTRIES));
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const section = v.object({ offset: bytes, bytes });

const headerSchema = v.object({
	/** What it was made from: the file's name, and its rows that were left out. */
	origin: v.object({ file: v.string(), brokenRows: count }),
	counts: v.object({ users: count, entries: count, titles: count }),
	/** Where lists were collected, and up to which day (ISO date) they can know titles; null = not known. */
	sources: v.pipe(
		v.array(v.object({ name: v.string(), collected: v.nullable(v.string()) })),
		v.maxLength(MAX_SOURCES),
	),
	itemBytes: v.picklist([2, 4]),
	/** Offsets count from the start of the payload. */
	sections: v.object({
		titles: section,
		users: section,
		offsets: section,
		splits: section,
		sources: section,
		items: section,
		codes: section,
	}),
	payload: v.object({ bytes, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
});

/** What a set says about itself. */
export type SetHeader = v.InferOutput<typeof headerSchema>;
export type SetCounts = SetHeader['counts'];
export type SetSource = SetHeader['sources'][number];

/** Bytes to the next multiple of eight, so that every column can be read as the array it is. */
export function paddingAfter(length: number): number {
	return (8 - (length % 8)) % 8;
}

/** Where each column lies, which the counts alone decide. */
export function layOut(
	{ users, entries, titles }: SetCounts,
	itemBytes: number,
): { sections: SetHeader['sections']; bytes: number } {
	let offset = 0;
	const place = (length: number) => {
		const section = { offset, bytes: length };
		offset += length + paddingAfter(length);
		return section;
	};
	const sections = {
		titles: place(4 * titles),
		users: place(4 * users),
		offsets: place(4 * (users + 1)),
		splits: place(users),
		sources: place(users),
		items: place(itemBytes * entries),
		codes: place(entries),
	};
	return { sections, bytes: offset };
}

/** Everything before the payload; its length does not depend on the checksum. */
export function encodeHeader(header: SetHeader): Uint8Array {
	const json = new TextEncoder().encode(JSON.stringify(header));
	const length = json.length + paddingAfter(json.length);
	const head = new Uint8Array(PREAMBLE_BYTES + length).fill(0x20);
	head.set(MAGIC);
	const view = new DataView(head.buffer);
	view.setUint32(MAGIC.length, FORMAT_VERSION, true);
	view.setUint32(MAGIC.length + 4, length, true);
	head.set(json, PREAMBLE_BYTES);
	return head;
}

/** Whether a file with these first bytes is a set, of whatever version. */
export function hasMagic(start: Uint8Array): boolean {
	return start.length >= MAGIC.length && MAGIC.every((byte, at) => start[at] === byte);
}

/**
 * Length of the header behind a preamble.
 *
 * @throws DataFileError when it is not that of a set of this version
 */
export function readPreamble(path: string, preamble: Uint8Array): number {
	if (!hasMagic(preamble)) throw new DataFileError(`${path} is no set of profiles.`);
	if (preamble.length < PREAMBLE_BYTES) throw damaged(path, 'it is cut off');
	const view = new DataView(preamble.buffer, preamble.byteOffset);
	const version = view.getUint32(MAGIC.length, true);
	if (version !== FORMAT_VERSION) {
		throw new DataFileError(
			`${path} is a set of version ${version}; this is for version ${FORMAT_VERSION}. ${MAKE_AGAIN}`,
		);
	}
	const length = view.getUint32(MAGIC.length + 4, true);
	if (length > LONGEST_HEADER) throw damaged(path, `its header has ${length} bytes`);
	return length;
}

/** @throws DataFileError when the text is no header or contradicts itself */
export function parseHeader(path: string, text: string): SetHeader {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		throw damaged(path, 'its header is no JSON', error);
	}
	const result = v.safeParse(headerSchema, json);
	if (!result.success) {
		const [issue] = result.issues;
		throw damaged(path, `header: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
	}
	const header = result.output;
	const { sections, bytes } = layOut(header.counts, header.itemBytes);
	const fits = COLUMNS.every(
		(name) =>
			sections[name].offset === header.sections[name].offset &&
			sections[name].bytes === header.sections[name].bytes,
	);
	if (!fits || bytes !== header.payload.bytes) {
		throw damaged(path, 'its header contradicts itself');
	}
	return header;
}

const MAKE_AGAIN = 'Make it again with "npm run sprout -- dataset".';

/** The error for a set whose bytes are not those that were written. */
export function damaged(path: string, reason: string, cause?: unknown): DataFileError {
	return new DataFileError(`${path} is damaged: ${reason}. ${MAKE_AGAIN}`, { cause });
}
