import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFileError } from '../../csv.ts';
import type { UserEntries } from '../user-entries.ts';
import { SPLITS, type Split } from '../users.ts';
import {
	COLUMNS,
	encodeHeader,
	layOut,
	MAX_ENTRIES,
	MAX_SHORT_ITEMS,
	MAX_SOURCES,
	paddingAfter,
	type Column,
	type SetHeader,
	type SetSource,
} from './format.ts';
import { PartFile } from './part-file.ts';

type Piece = Uint8Array | Uint16Array | Uint32Array | Int32Array;
const UNKNOWN_CHECKSUM = '0'.repeat(64);

/**
 * Writes a set list by list. Columns grow in files of their own, in a folder beside the target, and are
 * joined at the end; only the table of titles is kept in memory. The target appears, or is replaced, in the
 * last moment, so that a run that is killed leaves an old set whole.
 */
export class ProfileSetWriter {
	private readonly target: string;
	private readonly folder: string;
	private readonly sources: readonly SetSource[];
	private readonly parts: Readonly<Record<Exclude<Column, 'titles'>, PartFile>>;
	/** Number of each MyAnimeList id in the order of appearance. */
	private readonly numbers = new Map<number, number>();
	private users = 0;
	private entries = 0;

	/** @throws DataFileError where there are more sources than a byte can name */
	constructor(target: string, sources: readonly SetSource[]) {
		if (sources.length > MAX_SOURCES) throw new DataFileError(`Over ${MAX_SOURCES} sources.`);
		this.target = target;
		this.sources = sources;
		this.folder = `${target}.new`;
		// What a killed run left behind.
		rmSync(this.folder, { recursive: true, force: true });
		mkdirSync(this.folder, { recursive: true });
		const part = (name: string) => new PartFile(join(this.folder, name));
		this.parts = {
			users: part('users'),
			offsets: part('offsets'),
			splits: part('splits'),
			sources: part('sources'),
			items: part('items'),
			codes: part('codes'),
		};
	}

	/** Appends a list; users must ascend. `source` is a position in the sources. */
	add({ user, malIds, codes }: UserEntries, split: Split, source: number): void {
		if (this.entries + codes.length > MAX_ENTRIES) {
			throw new DataFileError(`A set can't hold more than ${MAX_ENTRIES} entries.`);
		}
		const numbers = new Uint32Array(malIds.length);
		malIds.forEach((malId, at) => (numbers[at] = this.numberOf(malId)));
		this.parts.users.append(Uint32Array.of(user));
		this.parts.offsets.append(Uint32Array.of(this.entries));
		this.parts.splits.append(Uint8Array.of(SPLITS.indexOf(split)));
		this.parts.sources.append(Uint8Array.of(source));
		this.parts.items.append(numbers);
		this.parts.codes.append(codes);
		this.users++;
		this.entries += codes.length;
	}

	/** Joins the columns and puts the set into its place. */
	async finish(origin: SetHeader['origin'], signal?: AbortSignal): Promise<SetHeader> {
		this.parts.offsets.append(Uint32Array.of(this.entries));
		const counts = { users: this.users, entries: this.entries, titles: this.numbers.size };
		const itemBytes: 2 | 4 = counts.titles <= MAX_SHORT_ITEMS ? 2 : 4;
		const { sections, bytes } = layOut(counts, itemBytes);
		const draft = { origin, counts, sources: [...this.sources], itemBytes, sections };
		const headerFor = (sha256: string) => ({ ...draft, payload: { bytes, sha256 } });
		const whole = join(this.folder, 'whole');
		const file = await open(whole, 'w');
		try {
			const start = encodeHeader(headerFor(UNKNOWN_CHECKSUM)).length;
			const header = headerFor(await this.writePayload(file, start, itemBytes, signal));
			await writeWhole(file, encodeHeader(header), 0);
			await file.sync();
			await rename(whole, this.target);
			return header;
		} finally {
			await file.close();
		}
	}

	/** Removes everything but the finished set; to be called in any case. */
	close(): void {
		for (const part of Object.values(this.parts)) part.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	private numberOf(malId: number): number {
		let number = this.numbers.get(malId);
		if (number === undefined) {
			number = this.numbers.size;
			this.numbers.set(malId, number);
		}
		return number;
	}

	/** Returns the SHA-256 of what it wrote. */
	private async writePayload(
		file: FileHandle,
		start: number,
		itemBytes: 2 | 4,
		signal: AbortSignal | undefined,
	): Promise<string> {
		const hash = createHash('sha256');
		let position = start;
		const write = async (piece: Piece) => {
			const bytes = new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
			hash.update(bytes);
			position += await writeWhole(file, bytes, position);
		};
		for (const name of COLUMNS) {
			const before = position;
			for (const piece of this.pieces(name, itemBytes)) {
				signal?.throwIfAborted();
				await write(piece);
			}
			await write(new Uint8Array(paddingAfter(position - before)));
		}
		return hash.digest('hex');
	}

	/** A column as it stands in the set; items turn from numbers of appearance into positions among the titles. */
	private *pieces(name: Column, itemBytes: 2 | 4): Generator<Piece> {
		if (name === 'titles') {
			yield this.sortedTitles();
		} else if (name === 'items') {
			const positions = new Uint32Array(this.numbers.size);
			this.sortedTitles().forEach((malId, item) => {
				positions[this.numbers.get(malId) ?? 0] = item;
			});
			for (const { buffer, byteLength } of this.parts.items.read()) {
				const numbers = new Uint32Array(buffer, 0, byteLength / 4);
				// In place: a shorter item never overtakes the number that it is made from.
				const items = itemBytes === 2 ? new Uint16Array(buffer, 0, numbers.length) : numbers;
				for (let at = 0; at < items.length; at++) items[at] = positions[numbers[at] ?? 0] ?? 0;
				yield items;
			}
		} else {
			yield* this.parts[name].read();
		}
	}

	private sortedTitles(): Int32Array {
		return Int32Array.from(this.numbers.keys()).sort();
	}
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
	let written = 0;
	while (written < bytes.length) {
		const length = bytes.length - written;
		written += (await file.write(bytes, written, length, position + written)).bytesWritten;
	}
	return bytes.length;
}
