import { describe, expect, it, test } from 'vitest';
import { smallNetworkFile } from '#tests/support/small-network.ts';
import { smallestModel } from '#tests/support/smallest-model.ts';
import { ModelFileError } from './model-format.ts';
import { openModelFile, readModelKind } from './open-model.ts';
import { writeSafetensors } from './safetensors.ts';
import { writeSproutModel } from './sprout/write-sprout-model.ts';
import { writeItemItemModel } from './write-model.ts';

const NETWORK = writeSproutModel(
	smallNetworkFile(1, { n: 2, m: 1, facts: 1, hidden: 1, presenceFeatures: 1, ratingFeatures: 1 }),
);
const fileOf = (metadata: Readonly<Record<string, string>>) =>
	writeSafetensors({ metadata, tensors: new Map() });

describe('readModelKind', () => {
	it('tells the kinds of model apart', () => {
		expect(readModelKind(writeItemItemModel(smallestModel(1)))).toBe('sprout-item-item');
		expect(readModelKind(NETWORK)).toBe('sprout-network');
	});

	test.each<[string, Uint8Array, RegExp]>([
		['no bytes', new Uint8Array(0), /can't be read.*cut/],
		['text', new TextEncoder().encode('<!doctype html> <html>'), /can't be read/],
		['a cut file', NETWORK.subarray(0, -1), /can't be read/],
		['no kind', fileOf({}), /another kind/],
		['an unknown kind', fileOf({ kind: 'toString' }), /another kind/],
	])('refuses %s', (_, bytes, message) => {
		expect(() => readModelKind(bytes)).toThrow(ModelFileError);
		expect(() => readModelKind(bytes)).toThrow(message);
	});
});

describe('openModelFile', () => {
	it('opens the kind and version that was asked for, and no other', () => {
		expect(openModelFile(NETWORK, 'sprout-network', '1').metadata.name).toBe('small 1');
		expect(() => openModelFile(NETWORK, 'sprout-item-item', '1')).toThrow(/another kind/);
		expect(() => openModelFile(NETWORK, 'sprout-network', '2')).toThrow(/version 1; .* reads 2/);
		const old = fileOf({ kind: 'sprout-network' });
		expect(() => openModelFile(old, 'sprout-network', '1')).toThrow(/version \(none\)/);
	});
});
