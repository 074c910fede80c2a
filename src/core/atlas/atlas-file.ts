import {
	readSafetensors,
	SafetensorsError,
	type ElementType,
	type SafetensorsFile,
	type TensorArrays,
} from '../model/safetensors.ts';
import { MOST_POINTS } from './atlas-data.ts';

/** Version of both files of a map (docs/atlas-format.md); a reader takes only its own. */
export const ATLAS_VERSION = '1';
export const ATLAS_KIND = 'sprout-atlas';
export const NEIGHBOURS_KIND = 'sprout-atlas-neighbours';

/** The file of a map can't be used; the message says why. */
export class AtlasFileError extends Error {}

/**
 * Opens a file of a map; its tensors are views of `bytes` and yet to be checked.
 *
 * @throws AtlasFileError when the bytes are cut, of another format, kind or version
 */
export function openAtlasFile(bytes: Uint8Array, kind: string): SafetensorsFile {
	const file = openFile(bytes);
	if (file.metadata.kind !== kind) throw new AtlasFileError(`The file is no ${kind}.`);
	const { version = '(none)' } = file.metadata;
	if (version === ATLAS_VERSION) return file;
	throw new AtlasFileError(
		`The ${kind} has format version ${version}; this Sprout reads ${ATLAS_VERSION}.`,
	);
}

function openFile(bytes: Uint8Array): SafetensorsFile {
	try {
		return readSafetensors(bytes);
	} catch (cause) {
		if (!(cause instanceof SafetensorsError)) throw cause;
		throw new AtlasFileError(`The map can't be read. ${cause.message}`, { cause });
	}
}

/** A copy of `length` elements. @throws AtlasFileError when they are missing, fewer or of another type */
export function readColumn<T extends ElementType>(
	file: SafetensorsFile,
	name: string,
	type: T,
	length: number,
): TensorArrays[T] {
	const tensor = file.tensors.get(name);
	if (tensor?.type !== type || tensor.data.length !== length) {
		throw new AtlasFileError(`The map needs ${length} numbers "${name}" of type ${type}.`);
	}
	return tensor.data.slice() as TensorArrays[T]; // the array of this very type, compared above
}

/** The titles of a map, each once. @throws AtlasFileError when they are missing, too many or no ids */
export function readPoints(file: SafetensorsFile): Int32Array {
	const tensor = file.tensors.get('mal_ids');
	if (tensor?.type !== 'I32') throw new AtlasFileError('The map has no list of titles.');
	const { length } = tensor.data;
	if (length < 1 || length > MOST_POINTS) {
		throw new AtlasFileError(`The map has ${length} titles; 1 to ${MOST_POINTS} were expected.`);
	}
	const malIds = tensor.data.slice();
	if (!malIds.every((malId) => malId > 0) || new Set(malIds).size !== length) {
		throw new AtlasFileError('The titles of the map are no MyAnimeList ids, or there twice.');
	}
	return malIds;
}
