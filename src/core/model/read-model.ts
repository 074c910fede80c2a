import { createCodedMatrix, GREATEST_CODE, triangleLength } from './coded-matrix.ts';
import { createItemItemModel } from './item-item-model.ts';
import { ITEM_ITEM_KIND, MODEL_FORMAT_VERSION, ModelFileError } from './model-format.ts';
import type { ExplainingRecommender } from './recommender.ts';
import { readSafetensors, SafetensorsError, type SafetensorsFile } from './safetensors.ts';

/**
 * Reads an item-item model file (see `ItemItemFile`) and unpacks its weights: under 100 ms and one byte
 * per pair of titles for 5,237 titles.
 *
 * @throws ModelFileError when the bytes are damaged, of another kind or of another version
 */
export function readItemItemModel(bytes: Uint8Array): ExplainingRecommender {
	const file = openFile(bytes);
	const { kind, version, name = kind ?? '' } = file.metadata;
	if (kind !== ITEM_ITEM_KIND) throw new ModelFileError('The file holds another kind of model.');
	if (version !== MODEL_FORMAT_VERSION) {
		throw new ModelFileError(
			`The model file has format version ${version}; this Sprout reads ${MODEL_FORMAT_VERSION}.`,
		);
	}
	const items = file.tensors.get('items');
	if (items?.type !== 'I32') throw new ModelFileError('The model file has no list of items.');
	checkItems(items.data);
	const size = items.data.length;
	const magnitudes = readFloats(file, 'magnitudes', GREATEST_CODE + 1);
	checkMagnitudes(magnitudes);
	const triangle = file.tensors.get('triangle');
	if (triangle?.type !== 'I8' || triangle.data.length !== triangleLength(size)) {
		throw new ModelFileError(`The model file lacks the weights of its ${size} items.`);
	}
	return createItemItemModel({
		name,
		items: items.data.slice(),
		inputScale: readFloats(file, 'input_scale', size),
		outputScale: readFloats(file, 'output_scale', size),
		prior: readFloats(file, 'prior', size),
		matrix: createCodedMatrix(size, triangle.data, magnitudes),
	});
}

function openFile(bytes: Uint8Array): SafetensorsFile {
	try {
		return readSafetensors(bytes);
	} catch (cause) {
		if (!(cause instanceof SafetensorsError)) throw cause;
		throw new ModelFileError(`The model file can't be read. ${cause.message}`, { cause });
	}
}

function readFloats(file: SafetensorsFile, name: string, length: number): Float32Array {
	const tensor = file.tensors.get(name);
	if (tensor?.type !== 'F32' || tensor.data.length !== length) {
		throw new ModelFileError(`The model file needs ${length} numbers "${name}".`);
	}
	if (!tensor.data.every(Number.isFinite)) {
		throw new ModelFileError(`"${name}" of the model file holds something that is no number.`);
	}
	// A copy, so that the file's bytes are free once its weights are unpacked.
	return tensor.data.slice();
}

function checkItems(items: Int32Array): void {
	if (items.length === 0 || !items.every((malId) => malId > 0)) {
		throw new ModelFileError('The items of the model file are no MyAnimeList ids.');
	}
	if (new Set(items).size !== items.length) {
		throw new ModelFileError('The model file names an item twice.');
	}
}

function checkMagnitudes(magnitudes: Float32Array): void {
	const ascending = magnitudes.every((value, code) => value >= (magnitudes[code - 1] ?? 0));
	if (magnitudes[0] !== 0 || !ascending) {
		throw new ModelFileError('The magnitudes of the model file do not ascend from 0.');
	}
}
