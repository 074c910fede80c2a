import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	smallNetworkFile,
	smallNetworkParts,
	type NetworkSizes,
} from '#tests/support/small-network.ts';
import { ModelFileError } from '../open-model.ts';
import { readSafetensors, writeSafetensors, type Tensor } from '../safetensors.ts';
import { modelChecksum } from './model-checksum.ts';
import type { AutoencoderWeights, DenseRows, SproutParts } from './parts.ts';
import { quantiseRows, restoreRows } from './quantise-rows.ts';
import { readSproutParts } from './read-sprout-model.ts';
import { writeSproutModel } from './write-sprout-model.ts';

const SIZES: NetworkSizes = {
	n: 4,
	m: 3,
	facts: 2,
	hidden: 2,
	presenceFeatures: 2,
	ratingFeatures: 1,
};
const FILE = writeSproutModel(smallNetworkFile(1, SIZES));

/** The file with some tensors or metadata replaced, and a checksum that fits. */
function changed(
	tensors: Readonly<Record<string, Tensor | null>>,
	metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
	const file = readSafetensors(FILE);
	const replaced = new Map(file.tensors);
	for (const [name, tensor] of Object.entries(tensors)) {
		if (tensor) replaced.set(name, tensor);
		else replaced.delete(name);
	}
	const texts = { ...file.metadata, ...metadata };
	const checksum = modelChecksum({ metadata: texts, tensors: replaced });
	return writeSafetensors({ metadata: { ...texts, checksum, ...metadata }, tensors: replaced });
}

const floats = (...data: number[]): Tensor => ({
	type: 'F32',
	shape: [data.length],
	data: Float32Array.from(data),
});
const integers = (...data: number[]): Tensor => ({
	type: 'I32',
	shape: [data.length],
	data: Int32Array.from(data),
});
const offsets = (...data: number[]): Tensor => ({
	type: 'U32',
	shape: [data.length],
	data: Uint32Array.from(data),
});
/** The tensor of that name with every element replaced by one number. */
function filled(name: string, value: number): Readonly<Record<string, Tensor>> {
	const tensor = readSafetensors(FILE).tensors.get(name);
	if (!tensor) throw new Error(`no ${name}`);
	// Of the same type: only its elements are others.
	return { [name]: { ...tensor, data: tensor.data.slice().fill(value) } as Tensor };
}

/** What a network is after its rows went through their codes. */
function coded(parts: SproutParts): SproutParts {
	const rows = (dense: DenseRows) => restoreRows(quantiseRows(dense), dense.width);
	const weights: AutoencoderWeights = {
		...parts.autoencoder,
		presenceInput: rows(parts.autoencoder.presenceInput),
		scoreInput: rows(parts.autoencoder.scoreInput),
		droppedInput: rows(parts.autoencoder.droppedInput),
		factInput: rows(parts.autoencoder.factInput),
		presenceOutput: rows(parts.autoencoder.presenceOutput),
		factOutput: rows(parts.autoencoder.factOutput),
		ratingOutput: rows(parts.autoencoder.ratingOutput),
	};
	return { ...parts, autoencoder: weights };
}

/** The network with its matrices as plain numbers, which can be compared. */
function plain({ presence, rating, ...parts }: SproutParts) {
	return { ...parts, wide: [presence, rating].map(plainWide) };
}

function plainWide({ matrix, inputScale, outputScale }: SproutParts['presence']) {
	const positions = Array.from({ length: matrix.size }, (_, position) => position);
	const values = positions.map((row) => positions.map((column) => matrix.at(row, column)));
	return { inputScale, outputScale, values };
}

function failureOf(work: () => unknown): unknown {
	try {
		work();
		return null;
	} catch (error) {
		return error;
	}
}

describe('readSproutParts', () => {
	it('reads what was written, its rows through their codes', () => {
		const sizes = fc.record({
			n: fc.integer({ min: 1, max: 12 }),
			learned: fc.double({ min: 0, max: 1, noNaN: true }),
			facts: fc.nat(6),
			hidden: fc.integer({ min: 1, max: 5 }),
			presenceFeatures: fc.integer({ min: 1, max: 5 }),
			ratingFeatures: fc.integer({ min: 1, max: 5 }),
			ratingOutput: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.nat(), sizes, (seed, { learned, ...drawn }) => {
				const own = { ...drawn, m: 1 + Math.floor(learned * (drawn.n - 1)) };
				const bytes = writeSproutModel(smallNetworkFile(seed, own));
				const read = readSproutParts(bytes);
				// What was read is no view of the bytes.
				bytes.fill(255);
				expect(plain(read)).toEqual(plain(coded(smallNetworkParts(seed, own))));
			}),
		);
	});

	it('writes the same bytes for the same model', () => {
		expect(writeSproutModel(smallNetworkFile(1, SIZES))).toEqual(FILE);
	});

	it('keeps how the model was trained in the file', () => {
		expect(JSON.parse(readSafetensors(FILE).metadata.settings ?? '')).toEqual({ seed: 1 });
	});

	it('refuses every file that is cut', () => {
		for (let length = 0; length < FILE.length; length += 7) {
			expect(() => readSproutParts(FILE.subarray(0, length))).toThrow(ModelFileError);
		}
	});

	it('reads or refuses, and nothing else, whatever byte is flipped', () => {
		const data = 8 + Number(new DataView(FILE.buffer).getBigUint64(0, true));
		for (let place = 0; place < FILE.length; place++) {
			const damaged = FILE.slice();
			damaged[place] = (damaged[place] ?? 0) ^ (1 << (place % 8));
			const failure = failureOf(() => readSproutParts(damaged));
			// Only the header's spaces and the like may change without harm.
			expect(failure instanceof ModelFileError || (failure === null && place < data)).toBe(true);
		}
	});

	it('reads or refuses, and nothing else, whatever a tensor holds', () => {
		const names = [...readSafetensors(FILE).tensors.keys()];
		const values = fc.constantFrom(0, 1, -1, 127, 4_000_000_000, 3e38, NaN, -Infinity);
		fc.assert(
			fc.property(fc.constantFrom(...names), values, (name, value) => {
				const failure = failureOf(() => readSproutParts(changed(filled(name, value))));
				expect(failure === null || failure instanceof ModelFileError).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});

const damaged = FILE.slice();
damaged[FILE.length - 1] = (damaged[FILE.length - 1] ?? 0) ^ 1;

test.each<[string, Uint8Array, RegExp]>([
	['bytes that are no file', Uint8Array.of(1, 2, 3), /can't be read.*cut/],
	['an item-item model', changed({}, { kind: 'sprout-item-item' }), /another kind/],
	['a foreign file', changed({}, { kind: 'other' }), /another kind/],
	['a later version', changed({}, { version: '2' }), /version 2; this Sprout reads 1/],
	['damaged weights', damaged, /damaged: its checksum/],
	['another checksum', changed({}, { checksum: '00000000' }), /checksum/],
	['a file without items', changed({ items: null }), /no list of items/],
	['items that are no ids', changed({ items: integers(7, 0, 9, 8) }), /no MyAnimeList ids/],
	['an item that stands twice', changed({ items: integers(7, 7, 9, 8) }), /twice/],
	['nothing learned', changed({ 'presence.input_scale': null }), /0 learned of 4 items/],
	[
		'more learned than there is',
		changed({ 'presence.input_scale': floats(1, 1, 1, 1, 1) }),
		/5 learned of 4/,
	],
	['other lengths of lists', changed({ 'titles.year': floats(1) }), /4 numbers "titles.year"/],
	['other types', changed({ 'titles.previous': floats(1, 1, 1, 1) }), /of type I32/],
	['a franchise beyond the last', changed(filled('titles.franchise', 4)), /franchise that is none/],
	['a franchise before the first', changed(filled('titles.franchise', -1)), /franchise/],
	['a title behind none', changed(filled('titles.previous', 4)), /behind one that is none/],
	['a title behind less than none', changed(filled('titles.previous', -2)), /behind one/],
	['a title behind itself', changed({ 'titles.previous': integers(-1, 1, -1, -1) }), /behind one/],
	['a fact that is no number', changed(filled('titles.score', NaN)), /"titles.score".*no number/],
	['offsets that fall', changed({ 'links.offsets': offsets(0, 2, 1, 2, 2) }), /do not ascend/],
	['offsets that start late', changed({ 'links.offsets': offsets(1, 2, 2, 2, 2) }), /from 0/],
	['offsets that end early', changed(filled('facts.offsets', 0)), /"facts.offsets" do not/],
	['too few offsets', changed({ 'facts.offsets': offsets(0) }), /5 numbers "facts.offsets"/],
	['links to what is not learned', changed(filled('links.columns', 3)), /beyond the 3 columns/],
	['facts that are none', changed(filled('facts.columns', 2)), /beyond the 2 columns/],
	['too few values', changed({ 'links.values': floats() }), /numbers "links.values"/],
	['an endless link', changed(filled('links.values', Infinity)), /"links.values".*no number/],
	['magnitudes that fall', changed(filled('rating.magnitudes', -1)), /ascend/],
	['weights of another size', changed({ 'rating.triangle': null }), /weights of its 3 items/],
	['no hidden layer', changed({ 'network.hidden_bias': null }), /no hidden layer/],
	['rows of another width', changed({ 'network.hidden_bias': floats(1) }), /3 × 1 numbers/],
	['missing rows', changed({ 'network.fact_output': null }), /2 × 2 numbers "network.fact_output"/],
	['half a rating output', changed({ 'network.rating_bias': floats() }), /"network.rating_output"/],
	[
		'a scale that is no number',
		changed(filled('network.score_input.scales', NaN)),
		/"network.score_input.scales".*no number/,
	],
	[
		'a scale whose multiples are endless',
		changed(filled('network.score_input.scales', 3e38)),
		/"network.score_input".*no number/,
	],
	['a head without spread', changed(filled('rating_head.deviation', 0)), /not above 0/],
	['a head of another size', changed({ 'rating_head.mean': floats(1, 2) }), /2 numbers/],
	['a head without an end', changed({ 'presence_head.bias': null }), /"presence_head.bias"/],
])('refuses %s', (_, bytes, message) => {
	expect(() => readSproutParts(bytes)).toThrow(ModelFileError);
	expect(() => readSproutParts(bytes)).toThrow(message);
});
