import { describe, expect, it, test } from 'vitest';
import { GREATEST_CODE, triangleLength } from './coded-matrix.ts';
import { ModelFileError, type ItemItemFile } from './model-format.ts';
import { readItemItemModel } from './read-model.ts';
import { readSafetensors, writeSafetensors, type Tensor } from './safetensors.ts';
import { writeItemItemModel } from './write-model.ts';

const MODEL: ItemItemFile = {
	name: 'small',
	items: Int32Array.of(7, 5, 9),
	inputScale: Float32Array.of(1, 2, 3),
	outputScale: Float32Array.of(1, 0.5, 0.25),
	prior: Float32Array.of(0.25, 0, 0),
	magnitudes: Float32Array.from({ length: GREATEST_CODE + 1 }, (_, code) => code / 8),
	triangle: Int8Array.of(8, -16, 0),
	settings: { damping: 100 },
};

/** The file with some tensors or metadata replaced. */
function changed(
	tensors: Readonly<Record<string, Tensor | null>>,
	metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
	const file = readSafetensors(writeItemItemModel(MODEL));
	const replaced = new Map(file.tensors);
	for (const [name, tensor] of Object.entries(tensors)) {
		if (tensor) replaced.set(name, tensor);
		else replaced.delete(name);
	}
	return writeSafetensors({ metadata: { ...file.metadata, ...metadata }, tensors: replaced });
}

const floats = (...data: number[]): Tensor => ({
	type: 'F32',
	shape: [data.length],
	data: Float32Array.from(data),
});
const ids = (...data: number[]): Tensor => ({
	type: 'I32',
	shape: [data.length],
	data: Int32Array.from(data),
});

describe('readItemItemModel', () => {
	it('reads what was written', () => {
		const model = readItemItemModel(writeItemItemModel(MODEL));
		expect(model.name).toBe('small');
		expect([...model.items]).toEqual([7, 5, 9]);
		const input = model.readInput([{ malId: 5, score: null, status: 'completed' }]);
		const out = new Float32Array(3);
		model.score(input, out);
		const prior = 0.25 * (11 / 12);
		expect(out[0]).toBeCloseTo(2 * (8 / 8) * 1 + prior, 6);
		expect(out[1]).toBe(0);
		expect(out[2]).toBe(0);
	});

	it('keeps how the model was trained in the file', () => {
		const { metadata } = readSafetensors(writeItemItemModel(MODEL));
		expect(JSON.parse(metadata.settings ?? '')).toEqual({ damping: 100 });
	});

	test.each<[string, Uint8Array, RegExp]>([
		['bytes that are no file', Uint8Array.of(1, 2, 3), /can't be read.*cut/],
		['another kind of model', changed({}, { kind: 'other' }), /another kind/],
		['a later version', changed({}, { version: '2' }), /version 2; this Sprout reads 1/],
		['a file without items', changed({ items: null }), /no list of items/],
		['items that are no ids', changed({ items: ids(7, 0, 9) }), /no MyAnimeList ids/],
		['an item that stands twice', changed({ items: ids(7, 7, 9) }), /twice/],
		['too few scales', changed({ input_scale: floats(1, 2) }), /3 numbers "input_scale"/],
		['a scale that is no number', changed({ output_scale: floats(1, NaN, 1) }), /no number/],
		['a missing prior', changed({ prior: null }), /"prior"/],
		['too few magnitudes', changed({ magnitudes: floats(0, 1) }), /128 numbers "magnitudes"/],
		['weights of another size', changed({ triangle: null }), /lacks the weights of its 3 items/],
		[
			'magnitudes that fall',
			changed({ magnitudes: floats(...MODEL.magnitudes.toReversed()) }),
			/ascend/,
		],
	])('refuses %s', (_, bytes, message) => {
		expect(() => readItemItemModel(bytes)).toThrow(ModelFileError);
		expect(() => readItemItemModel(bytes)).toThrow(message);
	});
});

test('half a matrix of m rows has m(m − 1)/2 elements', () => {
	expect([1, 2, 3, 5].map(triangleLength)).toEqual([0, 1, 1 + 2, 1 + 2 + 3 + 4]);
});
