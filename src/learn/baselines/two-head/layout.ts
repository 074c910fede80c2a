import type { TwoHeadWidths } from './two-head-settings.ts';

/** A layer y = W·x + b; W has a row of `inputs` for each output. */
export interface Dense {
	readonly inputs: number;
	readonly outputs: number;
	/** Where W and b begin within all parameters, in floats. */
	readonly weights: number;
	readonly bias: number;
}

/** Where everything lies within the parameters of a network, in floats. */
export interface TwoHeadLayout {
	/** Units that the titles are read into. */
	readonly inputWidth: number;
	/** A row of `inputWidth` floats for each title that is there, and one that its score is multiplied by. */
	readonly presenceInput: number;
	readonly scoreInput: number;
	readonly inputBias: number;
	/** From the input's units to the code. */
	readonly trunk: readonly Dense[];
	/** From the code to the titles. */
	readonly presence: readonly Dense[];
	readonly rating: readonly Dense[];
	/** Floats before the biases, which do not decay. */
	readonly decayed: number;
	readonly length: number;
}

/** Arrays start at whole cache lines, in floats. */
const ALIGNMENT = 16;

/** So many floats, filled up to whole cache lines. */
export function aligned(floats: number): number {
	return Math.ceil(floats / ALIGNMENT) * ALIGNMENT;
}

/** The places of all arrays: weights, then biases, so that each kind is one stretch of memory. */
export function layoutOf(itemCount: number, { trunk, head }: TwoHeadWidths): TwoHeadLayout {
	let end = 0;
	const place = (length: number) => {
		const start = end;
		end += aligned(length);
		return start;
	};
	const weighted = (widths: readonly number[]) =>
		widths.slice(1).map((outputs, k) => {
			const inputs = widths[k] ?? 0;
			return { inputs, outputs, weights: place(inputs * outputs) };
		});
	const [first, code] = [trunk[0] ?? 0, trunk.at(-1) ?? 0];
	const [presenceInput, scoreInput] = [place(itemCount * first), place(itemCount * first)];
	const unbiased = [trunk, [code, ...head, itemCount], [code, ...head, itemCount]].map(weighted);
	const decayed = end;
	const inputBias = place(first);
	const [ofTrunk = [], presence = [], rating = []] = unbiased.map((layers) =>
		layers.map((layer) => ({ ...layer, bias: place(layer.outputs) })),
	);
	return {
		inputWidth: first,
		presenceInput,
		scoreInput,
		inputBias,
		trunk: ofTrunk,
		presence,
		rating,
		decayed,
		length: end,
	};
}
