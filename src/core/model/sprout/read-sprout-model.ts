import { ModelFileError, openModelFile } from '../open-model.ts';
import { lengthOf, readCodedMatrix, readFloats, readItems, readTensor } from '../read-tensors.ts';
import type { SafetensorsFile } from '../safetensors.ts';
import { modelChecksum } from './model-checksum.ts';
import { SPROUT_FORMAT_VERSION, SPROUT_NETWORK_KIND } from './model-file.ts';
import type { SparseRows, SproutParts, TitleFacts, WideWeights } from './parts.ts';
import { readAutoencoder, readHead } from './read-weights.ts';
import { TITLE_TYPES } from './title-context.ts';

/**
 * Reads a file of the Sprout network (see `SproutFile`), checks all that whoever computes with it relies on, and
 * unpacks its weights: coded rows to floats, the matrices to one byte an element. Nothing of what it gives
 * back is a view of `bytes`.
 *
 * @throws ModelFileError when the bytes are damaged, of another kind or version, or contradict each other
 */
export function readSproutParts(bytes: Uint8Array): SproutParts {
	const file = openModelFile(bytes, SPROUT_NETWORK_KIND, SPROUT_FORMAT_VERSION);
	if (file.metadata.checksum !== modelChecksum(file)) {
		throw new ModelFileError('The model file is damaged: its checksum does not fit.');
	}
	const items = readItems(file);
	const learnedCount = lengthOf(file, 'presence.input_scale');
	if (learnedCount < 1 || learnedCount > items.length) {
		throw new ModelFileError(
			`The model file has ${learnedCount} learned of ${items.length} items.`,
		);
	}
	const factCount = lengthOf(file, 'network.fact_bias');
	return {
		name: file.metadata.name ?? SPROUT_NETWORK_KIND,
		items,
		learnedCount,
		titles: readTitles(file, items.length),
		links: readSparseRows(file, 'links', items.length, learnedCount),
		facts: readSparseRows(file, 'facts', items.length, factCount),
		presence: readWide(file, 'presence', learnedCount),
		rating: readWide(file, 'rating', learnedCount),
		autoencoder: readAutoencoder(file, learnedCount, factCount),
		presenceHead: readHead(file, 'presence_head'),
		ratingHead: readHead(file, 'rating_head'),
		likingWeight: readFloats(file, 'liking_weight', 1)[0] ?? 0,
	};
}

function readTitles(file: SafetensorsFile, count: number): TitleFacts {
	const franchise = readTensor(file, 'titles.franchise', 'I32', [count]).slice();
	if (!franchise.every((number) => number >= 0 && number < count)) {
		throw new ModelFileError('The model file puts a title into a franchise that is none.');
	}
	const previous = readTensor(file, 'titles.previous', 'I32', [count]).slice();
	if (!previous.every((before, item) => before >= -1 && before < count && before !== item)) {
		throw new ModelFileError('The model file puts a title behind one that is none.');
	}
	return {
		frequency: readTensor(file, 'titles.frequency', 'U32', [count]).slice(),
		franchise,
		previous,
		year: readFloats(file, 'titles.year', count),
		type: readTypes(file, count),
		members: readFloats(file, 'titles.members', count),
		score: readFloats(file, 'titles.score', count),
		bias: readFloats(file, 'titles.bias', count),
		alone: readFloats(file, 'titles.alone', count),
	};
}

function readTypes(file: SafetensorsFile, count: number): Uint8Array {
	const types = readTensor(file, 'titles.type', 'U8', [count]).slice();
	if (!types.every((type) => type < TITLE_TYPES.length)) {
		throw new ModelFileError('The model file names a type of title that is none.');
	}
	return types;
}

function readSparseRows(
	file: SafetensorsFile,
	name: string,
	rows: number,
	width: number,
): SparseRows {
	const length = lengthOf(file, `${name}.columns`);
	const offsets = readTensor(file, `${name}.offsets`, 'U32', [rows + 1]).slice();
	const ascending = offsets.every((offset, row) => offset >= (offsets[row - 1] ?? 0));
	if (!ascending || offsets[0] !== 0 || offsets[rows] !== length) {
		throw new ModelFileError(`"${name}.offsets" do not ascend from 0 to ${length}.`);
	}
	const columns = readTensor(file, `${name}.columns`, 'U16', [length]).slice();
	if (!columns.every((column) => column < width)) {
		throw new ModelFileError(`"${name}.columns" reach beyond the ${width} columns there are.`);
	}
	return { offsets, columns, values: readFloats(file, `${name}.values`, length) };
}

function readWide(file: SafetensorsFile, name: string, size: number): WideWeights {
	return {
		inputScale: readFloats(file, `${name}.input_scale`, size),
		outputScale: readFloats(file, `${name}.output_scale`, size),
		linkScale: readFloats(file, `${name}.link_scale`, size),
		matrix: readCodedMatrix(file, `${name}.`, size),
	};
}
