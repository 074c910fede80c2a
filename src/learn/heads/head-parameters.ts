import type { HeadWeights } from '#core/model/sprout/parts.ts';
import type { Rng } from '#core/math/rng.ts';

/** The numbers of a head that are learned, in one array: hidden, hidden bias, output, skip, bias. */
export interface HeadParameters {
	readonly features: number;
	readonly width: number;
	readonly values: Float32Array;
}

/** Where each part begins. */
export function headLayout({ features, width }: Pick<HeadParameters, 'features' | 'width'>) {
	const hiddenBias = features * width;
	const output = hiddenBias + width;
	const skip = output + width;
	const bias = skip + features;
	return { hidden: 0, hiddenBias, output, skip, bias, size: bias + 1 };
}

/** Random hidden weights of variance 1 / features; all else 0, so that the head begins as its skip. */
export function createHeadParameters(features: number, width: number, rng: Rng): HeadParameters {
	const layout = headLayout({ features, width });
	const values = new Float32Array(layout.size);
	for (let at = 0; at < layout.hiddenBias; at++) {
		// Uniform, with the variance of a normal one.
		values[at] = (2 * rng.next() - 1) * Math.sqrt(3 / features);
	}
	return { features, width, values };
}

/** The head as the model uses it. */
export function headWeights(
	{ features, width, values }: HeadParameters,
	standard: { readonly mean: Float32Array; readonly deviation: Float32Array },
): HeadWeights {
	const at = headLayout({ features, width });
	return {
		...standard,
		hidden: { width: features, values: values.slice(at.hidden, at.hiddenBias) },
		hiddenBias: values.slice(at.hiddenBias, at.output),
		output: values.slice(at.output, at.skip),
		skip: values.slice(at.skip, at.bias),
		bias: values[at.bias] ?? 0,
	};
}
