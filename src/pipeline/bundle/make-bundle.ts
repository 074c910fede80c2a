import { gunzipSync } from 'node:zlib';
import { decodeCatalogue } from '#core/catalogue/decode.ts';
import { encodeCatalogue } from '#core/catalogue/encode.ts';
import { BUNDLE_FORMAT, type Manifest } from '#server/bundle-manifest.ts';
import { openModel } from '#server/bundle.ts';
import { CATALOGUE_SOURCES, type BuiltCatalogue } from '../catalogue/build-catalogue.ts';
import { checkAtlasPart, type AtlasPart } from './atlas-part.ts';
import { describeSources } from './describe-sources.ts';
import type { ModelPart } from './model-part.ts';
import { packBytes } from './pack.ts';
import { writeBundle, type PackedFiles } from './write-bundle.ts';

/** What a bundle is made of. */
export interface BundleParts {
	/** The data folder that the catalogue was built from. */
	readonly data: string;
	readonly catalogue: BuiltCatalogue;
	readonly models: ModelPart;
	/** Null for a bundle without a map. */
	readonly atlas: AtlasPart | null;
}

/**
 * Packs a catalogue, joins it to models and puts them into `out` as a bundle.
 *
 * @throws BundleError when they don't fit together: no site would start with them
 */
export async function makeBundle(
	out: string,
	{ data, catalogue, models, atlas }: BundleParts,
): Promise<Manifest> {
	const { titles, facts } = encodeCatalogue(catalogue.parts);
	for (const packed of Object.values(models.files ?? {})) {
		const model = new Uint8Array(gunzipSync(packed));
		openModel({ model, catalogue: decodeCatalogue(titles, facts) });
	}
	if (atlas) checkAtlasPart(atlas, decodeCatalogue(titles, facts));
	const files: PackedFiles = {
		'titles.json.gz': packBytes(JSON.stringify(titles)),
		'facts.json.gz': packBytes(JSON.stringify(facts)),
		...models.files,
		...atlas?.files,
	};
	const sources = await describeSources(data, CATALOGUE_SOURCES, catalogue.rows);
	return writeBundle(out, files, {
		format: BUNDLE_FORMAT,
		date: catalogue.date,
		sources: sortKeys({ ...models.sources, ...sources }),
		counts: { ...countCatalogue(catalogue), ...models.counts },
		models: models.settings,
		...(atlas && { atlas: atlas.settings }),
	});
}

function countCatalogue({ parts }: BuiltCatalogue): Manifest['counts'] {
	return {
		titles: parts.anime.length,
		relatedPairs: parts.pairs.length,
		franchisesOfSeveral: parts.franchises.length,
		titlesInThem: parts.franchises.reduce((sum, members) => sum + members.length, 0),
	};
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
