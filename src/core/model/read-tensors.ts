import { createCodedMatrix, GREATEST_CODE, triangleLength } from './coded-matrix.ts';
import type { SymmetricMatrix } from './item-item-model.ts';
import { ModelFileError } from './open-model.ts';
import type { ElementType, SafetensorsFile, TensorArrays } from './safetensors.ts';

/**
 * The elements of a tensor of a model file, as a view of the file's bytes.
 *
 * @throws ModelFileError when it is missing or of another type or shape
 */
export function readTensor<T extends ElementType>(
	file: SafetensorsFile,
	name: string,
	type: T,
	shape: readonly number[],
): TensorArrays[T] {
	const tensor = file.tensors.get(name);
	const same =
		tensor?.type === type &&
		tensor.shape.length === shape.length &&
		shape.every((length, axis) => tensor.shape[axis] === length);
	if (same) return tensor.data as TensorArrays[T]; // `data` is the array of `type`, compared above
	throw new ModelFileError(
		`The model file needs ${shape.join(' × ')} numbers "${name}" of type ${type}.`,
	);
}

/** How many elements a list of the file has; 0 where it is missing, which reading it then says. */
export function lengthOf({ tensors }: SafetensorsFile, name: string): number {
	return tensors.get(name)?.data.length ?? 0;
}

/**
 * Finite numbers of a model file, in an array of their own: the file's bytes are free once all is read.
 *
 * @throws ModelFileError when they are missing, of another shape or no numbers
 */
export function readFloats(
	file: SafetensorsFile,
	name: string,
	...shape: readonly number[]
): Float32Array {
	const data = readTensor(file, name, 'F32', shape);
	if (!data.every(Number.isFinite)) {
		throw new ModelFileError(`"${name}" of the model file holds something that is no number.`);
	}
	return data.slice();
}

/** The MyAnimeList ids of a model file. @throws ModelFileError when they are missing, none or twice */
export function readItems(file: SafetensorsFile): Int32Array {
	const tensor = file.tensors.get('items');
	if (tensor?.type !== 'I32') throw new ModelFileError('The model file has no list of items.');
	const items = tensor.data.slice();
	if (items.length === 0 || !items.every((malId) => malId > 0)) {
		throw new ModelFileError('The items of the model file are no MyAnimeList ids.');
	}
	if (new Set(items).size !== items.length) {
		throw new ModelFileError('The model file names an item twice.');
	}
	return items;
}

/**
 * Unpacks the coded matrix of `size` rows from the tensors `<prefix>triangle` and `<prefix>magnitudes`.
 *
 * @throws ModelFileError when they are missing, of another size or no code
 */
export function readCodedMatrix(
	file: SafetensorsFile,
	prefix: string,
	size: number,
): SymmetricMatrix {
	const magnitudes = readFloats(file, `${prefix}magnitudes`, GREATEST_CODE + 1);
	const ascending = magnitudes.every((value, code) => value >= (magnitudes[code - 1] ?? 0));
	if (magnitudes[0] !== 0 || !ascending) {
		throw new ModelFileError('The magnitudes of the model file do not ascend from 0.');
	}
	const triangle = file.tensors.get(`${prefix}triangle`);
	if (triangle?.type !== 'I8' || triangle.data.length !== triangleLength(size)) {
		throw new ModelFileError(`The model file lacks the weights of its ${size} items.`);
	}
	return createCodedMatrix(size, triangle.data, magnitudes);
}
