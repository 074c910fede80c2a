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
}

const REFERENCE = 'reference.json';

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
		reference: bundle.publicFiles.has(REFERENCE) ? file(REFERENCE).url : null,
		modelBytes: model.bytes,
		modelUnpackedBytes: bundle.smallModel.byteLength,
	};
}
