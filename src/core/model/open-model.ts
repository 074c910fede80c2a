import { ITEM_ITEM_KIND, ModelFileError } from './model-format.ts';
import { readSafetensors, SafetensorsError, type SafetensorsFile } from './safetensors.ts';
import { SPROUT_NETWORK_KIND } from './sprout/model-file.ts';

/** The kinds of model file that Sprout reads. */
const MODEL_KINDS = [ITEM_ITEM_KIND, SPROUT_NETWORK_KIND] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/**
 * What kind of model a file holds, so that the reader of that kind can be called; looks at the header only.
 *
 * @throws ModelFileError when the bytes are cut, of another format or of a kind that Sprout does not know
 */
export function readModelKind(bytes: Uint8Array): ModelKind {
	return kindOf(openFile(bytes));
}

/**
 * Opens a model file of one kind and version; its tensors are views of `bytes` and yet to be checked.
 *
 * @throws ModelFileError when the bytes are cut, of another format, kind or version
 */
export function openModelFile(
	bytes: Uint8Array,
	kind: ModelKind,
	version: string,
): SafetensorsFile {
	const file = openFile(bytes);
	if (kindOf(file) !== kind) throw new ModelFileError('The file holds another kind of model.');
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

function kindOf({ metadata }: SafetensorsFile): ModelKind {
	const kind = MODEL_KINDS.find((known) => known === metadata.kind);
	if (kind) return kind;
	throw new ModelFileError('The file holds another kind of model than Sprout knows.');
}
