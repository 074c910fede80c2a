import { describe, expect, it, test } from 'vitest';
import { wideNetworkFile } from '#tests/support/wide-network.ts';
import { ModelFileError, openModelFile } from './open-model.ts';
import { writeSafetensors } from './safetensors.ts';
import { writeSproutModel } from './sprout/write-sprout-model.ts';

const NETWORK = writeSproutModel(wideNetworkFile({ items: Int32Array.of(7) }));
const fileOf = (metadata: Readonly<Record<string, string>>) =>
	writeSafetensors({ metadata, tensors: new Map() });

describe('openModelFile', () => {
	it('opens the kind and version that was asked for', () => {
		expect(openModelFile(NETWORK, 'sprout-network', '1').metadata.name).toBe('wide');
	});

	test.each<[string, Uint8Array, RegExp]>([
		['no bytes', new Uint8Array(0), /can't be read.*cut/],
		['text', new TextEncoder().encode('<!doctype html> <html>'), /can't be read/],
		['a cut file', NETWORK.subarray(0, -1), /can't be read/],
		['no kind', fileOf({ version: '2' }), /another kind/],
		['another kind', fileOf({ kind: 'sprout-item-item', version: '2' }), /another kind/],
		['no version', fileOf({ kind: 'sprout-network' }), /version \(none\)/],
		['another version', NETWORK, /version 1; .* reads 2/],
	])('refuses %s', (_, bytes, message) => {
		const opening = () => openModelFile(bytes, 'sprout-network', '2');
		expect(opening).toThrow(ModelFileError);
		expect(opening).toThrow(message);
	});
});
