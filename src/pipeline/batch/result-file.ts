import {
	closeSync,
	existsSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { DataFileError } from '../csv.ts';
import type { Terminal } from '../terminal.ts';

/** A CSV file in the making: it appears under its name only when it is whole. */
export interface ResultFile {
	/** Adds one record. */
	add(fields: readonly (string | number)[]): void;
	/** Puts the file in its place. */
	keep(): void;
	/** Leaves nothing behind; of a file that was kept, everything. */
	discard(): void;
}

/** Standard output instead of a file. */
const STANDARD_OUTPUT = '-';
const BUFFERED_RECORDS = 2_000;

/** Quoted where its characters would end it (RFC 4180). */
function csvField(value: string | number): string {
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Begins a CSV file beside its final place; `-` is standard output, where nothing can be taken back.
 *
 * Writes at once and waits for it: results never pile up in memory while the next lists are ranked.
 *
 * @throws DataFileError when the place can't be written to
 */
export function createResultFile(
	path: string,
	columns: readonly string[],
	terminal: Pick<Terminal, 'print'>,
): ResultFile {
	const target = path === STANDARD_OUTPUT ? printed(terminal) : beside(path);
	let buffered = [columns.join(',')];
	const flush = () => {
		if (buffered.length > 0) target.write(buffered.join('\n'));
		buffered = [];
	};
	return {
		add(fields) {
			buffered.push(fields.map(csvField).join(','));
			if (buffered.length >= BUFFERED_RECORDS) flush();
		},
		keep() {
			flush();
			target.keep();
		},
		discard: () => target.discard(),
	};
}

interface Target {
	/** Some lines, without the last line feed. */
	write(lines: string): void;
	keep(): void;
	discard(): void;
}

function printed(terminal: Pick<Terminal, 'print'>): Target {
	return { write: (lines) => terminal.print(lines), keep() {}, discard() {} };
}

function beside(path: string): Target {
	if (existsSync(path) && !statSync(path).isFile()) {
		throw new DataFileError(`${path} is no file: name another with --out.`);
	}
	const draft = `${path}.${process.pid}.part`;
	let handle: number | undefined = openDraft(path, draft);
	const close = () => {
		if (handle !== undefined) closeSync(handle);
		handle = undefined;
	};
	return {
		write(lines) {
			if (handle !== undefined) writeFileSync(handle, `${lines}\n`);
		},
		keep() {
			close();
			renameSync(draft, path);
		},
		discard() {
			close();
			rmSync(draft, { force: true });
		},
	};
}

function openDraft(path: string, draft: string): number {
	try {
		return openSync(draft, 'w');
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new DataFileError(`${path} can't be written: name another with --out. ${reason}`, {
			cause,
		});
	}
}
