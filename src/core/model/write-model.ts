import { ITEM_ITEM_KIND, MODEL_FORMAT_VERSION, type ItemItemFile } from './model-format.ts';
import { writeSafetensors, type Tensor } from './safetensors.ts';

/** Writes an item-item model file; the same model gives the same bytes. */
export function writeItemItemModel(model: ItemItemFile): Uint8Array<ArrayBuffer> {
	const floats = (data: Float32Array): Tensor => ({ type: 'F32', shape: [data.length], data });
	return writeSafetensors({
		metadata: {
			kind: ITEM_ITEM_KIND,
			version: MODEL_FORMAT_VERSION,
			name: model.name,
			settings: JSON.stringify(model.settings),
		},
		tensors: new Map<string, Tensor>([
			['items', { type: 'I32', shape: [model.items.length], data: model.items }],
			['input_scale', floats(model.inputScale)],
			['output_scale', floats(model.outputScale)],
			['prior', floats(model.prior)],
			['magnitudes', floats(model.magnitudes)],
			['triangle', { type: 'I8', shape: [model.triangle.length], data: model.triangle }],
		]),
	});
}
