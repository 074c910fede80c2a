import { byteChunks, peek, type ByteChunks, type Bytes } from './byte-chunks.ts';
import { createDecoder } from './encoding.ts';
import { createEntryCollector, type EntryCollector } from './entry-collector.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { createJsonReader } from './json-reader.ts';
import { DEFAULT_LIMITS, type ListFileLimits } from './limits.ts';
import type {
	ListFileFailure,
	ListFileResult,
	OtherContent,
	ReadProgress,
} from './list-file-result.ts';
import type { ListReader } from './list-reader.ts';
import { createMalXmlReader } from './mal-xml-reader.ts';
import { recogniseOtherContent } from './other-content.ts';
import { ReadingStopped, stopped } from './reading-stopped.ts';
import { createTableReader } from './table-reader.ts';

/** Enough to recognise a file: every signature, and the text of an XML declaration. */
const HEAD_BYTES = 512;
const PROGRESS_STEPS = 100;

/**
 * Reads a list that a visitor brought: MyAnimeList's XML and its dialects, the JSON of AniList and Shikimori,
 * Sprout's own JSON and tables; plain or packed with gzip, recognised by its bytes and not by its name. Runs in a
 * browser, a worker and Node, in one pass and time proportional to the unpacked size; of XML and tables it holds
 * the accepted entries and a few chunks, of JSON the whole text.
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
	let reader: ListReader | null = null;
	try {
		const bytesTotal = checkSize(source, limits);
		const chunks = reportProgress(byteChunks(source), bytesTotal, collector, onProgress);
		const { unpacked, compressed } = await unpack(chunks, limits);
		const open = (content: OtherContent | null) =>
			(reader = openReader(content, collector, limits));
		// A file that is refused by its first bytes is not read on, so its streams are let go here.
		const found = await parse(unpacked, open).finally(() => unpacked.return());
		return collector.finish({ ...found, compressed });
	} catch (error) {
		if (!(error instanceof ReadingStopped)) throw error;
		return withPosition(error.failure, collector, reader);
	}
}

/** @throws ReadingStopped `not-a-list` for what no reader is for. */
function openReader(
	content: OtherContent | null,
	collector: EntryCollector,
	limits: ListFileLimits,
): ListReader {
	if (content === null) return createMalXmlReader(collector, limits);
	if (content === 'json') return createJsonReader(collector, limits);
	if (content === 'text') return createTableReader(collector, limits);
	throw stopped('not-a-list', { content });
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
async function parse(
	unpacked: ByteChunks,
	open: (content: OtherContent | null) => ListReader,
): Promise<ReturnType<ListReader['end']>> {
	const { head, chunks } = await peek(unpacked, HEAD_BYTES);
	const reader = open(
		recogniseOtherContent(head, createDecoder(head).decode(head, { stream: true })),
	);
	const decoder = createDecoder(head);
	let isBlank = true;
	const write = (text: string): void => {
		isBlank &&= text.trim() === '';
		// Blank text before an XML declaration is forgiven; nothing but blank text is an empty file.
		if (!isBlank) reader.write(text);
	};
	for await (const chunk of chunks) write(decoder.decode(chunk, { stream: true }));
	write(decoder.decode());
	if (isBlank) throw stopped('empty', {});
	return reader.end();
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
	reader: ListReader | null,
): ListFileFailure {
	if (failure.reason !== 'broken') return failure;
	const entriesRead = collector.entriesRead();
	return { ...failure, detail: { ...failure.detail, entriesRead, line: reader?.line() ?? null } };
}
