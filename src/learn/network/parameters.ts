import type { AutoencoderWeights, DenseRows } from '#core/model/sprout/parts.ts';
import type { Rng } from '#core/math/rng.ts';
import type { Arena } from '#core/kernels/arena.ts';
import type { AutoencoderSettings } from './autoencoder-settings.ts';

/** Sizes of a network. */
export interface Shape {
	/** m */
	readonly itemCount: number;
	readonly factCount: number;
	/** H */
	readonly width: number;
	readonly ratings: boolean;
}

/** Arrays that decay, then those that don't, so that each kind is one stretch of memory. */
const DECAYED = [
	'presenceInput',
	'scoreInput',
	'droppedInput',
	'factInput',
	'presenceOutput',
	'factOutput',
	'ratingOutput',
] as const;
const FREE = ['hiddenBias', 'presenceBias', 'factBias', 'ratingBias', 'logVariances'] as const;

export type ParameterName = (typeof DECAYED | typeof FREE)[number];

/** Arrays start at whole cache lines, in floats. */
const ALIGNMENT = 16;

/** Where each array lies within all parameters, in floats. */
export interface Layout {
	readonly places: ReadonlyMap<ParameterName, { readonly start: number; readonly length: number }>;
	/** Floats before the first array that does not decay. */
	readonly decayed: number;
	readonly length: number;
}

function lengthOf(name: ParameterName, shape: Shape): number {
	const { itemCount, factCount, width } = shape;
	const ratedItems = shape.ratings ? itemCount : 0;
	const lengths: Record<ParameterName, number> = {
		presenceInput: itemCount * width,
		scoreInput: itemCount * width,
		droppedInput: itemCount * width,
		factInput: factCount * width,
		presenceOutput: itemCount * width,
		factOutput: factCount * width,
		ratingOutput: ratedItems * width,
		hiddenBias: width,
		presenceBias: itemCount,
		factBias: factCount,
		ratingBias: ratedItems,
		logVariances: 2,
	};
	return lengths[name];
}

/** The places of all arrays of a network. */
export function layoutOf(shape: Shape): Layout {
	const places = new Map<ParameterName, { start: number; length: number }>();
	let end = 0;
	const place = (name: ParameterName) => {
		const length = lengthOf(name, shape);
		places.set(name, { start: end, length });
		end += Math.ceil(length / ALIGNMENT) * ALIGNMENT;
	};
	DECAYED.forEach(place);
	const decayed = end;
	FREE.forEach(place);
	return { places, decayed, length: end };
}

/** Parameters, their gradients and Adam's moments in the memory of the kernels, all in one layout. */
export interface Parameters {
	readonly layout: Layout;
	/** Addresses of `layout.length` floats each. */
	readonly values: number;
	readonly gradients: number;
	readonly first: number;
	readonly second: number;
	/** Address of one array. */
	at(name: ParameterName): number;
	/** Address of the gradient of one array. */
	gradientAt(name: ParameterName): number;
}

/** Room for all parameters; everything is zero. */
export function allocateParameters(arena: Arena, shape: Shape): Parameters {
	const layout = layoutOf(shape);
	const allocate = () => {
		const address = arena.allocate(4 * layout.length);
		arena.f32(address, layout.length).fill(0);
		return address;
	};
	const [values, gradients, first, second] = [allocate(), allocate(), allocate(), allocate()];
	const startOf = (name: ParameterName) => 4 * (layout.places.get(name)?.start ?? 0);
	return {
		layout,
		values,
		gradients,
		first,
		second,
		at: (name) => values + startOf(name),
		gradientAt: (name) => gradients + startOf(name),
	};
}

/** The part of `values` (all parameters of a layout) that is one array; a view. */
export function arrayOf(
	values: Float32Array<ArrayBuffer>,
	layout: Layout,
	name: ParameterName,
): Float32Array<ArrayBuffer> {
	const { start, length } = layout.places.get(name) ?? { start: 0, length: 0 };
	return values.subarray(start, start + length);
}

/** Normal numbers with mean 0 (Box & Muller 1958). */
export function fillNormal(rng: Rng, deviation: number, into: Float32Array): void {
	for (let k = 0; k < into.length; k++) {
		const radius = Math.sqrt(-2 * Math.log(1 - rng.next()));
		into[k] = deviation * radius * Math.cos(2 * Math.PI * rng.next());
	}
}

/** Log frequencies less their mean: logits that rank by popularity. */
export function centredLogs(frequency: Uint32Array): Float64Array {
	const logs = Float64Array.from(frequency, (count) => Math.log1p(count));
	const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
	return logs.map((log) => log - mean);
}

/**
 * The weights that training begins with: small random ones, and presence biases at the centred log
 * frequencies, so that the network starts as popularity and learns what differs from it.
 */
export function initialise(
	values: Float32Array<ArrayBuffer>,
	layout: Layout,
	{ frequency, settings, rng }: { frequency: Uint32Array; settings: AutoencoderSettings; rng: Rng },
): void {
	const array = (name: ParameterName) => arrayOf(values, layout, name);
	for (const name of DECAYED) {
		const deviation = name.endsWith('Output') ? settings.outputDeviation : settings.inputDeviation;
		fillNormal(rng, deviation, array(name));
	}
	array('presenceBias').set(centredLogs(frequency));
	const { presence, rating } = settings.logVariances;
	array('logVariances').set([presence, rating]);
}

/** Copies the parameters into the shape that models have. */
export function weightsOf(
	values: Float32Array<ArrayBuffer>,
	layout: Layout,
	width: number,
): AutoencoderWeights {
	const array = (name: ParameterName) => arrayOf(values, layout, name).slice();
	const rows = (name: ParameterName): DenseRows => ({ width, values: array(name) });
	return {
		width,
		presenceInput: rows('presenceInput'),
		scoreInput: rows('scoreInput'),
		droppedInput: rows('droppedInput'),
		factInput: rows('factInput'),
		hiddenBias: array('hiddenBias'),
		presenceOutput: rows('presenceOutput'),
		factOutput: rows('factOutput'),
		presenceBias: array('presenceBias'),
		factBias: array('factBias'),
		ratingOutput: rows('ratingOutput'),
		ratingBias: array('ratingBias'),
	};
}
