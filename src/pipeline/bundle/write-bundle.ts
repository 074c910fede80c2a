import {
	BUNDLE_FILES,
	MANIFEST_FILE,
	REFERENCE_FILE,
	type BundleFile,
	type Manifest,
} from '#server/bundle-manifest.ts';
import { BundleError } from '#server/bundle.ts';
import { namesIn, replaceFolder } from '../replace-folder.ts';
import { fingerprint } from './pack.ts';

/** The packed files of a bundle; models may be missing while only the catalogue is worked on. */
export type PackedFiles = Record<'titles.json.gz' | 'facts.json.gz', Uint8Array> &
	Partial<Record<BundleFile, Uint8Array>>;

/**
 * Makes sure that `dir` may be replaced: it is not there, is empty or holds nothing but a bundle.
 *
 * @throws BundleError where replacing it would delete something else
 */
export async function checkTarget(dir: string): Promise<void> {
	const own = new Set<string>([MANIFEST_FILE, REFERENCE_FILE, ...BUNDLE_FILES]);
	const names = await namesIn(dir);
	if (names === null) throw new BundleError(`${dir} is no folder.`);
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
	const text = `${JSON.stringify(manifest, null, '\t')}\n`;
	await replaceFolder(dir, { ...files, [MANIFEST_FILE]: text });
	return manifest;
}
