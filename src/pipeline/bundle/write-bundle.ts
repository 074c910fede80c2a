import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
	BUNDLE_FILES,
	MANIFEST_FILE,
	type BundleFile,
	type Manifest,
	type MODEL_FILE,
} from '#server/bundle-manifest.ts';
import { BundleError } from '#server/bundle.ts';
import { fingerprint } from './pack.ts';

/** The packed files of a bundle; the model may be missing while only the catalogue is worked on. */
export type PackedFiles = Record<Exclude<BundleFile, typeof MODEL_FILE>, Uint8Array> &
	Partial<Record<BundleFile, Uint8Array>>;

/**
 * Makes sure that `dir` may be replaced: it is not there, is empty or holds nothing but a bundle.
 *
 * @throws BundleError where replacing it would delete something else
 */
export async function checkTarget(dir: string): Promise<void> {
	const own = new Set<string>([MANIFEST_FILE, ...BUNDLE_FILES]);
	const names = await readdir(dir).catch((error: unknown) => {
		if (codeOf(error) === 'ENOTDIR') throw new BundleError(`${dir} is no folder.`);
		ignoreMissing(error);
		return [];
	});
	const foreign = names.find((name) => !own.has(name));
	if (foreign === undefined) return;
	throw new BundleError(
		`${dir} holds ${foreign}, which is no part of a bundle. Name a new folder or a bundle's.`,
	);
}

/**
 * Writes a bundle beside the old one and then puts it into its place, so that an interrupted run
 * leaves the old one whole.
 *
 * @returns the manifest as written
 * @throws BundleError where `dir` holds anything but a bundle
 */
export async function writeBundle(
	dir: string,
	files: PackedFiles,
	facts: Omit<Manifest, 'files'>,
): Promise<Manifest> {
	const entries = Object.entries(files);
	const manifest: Manifest = {
		...facts,
		// The keys are those of `files`, which has what the manifest needs.
		files: Object.fromEntries(
			entries.map(([name, bytes]) => [name, fingerprint(bytes)]),
		) as Manifest['files'],
	};
	await checkTarget(dir);
	const target = resolve(dir);
	const fresh = `${target}.new`;
	const old = `${target}.old`;
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh, { recursive: true });
	for (const [name, bytes] of entries) await writeFile(join(fresh, name), bytes);
	await writeFile(join(fresh, MANIFEST_FILE), `${JSON.stringify(manifest, null, '\t')}\n`);
	await rm(old, { recursive: true, force: true });
	await rename(target, old).catch(ignoreMissing);
	try {
		await rename(fresh, target);
	} catch (error) {
		await rename(old, target).catch(ignoreMissing);
		throw error;
	}
	await rm(old, { recursive: true, force: true });
	return manifest;
}

function ignoreMissing(error: unknown): void {
	if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}
