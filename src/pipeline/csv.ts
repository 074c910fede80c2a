import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A data file is missing or unusable; the message says which and what to do. */
export class DataFileError extends Error {}

/** Told about each record that can't be used; `line` counts from 1, the header included. */
export type OnBroken = (line: number, reason: string) => void;

/** Whom the reading of a file tells of broken records and of its progress, and what ends it. */
export interface CsvOptions {
	readonly onBroken?: OnBroken;
	readonly signal?: AbortSignal;
	/** Told now and then how much of the file has been read, 0–1; reading goes on when what it returns is done. */
	readonly onShare?: (share: number) => void | Promise<void>;
}

/** Records of a file, the header not counted. */
export interface CsvCounts {
	readonly rows: number;
	readonly broken: number;
}

/** One string for each wanted column. */
export type CsvRow<C extends readonly string[]> = { readonly [K in keyof C]: string };

// A quote that is never closed would swallow the rest of the file; no real record is longer.
const LONGEST_RECORD = 65_536;

/** Text of a file in chunks; `.gz` is unpacked on the way. */
export async function* readText(
	path: string,
	{ signal, onShare }: Pick<CsvOptions, 'signal' | 'onShare'> = {},
): AsyncGenerator<string> {
	const size = (await stat(path).catch(() => undefined))?.size ?? 0;
	const file = createReadStream(path, { highWaterMark: 1 << 18 });
	let stream: Readable = file;
	if (path.endsWith('.gz')) {
		const gunzip = createGunzip({ chunkSize: 1 << 18 });
		file.once('error', (error) => gunzip.destroy(error));
		stream = file.pipe(gunzip);
	}
	const decoder = new TextDecoder();
	try {
		for await (const chunk of stream) {
			signal?.throwIfAborted();
			yield decoder.decode(chunk, { stream: true });
			await onShare?.(size > 0 ? file.bytesRead / size : 1);
		}
		const end = decoder.decode();
		if (end !== '') yield end;
	} catch (error) {
		if (signal?.aborted) throw error;
		throw describeFailure(path, error);
	} finally {
		file.destroy();
	}
}

/** What to throw where a data file could not be read: a `DataFileError` where the file is to blame. */
export function describeFailure(path: string, error: unknown): Error {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') {
		return new DataFileError(`${path} is missing. Is its folder named rightly?`, { cause: error });
	}
	const reason = error instanceof Error ? error.message : String(error);
	return new DataFileError(`${path} can't be read: ${reason}`, { cause: error });
}

type Parsed = { fields: string[]; end: number } | { broken: string } | 'incomplete';

/** Reads one record that contains quotes; `end` is the position of its line feed or the text's end. */
function parseQuoted(text: string, start: number, last: boolean): Parsed {
	const fields: string[] = [];
	let at = start;
	for (;;) {
		let field: string;
		if (text[at] === '"') {
			let close = at + 1;
			while ((close = text.indexOf('"', close)) !== -1 && text[close + 1] === '"') close += 2;
			// At the end of a chunk the next character may still be a second quote.
			if (close === -1 || (close + 1 === text.length && !last)) {
				return last && close === -1 ? { broken: 'a quote is never closed' } : 'incomplete';
			}
			field = text.slice(at + 1, close).replaceAll('""', '"');
			at = close + 1;
			if (text[at] === '\r') at++;
			if (at < text.length && text[at] !== ',' && text[at] !== '\n') {
				return { broken: 'text follows a closing quote' };
			}
		} else {
			let end = at;
			while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
			if (end === text.length && !last) return 'incomplete';
			field = text.slice(at, end).replace(/\r$/, '');
			at = end;
		}
		fields.push(field);
		if (at >= text.length || text[at] === '\n') return { fields, end: at };
		at++;
	}
}

/** Splits a growing text into records and hands each to `onRecord`, with its line number. */
class RecordSplitter {
	private text = '';
	private line = 1;
	private readonly onRecord: (fields: string[], line: number) => void;
	private readonly onBroken: OnBroken;

	constructor(onRecord: (fields: string[], line: number) => void, onBroken: OnBroken) {
		this.onRecord = onRecord;
		this.onBroken = onBroken;
	}

	push(chunk: string, last = false): void {
		const text = this.text + chunk;
		let at = 0;
		while (at < text.length) {
			const feed = text.indexOf('\n', at);
			if (feed === -1 && !last) break;
			const end = feed === -1 ? text.length : feed;
			const record = text.slice(at, end);
			if (!record.includes('"')) {
				this.plain(record);
				at = end + 1;
				continue;
			}
			const next = this.quoted(text, at, end, last);
			if (next === at) break;
			at = next;
		}
		this.text = text.slice(at);
	}

	private plain(record: string): void {
		const clean = record.endsWith('\r') ? record.slice(0, -1) : record;
		if (clean !== '') this.onRecord(clean.split(','), this.line);
		this.line++;
	}

	/** Returns where the next record starts; `at` itself when more text is needed. */
	private quoted(text: string, at: number, feed: number, last: boolean): number {
		let parsed = parseQuoted(text, at, last);
		if (parsed === 'incomplete') {
			if (text.length - at < LONGEST_RECORD) return at;
			parsed = { broken: 'a quote is never closed' };
		}
		if ('broken' in parsed) {
			// Going on at the next line costs one record instead of all that follow.
			this.onBroken(this.line++, parsed.broken);
			return feed + 1;
		}
		this.onRecord(parsed.fields, this.line);
		this.line += text.slice(at, parsed.end).split('\n').length;
		return parsed.end + 1;
	}
}

/**
 * Reads a CSV file with a header line as a stream (RFC 4180; `.gz` is unpacked).
 *
 * `onRow` gets the wanted `columns` of each record in that order, whatever the file's own order and
 * further columns. Records with a wrong number of fields or broken quotes go to `onBroken` and are
 * counted.
 *
 * @throws DataFileError when the file is missing, damaged or lacks a wanted column.
 */
export async function readCsv<const C extends readonly string[]>(
	path: string,
	columns: C,
	onRow: (row: CsvRow<C>, line: number) => void,
	options: CsvOptions = {},
): Promise<CsvCounts> {
	const counts = { rows: 0, broken: 0 };
	const broken: OnBroken = (line, reason) => {
		counts.broken++;
		options.onBroken?.(line, reason);
	};
	let width = 0;
	let places: number[] | undefined;
	const splitter = new RecordSplitter((fields, line) => {
		if (!places) {
			places = findColumns(path, fields, columns);
			width = fields.length;
		} else if (fields.length !== width) {
			broken(line, `${fields.length} fields instead of ${width}`);
		} else {
			counts.rows++;
			// `places` has one entry for each wanted column, so the row has the tuple's shape.
			onRow(places.map((place) => fields[place]) as unknown as CsvRow<C>, line);
		}
	}, broken);
	for await (const chunk of readText(path, options)) splitter.push(chunk);
	splitter.push('', true);
	if (!places) throw new DataFileError(`${path} is empty: a header line was expected.`);
	return counts;
}

/**
 * Names of a file's columns, read from its first line alone.
 *
 * @throws DataFileError when the file is missing or damaged
 */
export async function readColumns(path: string, signal?: AbortSignal): Promise<string[]> {
	let text = '';
	for await (const chunk of readText(path, signal ? { signal } : {})) {
		text += chunk;
		if (text.includes('\n')) break;
	}
	return columnNames((text.split('\n')[0] ?? '').replace(/\r$/, '').split(','));
}

function columnNames(header: readonly string[]): string[] {
	return header.map((name, place) => (place === 0 ? name.replace(/^\uFEFF/, '') : name).trim());
}

function findColumns(path: string, header: string[], columns: readonly string[]): number[] {
	const names = columnNames(header);
	return columns.map((column) => {
		const place = names.indexOf(column);
		if (place === -1)
			throw new DataFileError(`${path} has no column "${column}" (it has ${names.join(', ')}).`);
		return place;
	});
}
