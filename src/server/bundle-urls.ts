import { ATLAS_TITLES_FILE } from './atlas/titles-file.ts';
import type { Bundle } from './bundle.ts';

/** Where a browser finds the bundle's files, and how much the model for it weighs. */
export interface BundleUrls {
	readonly titles: string;
	readonly facts: string;
	readonly model: string;
	/** Size of the model on its way (packed) and in memory, in bytes. */
	readonly modelBytes: number;
	readonly modelUnpackedBytes: number;
	/** The map and the names of its points; null in a bundle without one. */
	readonly atlas: { readonly map: string; readonly titles: string } | null;
}

/** @throws Error when the bundle lacks a file, which its reader rules out */
export function bundleUrls(bundle: Pick<Bundle, 'publicFiles' | 'smallModel'>): BundleUrls {
	const file = (name: string) => {
		const found = bundle.publicFiles.get(name);
		if (!found) throw new Error(`The bundle has no ${name}.`);
		return { url: `/bundle/${found.hash}/${name}`, bytes: found.bytes.byteLength };
	};
	const model = file('model-small.safetensors');
	return {
		titles: file('titles.json').url,
		facts: file('facts.json').url,
		model: model.url,
		modelBytes: model.bytes,
		modelUnpackedBytes: bundle.smallModel.byteLength,
		atlas: bundle.publicFiles.has(ATLAS_TITLES_FILE)
			? { map: file('atlas.safetensors').url, titles: file(ATLAS_TITLES_FILE).url }
			: null,
	};
}
