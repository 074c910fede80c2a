import { GREATEST_CODE } from '#core/model/coded-matrix.ts';
import type { ItemItemFile } from '#core/model/model-format.ts';

/** A model file's content for one title, which has nothing to say of any other. */
export function smallestModel(malId: number): ItemItemFile {
	return {
		name: 'smallest',
		items: Int32Array.of(malId),
		inputScale: Float32Array.of(1),
		outputScale: Float32Array.of(1),
		prior: Float32Array.of(1),
		magnitudes: new Float32Array(GREATEST_CODE + 1),
		triangle: new Int8Array(0),
		settings: {},
	};
}
