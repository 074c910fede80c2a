import { readSafetensors, SafetensorsError, type SafetensorsFile } from './safetensors.ts';

/** The model file can't be used; the message says why. */
export class ModelFileError extends Error {}

/**
 * Opens a model file of one kind and version; its tensors are views of `bytes` and yet to be checked.
 *
 * @throws ModelFileError when the bytes are cut, of another format, kind or version
 */
export function openModelFile(bytes: Uint8Array, kind: string, version: string): SafetensorsFile {
	const file = openFile(bytes);
	if (file.metadata.kind !== kind) {
		throw new ModelFileError('The file holds another kind of model.');
	}
	const { version: found = '(none)' } = file.metadata;
	if (found === version) return file;
	throw new ModelFileError(
		`The model file has format version ${found}; this Sprout reads ${version}.`,
	);
}

function openFile(bytes: Uint8Array): SafetensorsFile {
	try {
		return readSafetensors(bytes);
	} catch (cause) {
		if (!(cause instanceof SafetensorsError)) throw cause;
		throw new ModelFileError(`The model file can't be read. ${cause.message}`, { cause });
	}
}
