import { byteChunks, peek, type ByteChunks, type Bytes } from './byte-chunks.ts';
import { createDecoder } from './encoding.ts';
import { createEntryCollector, type EntryCollector } from './entry-collector.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { DEFAULT_LIMITS, type ListFileLimits } from './limits.ts';
import type { ListFileFailure, ListFileResult, ReadProgress } from './list-file-result.ts';
import { readMalEntry } from './mal-entry.ts';
import { createMalXmlEvents } from './mal-xml.ts';
import { recogniseOtherContent } from './other-content.ts';
import { ReadingStopped, stopped } from './reading-stopped.ts';
import { createXmlReader, type XmlReader } from './xml-reader.ts';

/** Enough to recognise a file: every signature, and the text of an XML declaration. */
const HEAD_BYTES = 512;
const PROGRESS_STEPS = 100;

/**
 * Reads a list that a visitor brought: an export in MyAnimeList's XML, plain or packed with gzip, recognised by
 * its bytes and not by its name. Runs in a browser, a worker and Node, in one pass and time proportional to the
 * unpacked size; holds the accepted entries and a few chunks.
 *
 * Whatever is wrong with the file is an answer, not an error; a list is either read to its end or not at all.
 *
 * @param onProgress called about a hundred times, and once at the end.
 */
export async function readListFile(
	source: Bytes | Blob,
	limits: ListFileLimits = DEFAULT_LIMITS,
	onProgress: (progress: ReadProgress) => void = () => undefined,
): Promise<ListFileResult> {
	const collector = createEntryCollector(limits.entries);
	const events = createMalXmlEvents(
		(fields) => collector.add(readMalEntry(fields), fields.title),
		limits.textLength,
	);
	const xml = createXmlReader(events, limits);
	try {
		const bytesTotal = checkSize(source, limits);
		const chunks = reportProgress(byteChunks(source), bytesTotal, collector, onProgress);
		const { unpacked, compressed } = await unpack(chunks, limits);
		// A file that is refused by its first bytes is not read on, so its streams are let go here.
		await parse(unpacked, xml).finally(() => unpacked.return());
		return collector.finish({ format: 'mal-xml', compressed });
	} catch (error) {
		if (!(error instanceof ReadingStopped)) throw error;
		return withPosition(error.failure, collector, xml);
	}
}

function checkSize(source: Bytes | Blob, limits: ListFileLimits): number {
	const bytes = source instanceof Uint8Array ? source.length : source.size;
	if (bytes === 0) throw stopped('empty', {});
	if (bytes > limits.fileBytes) {
		throw stopped('too-large', { limitBytes: limits.fileBytes, unpacked: false });
	}
	return bytes;
}

async function unpack(
	chunks: ByteChunks,
	limits: ListFileLimits,
): Promise<{ readonly unpacked: ByteChunks; readonly compressed: boolean }> {
	const start = await peek(chunks, 2);
	const compressed = isGzip(start.head);
	return { unpacked: compressed ? gunzip(start.chunks, limits) : start.chunks, compressed };
}

/** @throws ReadingStopped for whatever is wrong with the unpacked text. */
async function parse(unpacked: ByteChunks, xml: XmlReader): Promise<void> {
	const { head, chunks } = await peek(unpacked, HEAD_BYTES);
	const content = recogniseOtherContent(head, createDecoder(head).decode(head, { stream: true }));
	if (content !== null) throw stopped('not-a-list', { content });

	const decoder = createDecoder(head);
	let isBlank = true;
	const write = (text: string): void => {
		isBlank &&= text.trim() === '';
		// Blank text before an XML declaration is forgiven; nothing but blank text is an empty file.
		if (!isBlank) xml.write(text);
	};
	for await (const chunk of chunks) write(decoder.decode(chunk, { stream: true }));
	write(decoder.decode());
	if (isBlank) throw stopped('empty', {});
	xml.end();
}

async function* reportProgress(
	chunks: ByteChunks,
	bytesTotal: number,
	collector: EntryCollector,
	onProgress: (progress: ReadProgress) => void,
): ByteChunks {
	let bytesRead = 0;
	let nextReport = 0;
	for await (const chunk of chunks) {
		yield chunk;
		bytesRead += chunk.length;
		if (bytesRead < nextReport && bytesRead < bytesTotal) continue;
		nextReport = bytesRead + bytesTotal / PROGRESS_STEPS;
		onProgress({ bytesRead, bytesTotal, entriesRead: collector.entriesRead() });
	}
}

function withPosition(
	failure: ListFileFailure,
	collector: EntryCollector,
	xml: XmlReader,
): ListFileFailure {
	if (failure.reason !== 'broken') return failure;
	const entriesRead = collector.entriesRead();
	return { ...failure, detail: { ...failure.detail, entriesRead, line: xml.line() } };
}
