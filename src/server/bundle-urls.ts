import type { RatingError } from '#core/rank/rating-error.ts';
import { SMALL_MODEL_FILE } from './bundle-manifest.ts';
import { ATLAS_TITLES_FILE } from './atlas/titles-file.ts';
import type { Bundle } from './bundle.ts';

/** Where a browser finds the bundle's files, and how much the model for it weighs. */
export interface BundleUrls {
	readonly titles: string;
	readonly facts: string;
	readonly model: string;
	/** Null in a bundle without reference figures. */
	readonly reference: string | null;
	/** Size of the model on its way (packed) and in memory, in bytes. */
	readonly modelBytes: number;
	readonly modelUnpackedBytes: number;
	/** How far the scores that it predicts are off; left out where nobody measured it. */
	readonly ratingError?: RatingError;
	/** The map, the names of its points and their neighbours; null in a bundle without one. */
	readonly atlas: {
		readonly map: string;
		readonly titles: string;
		readonly neighbours: string;
	} | null;
}

const REFERENCE = 'reference.json';

/** @throws Error when the bundle lacks a file, which its reader rules out */
export function bundleUrls(bundle: Pick<Bundle, 'manifest' | 'publicFiles'>): BundleUrls {
	const file = (name: string) => {
		const found = bundle.publicFiles.get(name);
		if (!found) throw new Error(`The bundle has no ${name}.`);
		return { url: `/bundle/${found.hash}/${name}`, packed: found.bytes };
	};
	const model = file('model-small.safetensors');
	const ratingError = bundle.manifest.ratingErrors?.[SMALL_MODEL_FILE];
	return {
		titles: file('titles.json').url,
		facts: file('facts.json').url,
		model: model.url,
		modelBytes: model.packed.byteLength,
		modelUnpackedBytes: unpackedBytes(model.packed),
		...(ratingError && { ratingError }),
		reference: bundle.publicFiles.has(REFERENCE) ? file(REFERENCE).url : null,
		atlas: bundle.publicFiles.has(ATLAS_TITLES_FILE)
			? {
					map: file('atlas.safetensors').url,
					titles: file(ATLAS_TITLES_FILE).url,
					neighbours: file('atlas-neighbours.safetensors').url,
				}
			: null,
	};
}

/** How long a gzip file of one member is when unpacked, which its last four bytes say (RFC 1952, ISIZE). */
function unpackedBytes(packed: Uint8Array): number {
	const { buffer, byteOffset, byteLength } = packed;
	return new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - 4, true);
}
