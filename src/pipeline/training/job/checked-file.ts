import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';

/** First bytes of a file; its digit is raised when the layout changes. */
const MAGIC = Buffer.from('sprout-step-1\n');
const SUM_BYTES = 32;

/** What was found at a path. */
export type CheckedFile =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly reason: 'missing' | 'damaged' };

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/**
 * Writes bytes behind their SHA-256 sum, beside the old file and then in its place: whoever is killed leaves
 * the old one. Nothing waits for the disk: what a power cut tears, the sum tells.
 */
export async function writeChecked(path: string, bytes: Uint8Array): Promise<void> {
	const fresh = `${path}.new`;
	const file = await open(fresh, 'w');
	try {
		for (const part of [MAGIC, sumOf(bytes), bytes]) await file.writeFile(part);
	} finally {
		await file.close();
	}
	await rename(fresh, path);
}

/** Reads what {@link writeChecked} wrote. */
export async function readChecked(path: string): Promise<CheckedFile> {
	let file: Uint8Array<ArrayBuffer>;
	try {
		file = new Uint8Array(await readFile(path));
	} catch (error) {
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		if (missing) return { ok: false, reason: 'missing' };
		throw error;
	}
	const start = MAGIC.length + SUM_BYTES;
	// A copy, so that numbers in it lie where typed arrays can view them.
	const bytes = file.slice(start);
	const sum = Buffer.concat([MAGIC, sumOf(bytes)]);
	if (!sum.equals(file.subarray(0, start))) return { ok: false, reason: 'damaged' };
	return { ok: true, bytes };
}
