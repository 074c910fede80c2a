import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as v from 'valibot';
import {
	decodeReference,
	type ReferenceFigures,
} from '#core/analytics/reference/reference-figures.ts';
import type { AtlasData } from '#core/atlas/atlas-data.ts';
import { AtlasFileError } from '#core/atlas/atlas-file.ts';
import type { AtlasNeighbours } from '#core/atlas/neighbours.ts';
import { readAtlas } from '#core/atlas/read-atlas.ts';
import { readNeighbours } from '#core/atlas/read-neighbours.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { CatalogueFormatError } from '#core/catalogue/columns.ts';
import { decodeCatalogue } from '#core/catalogue/decode.ts';
import { ModelFileError } from '#core/model/open-model.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import type { SproutModel } from '#core/model/sprout/sprout-model.ts';
import type { Measured } from '#core/rank/recommend.ts';
import {
	ATLAS_FILES,
	BUNDLE_FILES,
	BUNDLE_FORMAT,
	MANIFEST_FILE,
	ManifestSchema,
	MODEL_FILE,
	MODEL_FILES,
	REFERENCE_FILE,
	type BundleFile,
	type Manifest,
} from './bundle-manifest.ts';

/** A file of the bundle as it is sent to browsers. */
export interface PublicFile {
	/** Changes with the content, so that the address can be cached for ever. */
	readonly hash: string;
	/** Gzip'd. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly contentType: string;
}

/** What the pipeline made and the site serves. */
export interface Bundle {
	readonly manifest: Manifest;
	readonly catalogue: Catalogue;
	/** Null in a bundle of an earlier version. */
	readonly reference: ReferenceFigures | null;
	/** The model file of the server, unpacked; empty where it was not asked for. */
	readonly model: Uint8Array<ArrayBuffer>;
	/** The model file for browsers, likewise. */
	readonly smallModel: Uint8Array<ArrayBuffer>;
	/** The files of the map, likewise; empty as well in a bundle without one. */
	readonly atlas: Uint8Array<ArrayBuffer>;
	readonly neighbours: Uint8Array<ArrayBuffer>;
	/**
	 * By name without `.gz`: `titles.json`, `facts.json`, `model.safetensors`, `model-small.safetensors` and, where
	 * there are any, `reference.json`, `atlas.safetensors` and `atlas-neighbours.safetensors`.
	 */
	readonly publicFiles: ReadonlyMap<string, PublicFile>;
}

/** The map of a bundle: its points are those of the neighbours. */
export interface OpenedAtlas {
	readonly data: AtlasData;
	readonly neighbours: AtlasNeighbours;
}

/** The bundle can't be used; the message says why and what to do. */
export class BundleError extends Error {}

const REMEDY = 'Make it again with `npm run sprout -- bundle --data <folder>`.';
const HASH_LENGTH = 16;
const unpack = promisify(gunzip);

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await readFile(path));
	} catch (cause) {
		const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
		throw new BundleError(
			missing ? `The bundle has no ${path}. ${REMEDY}` : `${path} of the bundle can't be read.`,
			{ cause },
		);
	}
}

function parseJson(path: string, bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (cause) {
		throw new BundleError(`${path} is damaged: it is not JSON. ${REMEDY}`, { cause });
	}
}

/** Reads the manifest alone. @throws BundleError when it is missing, damaged or of another format */
export async function readManifest(dir: string): Promise<Manifest> {
	const path = join(dir, MANIFEST_FILE);
	const json = parseJson(path, await readBytes(path));
	const head = v.safeParse(v.object({ format: v.number() }), json);
	if (head.success && head.output.format !== BUNDLE_FORMAT) {
		throw new BundleError(
			`The bundle has format ${head.output.format}, this version of Sprout reads ${BUNDLE_FORMAT}. ${REMEDY}`,
		);
	}
	const result = v.safeParse(ManifestSchema, json);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const where = v.getDotPath(issue) ?? 'the whole';
	throw new BundleError(`${path} is damaged: ${where}: ${issue.message}. ${REMEDY}`);
}

/**
 * Reads one packed file and holds it against the manifest.
 *
 * @throws BundleError when it is missing or its bytes are not those that the manifest states
 */
export async function readChecked(dir: string, manifest: Manifest, name: BundleFile) {
	const expected = manifest.files[name];
	if (!expected) throw new BundleError(`The bundle was made without ${name}. ${REMEDY}`);
	const path = join(dir, name);
	const bytes = await readBytes(path);
	if (bytes.byteLength !== expected.bytes) {
		throw new BundleError(
			`${path} is damaged: ${bytes.byteLength} bytes instead of ${expected.bytes}. ${REMEDY}`,
		);
	}
	if (createHash('sha256').update(bytes).digest('hex') !== expected.sha256) {
		throw new BundleError(`${path} is damaged: its checksum is not the manifest's. ${REMEDY}`);
	}
	return { bytes, hash: expected.sha256.slice(0, HASH_LENGTH) };
}

/** What a bundle knows beside the model for the server. */
export function measured({ manifest, reference }: Bundle): Measured {
	return { ratingError: manifest.ratingErrors?.[MODEL_FILE], reference };
}

/**
 * Reads a whole bundle and checks every byte of it.
 *
 * @param dir the bundle's folder
 * @param wanted files of models and map to unpack: tens of megabytes each, for those who open them
 * @throws BundleError when a file is missing, damaged or of another format
 */
export async function readBundle(
	dir: string,
	wanted: readonly BundleFile[] = MODEL_FILES,
): Promise<Bundle> {
	const manifest = await readManifest(dir);
	const files = await Promise.all(
		filesOf(manifest).map(async (name) => ({ name, ...(await readChecked(dir, manifest, name)) })),
	);
	const contents = await Promise.all(
		BUNDLE_FILES.map((name) => {
			const file = files.find((one) => one.name === name);
			const isUnpacked = wanted.includes(name) || name.endsWith('.json.gz');
			return file && isUnpacked ? unpack(file.bytes).catch(unreadable(name)) : new Uint8Array();
		}),
	);
	const [titles, facts, model, smallModel, atlas, neighbours, reference] = contents;
	if (!titles || !facts || !model || !smallModel || !atlas || !neighbours) {
		throw new BundleError(`The bundle is incomplete. ${REMEDY}`);
	}
	return {
		manifest,
		catalogue: openCatalogue(titles, facts),
		reference: reference?.length ? openReference(reference) : null,
		model,
		smallModel,
		atlas,
		neighbours,
		publicFiles: new Map(files.map((file) => publicFile(file))),
	};
}

/** All files but those that a bundle may lack and does. @throws BundleError when one of the two is missing */
function filesOf({ files }: Manifest): BundleFile[] {
	const present = ATLAS_FILES.filter((name) => files[name]);
	if (present.length === 1) throw new BundleError(`The map of the bundle lacks a file. ${REMEDY}`);
	const optional: readonly BundleFile[] = [...ATLAS_FILES, REFERENCE_FILE];
	return BUNDLE_FILES.filter((name) => files[name] || !optional.includes(name));
}

function publicFile(file: {
	readonly name: BundleFile;
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly hash: string;
}): [string, PublicFile] {
	const { name, bytes, hash } = file;
	const publicName = name.replace(/\.gz$/, '');
	const contentType = publicName.endsWith('.json')
		? 'application/json'
		: 'application/octet-stream';
	return [publicName, { hash, bytes, contentType }];
}

function openCatalogue(titles: Uint8Array, facts: Uint8Array): Catalogue {
	try {
		return decodeCatalogue(parseJson('titles.json', titles), parseJson('facts.json', facts));
	} catch (error) {
		if (error instanceof CatalogueFormatError) unreadable('The catalogue')(error);
		throw error;
	}
}

function openReference(bytes: Uint8Array): ReferenceFigures {
	try {
		return decodeReference(parseJson('reference.json', bytes));
	} catch (error) {
		if (error instanceof CatalogueFormatError) unreadable('reference.json')(error);
		throw error;
	}
}

/**
 * Opens the model of a bundle and sees that it knows the catalogue's titles, all of them and no others.
 *
 * @throws BundleError when it is damaged, of another kind or version, or made from other data
 */
export function openModel({
	model: bytes,
	catalogue,
}: Pick<Bundle, 'model' | 'catalogue'>): SproutModel {
	let model: SproutModel;
	try {
		model = openSproutModel(bytes);
	} catch (error) {
		if (error instanceof ModelFileError) unreadable('The model')(error);
		throw error;
	}
	const missing = model.items.find((malId) => catalogue.indexOf(malId) === undefined);
	if (missing !== undefined) {
		throw new BundleError(`The bundle's catalogue lacks title ${missing} of its model. ${REMEDY}`);
	}
	const known = new Set(model.items);
	for (let index = 0; index < catalogue.size; index++) {
		const { malId } = catalogue.anime(index);
		if (known.has(malId)) continue;
		throw new BundleError(`The bundle's model lacks title ${malId} of its catalogue. ${REMEDY}`);
	}
	return model;
}

/**
 * Opens the map of a bundle; `null` where it has none, or the files were not unpacked.
 *
 * @throws BundleError when it is damaged, of another version, or knows a title that the catalogue lacks
 */
export function openAtlas({
	atlas,
	neighbours,
	catalogue,
}: Pick<Bundle, 'atlas' | 'neighbours' | 'catalogue'>): OpenedAtlas | null {
	if (atlas.length === 0 || neighbours.length === 0) return null;
	try {
		const opened = { data: readAtlas(atlas), neighbours: readNeighbours(neighbours) };
		const { malIds } = opened.data;
		const unknown = malIds.find((malId) => catalogue.indexOf(malId) === undefined);
		if (unknown !== undefined) throw new AtlasFileError(`The catalogue lacks title ${unknown}.`);
		const same = malIds.every((malId, point) => malId === opened.neighbours.malIds[point]);
		if (!same || malIds.length !== opened.neighbours.malIds.length) {
			throw new AtlasFileError('Its neighbours are those of other titles.');
		}
		return opened;
	} catch (error) {
		if (error instanceof AtlasFileError) unreadable('The map')(error);
		throw error;
	}
}

/** Turns a reader's complaint about what a file holds into one that says what to do. */
function unreadable(what: string): (cause: unknown) => never {
	return (cause) => {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new BundleError(`${what} of the bundle can't be read: ${reason} ${REMEDY}`, { cause });
	};
}
