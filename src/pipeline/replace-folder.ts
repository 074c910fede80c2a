import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Names of what a folder holds; none where it is not there, null where something else is. */
export async function namesIn(dir: string): Promise<readonly string[] | null> {
	try {
		return await readdir(dir);
	} catch (error) {
		if (codeOf(error) === 'ENOTDIR') return null;
		ignoreMissing(error);
		return [];
	}
}

/**
 * Writes a folder of files beside the old one and then puts it into its place, so that an interrupted
 * run leaves the old one whole. The caller has made sure that all in the old one may go.
 */
export async function replaceFolder(
	dir: string,
	files: Readonly<Record<string, Uint8Array | string>>,
): Promise<void> {
	const fresh = `${resolve(dir)}.new`;
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh, { recursive: true });
	for (const [name, content] of Object.entries(files)) await writeFile(join(fresh, name), content);
	await swapFolder(fresh, resolve(dir));
}

/** Puts a finished folder into the place of another one, which goes; both stand side by side. */
export async function swapFolder(fresh: string, target: string): Promise<void> {
	const old = `${target}.old`;
	await rm(old, { recursive: true, force: true });
	await rename(target, old).catch(ignoreMissing);
	try {
		await rename(fresh, target);
	} catch (error) {
		await rename(old, target).catch(ignoreMissing);
		throw error;
	}
	await rm(old, { recursive: true, force: true });
}

function ignoreMissing(error: unknown): void {
	if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}
