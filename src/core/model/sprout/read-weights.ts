import { ModelFileError } from '../open-model.ts';
import { lengthOf, readFloats, readTensor } from '../read-tensors.ts';
import type { SafetensorsFile } from '../safetensors.ts';
import type { AutoencoderWeights, DenseRows, HeadWeights } from './parts.ts';
import { restoreRows } from './quantise-rows.ts';

/** Of an I8; no writer of ours makes it, but it is the one that makes the largest number of a scale. */
const LOWEST_CODE = -128;

/**
 * The autoencoder of a model file, its rows unpacked to floats.
 *
 * @param learned titles that were learned
 * @param facts facts that titles can have
 * @throws ModelFileError when something is missing, of another shape or no number
 */
export function readAutoencoder(
	file: SafetensorsFile,
	learned: number,
	facts: number,
): AutoencoderWeights {
	const width = lengthOf(file, 'network.hidden_bias');
	if (width === 0) throw new ModelFileError('The model file has no hidden layer.');
	// The rating output need not be there, but not by half.
	const rated = lengthOf(file, 'network.rating_bias') === 0 ? 0 : learned;
	const rows = (name: string, count: number) => readRows(file, `network.${name}`, count, width);
	return {
		width,
		presenceInput: rows('presence_input', learned),
		scoreInput: rows('score_input', learned),
		droppedInput: rows('dropped_input', learned),
		factInput: rows('fact_input', facts),
		hiddenBias: readFloats(file, 'network.hidden_bias', width),
		presenceOutput: rows('presence_output', learned),
		factOutput: rows('fact_output', facts),
		presenceBias: readFloats(file, 'network.presence_bias', learned),
		factBias: readFloats(file, 'network.fact_bias', facts),
		ratingOutput: rows('rating_output', rated),
		ratingBias: readFloats(file, 'network.rating_bias', rated),
	};
}

/**
 * A head of a model file.
 *
 * @throws ModelFileError when something is missing, of another shape, no number or no deviation
 */
export function readHead(file: SafetensorsFile, name: string): HeadWeights {
	const features = lengthOf(file, `${name}.mean`);
	const width = lengthOf(file, `${name}.hidden_bias`);
	const deviation = readFloats(file, `${name}.deviation`, features);
	if (!deviation.every((value) => value > 0)) {
		throw new ModelFileError(`"${name}.deviation" of the model file is not above 0.`);
	}
	return {
		mean: readFloats(file, `${name}.mean`, features),
		deviation,
		hidden: { width: features, values: readFloats(file, `${name}.hidden`, width, features) },
		hiddenBias: readFloats(file, `${name}.hidden_bias`, width),
		output: readFloats(file, `${name}.output`, width),
		skip: readFloats(file, `${name}.skip`, features),
		bias: readFloats(file, `${name}.bias`, 1)[0] ?? 0,
	};
}

function readRows(file: SafetensorsFile, name: string, count: number, width: number): DenseRows {
	const codes = readTensor(file, name, 'I8', [count, width]);
	const scales = readFloats(file, `${name}.scales`, count);
	if (!scales.every((scale) => Number.isFinite(Math.fround(scale * LOWEST_CODE)))) {
		throw new ModelFileError(`"${name}" of the model file holds something that is no number.`);
	}
	return restoreRows({ codes, scales }, width);
}
