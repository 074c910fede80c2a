import { writeSafetensors, type Tensor } from '../safetensors.ts';
import { modelChecksum } from './model-checksum.ts';
import {
	SPROUT_FORMAT_VERSION,
	SPROUT_NETWORK_KIND,
	type CodedWideWeights,
	type SproutFile,
} from './model-file.ts';
import type {
	AutoencoderWeights,
	DenseRows,
	HeadWeights,
	SparseRows,
	TitleFacts,
} from './parts.ts';
import { quantiseRows } from './quantise-rows.ts';

type NamedTensor = readonly [string, Tensor];

/**
 * Writes a file of the Sprout network (see {@link SproutFile}), the rows of the autoencoder coded in one byte an
 * element. The same model gives the same bytes.
 */
export function writeSproutModel(model: SproutFile): Uint8Array<ArrayBuffer> {
	const tensors = new Map<string, Tensor>([
		integers('items', model.items),
		...titleTensors(model.titles),
		...sparseTensors('links', model.links),
		...sparseTensors('facts', model.facts),
		...wideTensors('presence', model.presence),
		...wideTensors('rating', model.rating),
		...networkTensors(model.autoencoder),
		...headTensors('presence_head', model.presenceHead),
		...headTensors('rating_head', model.ratingHead),
		floats('liking_weight', Float32Array.of(model.likingWeight)),
	]);
	const metadata = {
		kind: SPROUT_NETWORK_KIND,
		version: SPROUT_FORMAT_VERSION,
		name: model.name,
		settings: JSON.stringify(model.settings),
	};
	const checksum = modelChecksum({ metadata, tensors });
	return writeSafetensors({ metadata: { ...metadata, checksum }, tensors });
}

function integers(name: string, data: Int32Array): NamedTensor {
	return [name, { type: 'I32', shape: [data.length], data }];
}

function floats(name: string, data: Float32Array, shape = [data.length]): NamedTensor {
	return [name, { type: 'F32', shape, data }];
}

function titleTensors(titles: TitleFacts): NamedTensor[] {
	const { frequency, type } = titles;
	return [
		['titles.frequency', { type: 'U32', shape: [frequency.length], data: frequency }],
		integers('titles.franchise', titles.franchise),
		integers('titles.previous', titles.previous),
		floats('titles.year', titles.year),
		['titles.type', { type: 'U8', shape: [type.length], data: type }],
		floats('titles.members', titles.members),
		floats('titles.score', titles.score),
		floats('titles.bias', titles.bias),
		floats('titles.alone', titles.alone),
	];
}

function sparseTensors(name: string, { offsets, columns, values }: SparseRows): NamedTensor[] {
	return [
		[`${name}.offsets`, { type: 'U32', shape: [offsets.length], data: offsets }],
		[`${name}.columns`, { type: 'U16', shape: [columns.length], data: columns }],
		floats(`${name}.values`, values),
	];
}

function wideTensors(name: string, wide: CodedWideWeights): NamedTensor[] {
	const { triangle } = wide;
	return [
		floats(`${name}.input_scale`, wide.inputScale),
		floats(`${name}.output_scale`, wide.outputScale),
		floats(`${name}.link_scale`, wide.linkScale),
		floats(`${name}.magnitudes`, wide.magnitudes),
		[`${name}.triangle`, { type: 'I8', shape: [triangle.length], data: triangle }],
	];
}

function networkTensors(weights: AutoencoderWeights): NamedTensor[] {
	return [
		...rowTensors('network.presence_input', weights.presenceInput),
		...rowTensors('network.score_input', weights.scoreInput),
		...rowTensors('network.dropped_input', weights.droppedInput),
		...rowTensors('network.fact_input', weights.factInput),
		floats('network.hidden_bias', weights.hiddenBias),
		...rowTensors('network.presence_output', weights.presenceOutput),
		...rowTensors('network.fact_output', weights.factOutput),
		floats('network.presence_bias', weights.presenceBias),
		floats('network.fact_bias', weights.factBias),
		...rowTensors('network.rating_output', weights.ratingOutput),
		floats('network.rating_bias', weights.ratingBias),
	];
}

function rowTensors(name: string, rows: DenseRows): NamedTensor[] {
	const { codes, scales } = quantiseRows(rows);
	return [
		[name, { type: 'I8', shape: [scales.length, rows.width], data: codes }],
		floats(`${name}.scales`, scales),
	];
}

function headTensors(name: string, head: HeadWeights): NamedTensor[] {
	const { width, values } = head.hidden;
	return [
		floats(`${name}.mean`, head.mean),
		floats(`${name}.deviation`, head.deviation),
		floats(`${name}.hidden`, values, [head.hiddenBias.length, width]),
		floats(`${name}.hidden_bias`, head.hiddenBias),
		floats(`${name}.output`, head.output),
		floats(`${name}.skip`, head.skip),
		floats(`${name}.bias`, Float32Array.of(head.bias)),
	];
}
