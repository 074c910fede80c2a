import { BundleError, openModel, readBundle, readChecked, readManifest } from '#server/bundle.ts';
import {
	BUNDLE_FILES,
	MODEL_FILE,
	REFERENCE_FILE,
	type BundleFile,
	type Manifest,
} from '#server/bundle-manifest.ts';
import { makeReference } from '../reference/make-reference.ts';
import type { Terminal } from '../terminal.ts';
import { packBytes } from './pack.ts';
import { writeBundle, type PackedFiles } from './write-bundle.ts';

/** The reference figures of a bundle. */
export interface ReferencePart {
	readonly files: Readonly<Record<typeof REFERENCE_FILE, Uint8Array>>;
	readonly counts: Manifest['counts'];
}

/**
 * The reference figures of the bundle in `dir`; null where there are none.
 *
 * @throws BundleError when they are damaged: a new manifest would declare them sound
 */
export async function keepReferencePart(dir: string): Promise<ReferencePart | null> {
	let manifest: Manifest;
	try {
		manifest = await readManifest(dir);
	} catch (error) {
		// No bundle, or one of another version: there is nothing to keep.
		if (error instanceof BundleError) return null;
		throw error;
	}
	if (!manifest.files[REFERENCE_FILE]) return null;
	const { bytes } = await readChecked(dir, manifest, REFERENCE_FILE);
	const { referenceLists = 0 } = manifest.counts;
	return { files: { [REFERENCE_FILE]: bytes }, counts: { referenceLists } };
}

/**
 * Makes reference figures of the lists of a data folder and puts them into a bundle, whose other files stay as they are.
 *
 * @returns the new manifest
 * @throws BundleError when there is no whole bundle, DataFileError when the data can't be read
 */
export async function addReference(
	dir: string,
	data: string,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<Manifest> {
	const bundle = await readBundle(dir, [MODEL_FILE]);
	const progress = terminal.progress('Counting lists', 1);
	const file = await makeReference(data, bundle.catalogue, openModel(bundle), signal);
	const { files: _files, ...facts } = bundle.manifest;
	const [referenceLists = 0] = file.lists;
	progress.finish(`${referenceLists} lists`);
	const others = BUNDLE_FILES.filter(
		(name) => bundle.manifest.files[name] && name !== REFERENCE_FILE,
	);
	const kept = others.map(
		async (name) => [name, (await readChecked(dir, bundle.manifest, name)).bytes] as const,
	);
	const packed: (readonly [BundleFile, Uint8Array])[] = [
		...(await Promise.all(kept)),
		[REFERENCE_FILE, packBytes(JSON.stringify(file))],
	];
	signal.throwIfAborted();
	return writeBundle(
		dir,
		// All files of a bundle, by their names.
		Object.fromEntries(packed) as PackedFiles,
		{ ...facts, counts: { ...facts.counts, referenceLists } },
	);
}
