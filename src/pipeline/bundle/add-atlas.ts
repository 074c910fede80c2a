import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BUNDLE_FILES, MANIFEST_FILE, type BundleFile, type Manifest } from '#server/bundle-manifest.ts';
import { readBundle } from '#server/bundle.ts';
import { swapFolder } from '../replace-folder.ts';
import { checkAtlasPart, type AtlasPart } from './atlas-part.ts';
import { fingerprint } from './pack.ts';
import { checkTarget } from './write-bundle.ts';

/**
 * Puts a map into the bundle in `dir` in place of the one it had. All other files stay as they are: the new folder has
 * the same ones by another link, and is swapped for the old one at the end, so that an interrupted run changes nothing.
 *
 * @throws BundleError when the bundle is missing or damaged, or the map is of other titles
 */
export async function addAtlas(dir: string, part: AtlasPart): Promise<Manifest> {
	await checkTarget(dir);
	const { manifest, catalogue } = await readBundle(dir, []);
	checkAtlasPart(part, catalogue);
	const sizes = Object.entries(part.files).map(([name, bytes]) => [name, fingerprint(bytes)]);
	const next: Manifest = {
		...manifest,
		atlas: part.settings,
		files: { ...manifest.files, ...Object.fromEntries(sizes) },
	};
	const fresh = `${resolve(dir)}.new`;
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh);
	for (const name of keptFiles(manifest, part)) await linkOrCopy(join(dir, name), join(fresh, name));
	for (const [name, bytes] of Object.entries(part.files)) await writeFile(join(fresh, name), bytes);
	await writeFile(join(fresh, MANIFEST_FILE), `${JSON.stringify(next, null, '\t')}\n`);
	await swapFolder(fresh, resolve(dir));
	return next;
}

function keptFiles({ files }: Manifest, part: AtlasPart): BundleFile[] {
	return BUNDLE_FILES.filter((name) => files[name] && !Object.hasOwn(part.files, name));
}

/** Some file systems have no hard links. */
async function linkOrCopy(from: string, to: string): Promise<void> {
	await link(from, to).catch(() => copyFile(from, to));
}
