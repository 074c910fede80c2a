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
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { CatalogueFormatError } from '#core/catalogue/columns.ts';
import { decodeCatalogue } from '#core/catalogue/decode.ts';
import { ModelFileError } from '#core/model/open-model.ts';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import type { SproutModel } from '#core/model/sprout/sprout-model.ts';
import type { Measured } from '#core/rank/recommend.ts';
import {
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
interface PublicFile {
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
	/** By name without `.gz`: `titles.json`, `facts.json`, `model.safetensors`, `model-small.safetensors`, `reference.json`. */
	readonly publicFiles: ReadonlyMap<string, PublicFile>;
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
 * @param models the model files to unpack: tens of megabytes each, for those who open them
 * @throws BundleError when a file is missing, damaged or of another format
 */
export async function readBundle(
	dir: string,
	models: readonly BundleFile[] = MODEL_FILES,
): Promise<Bundle> {
	const manifest = await readManifest(dir);
	const names: readonly BundleFile[] = manifest.files[REFERENCE_FILE]
		? [...BUNDLE_FILES, REFERENCE_FILE]
		: BUNDLE_FILES;
	const files = await Promise.all(
		names.map(async (name) => ({ name, ...(await readChecked(dir, manifest, name)) })),
	);
	const [titles, facts, model, smallModel, reference] = await Promise.all(
		files.map(({ name, bytes }) => {
			const isWanted = models.includes(name) || !MODEL_FILES.some((file) => file === name);
			return isWanted ? unpack(bytes).catch(unreadable(name)) : new Uint8Array();
		}),
	);
	if (!titles || !facts || !model || !smallModel) {
		throw new BundleError(`The bundle is incomplete. ${REMEDY}`);
	}
	return {
		manifest,
		catalogue: openCatalogue(titles, facts),
		reference: reference ? openReference(reference) : null,
		model,
		smallModel,
		publicFiles: new Map(
			files.map(({ name, bytes, hash }) => {
				const publicName = name.replace(/\.gz$/, '');
				const contentType = publicName.endsWith('.json')
					? 'application/json'
					: 'application/octet-stream';
				return [publicName, { hash, bytes, contentType }];
			}),
		),
	};
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

/** Turns a reader's complaint about what a file holds into one that says what to do. */
function unreadable(what: string): (cause: unknown) => never {
	return (cause) => {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new BundleError(`${what} of the bundle can't be read: ${reason} ${REMEDY}`, { cause });
	};
}
