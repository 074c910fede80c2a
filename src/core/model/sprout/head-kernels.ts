import { createRankingKernels, type RankingKernels } from '../../kernels/ranking-kernels.ts';

/** Features that the kernels multiply together for all titles. */
const BLOCK = 8;
/** Numbers of a vector. */
const LANES = 4;
/** Titles whose features are all written down at once. */
const CHUNK = 512;

/** What the kernels need to know of a head; rows of weights hold one for each joint feature. */
export interface JointWeights {
	/** Rows: hidden units and, last, the skip. */
	readonly units: number;
	readonly joint: number;
	/** The first of the joint features, 8 at most: the only ones of most titles. */
	readonly always: number;
	readonly rows: Float64Array;
	/** What is taken off each feature, and what it is held within then. */
	readonly mean: Float64Array;
	readonly reach: Float64Array;
	/** Output weights of the hidden units. */
	readonly output: Float32Array;
}

/** Writes the raw joint features of the title that stands at a position of `titles` to `out`, from `at` on. */
export type WriteFeatures = (
	title: number,
	out: Float32Array,
	at: number,
	position: number,
) => void;

/** A head over many titles at once. */
export class HeadKernels {
	private readonly weights: JointWeights;
	private readonly titleCount: number;
	private readonly kernels: RankingKernels;
	private readonly all: AllMemory;
	private readonly some: SomeMemory;

	/**
	 * @param titleParts pre-activations by title alone: a row of `units` for each title
	 */
	constructor(weights: JointWeights, titleParts: Float32Array) {
		const { units, always } = weights;
		if (always > BLOCK)
			throw new RangeError(`${BLOCK} features of a title are always there at most.`);
		this.weights = weights;
		this.titleCount = titleParts.length / units;
		this.kernels = createRankingKernels();
		const placeAll = placeForAll(this.kernels, weights, this.titleCount);
		const placeSome = placeForSome(this.kernels, weights, this.titleCount);
		// All is allocated: from here on views stay valid. New memory is zeros.
		this.all = placeAll(titleParts);
		this.some = placeSome(titleParts);
	}

	/** Where the raw values of one of the first `always` features are written, one for each title, for {@link outputs}. */
	column(feature: number): Float32Array {
		const start = feature * this.all.ld;
		return this.all.columns.subarray(start, start + this.titleCount);
	}

	/** Makes log(max(0, x) + floor) of every x of a {@link column}. */
	logColumn(feature: number, floor: number): void {
		const { features, ld } = this.all;
		const at = features + 4 * feature * ld;
		this.kernels.logAbove(at, floor, ld, at);
	}

	/**
	 * Outputs for the first titles from the features in the columns, the others taken for what `base` holds of them; valid
	 * until the next call.
	 */
	outputs(base: Float64Array, count = this.titleCount): Float32Array {
		const { kernels, all } = this;
		const { units } = this.weights;
		kernels.arena.f32(all.base, units).set(base);
		kernels.headOutputs(
			all.features,
			all.mean,
			all.reach,
			all.weights,
			all.base,
			all.parts,
			all.output,
			units - 1,
			all.ld,
			Math.ceil(count / LANES) * LANES,
			all.out,
		);
		return kernels.arena.f32(all.out, this.titleCount);
	}

	/**
	 * Outputs for some titles from all joint features.
	 *
	 * @param use gets the outputs one by one
	 */
	outputsOf(
		titles: ArrayLike<number>,
		base: Float64Array,
		write: WriteFeatures,
		use: (title: number, output: number, position: number) => void,
	): void {
		const { joint, units } = this.weights;
		const { some, kernels } = this;
		kernels.arena.f32(some.base, units).set(base);
		const { rows, ids, outs } = some;
		for (let start = 0; start < titles.length; start += CHUNK) {
			const count = Math.min(CHUNK, titles.length - start);
			for (let k = 0; k < count; k++) {
				const title = titles[start + k] ?? 0;
				ids[k] = title;
				write(title, rows, k * joint, start + k);
			}
			kernels.headOutputsOf(
				some.features,
				joint,
				some.mean,
				some.reach,
				some.weights,
				some.units,
				some.base,
				some.parts,
				some.titles,
				some.floor,
				some.output,
				count,
				some.out,
			);
			for (let k = 0; k < count; k++) use(ids[k] ?? 0, outs[k] ?? 0, start + k);
		}
	}
}

/** Features, parts and outputs of all titles, in columns of `ld`; units are rows. */
interface AllMemory {
	readonly ld: number;
	readonly features: number;
	readonly mean: number;
	readonly reach: number;
	readonly weights: number;
	readonly base: number;
	readonly parts: number;
	readonly output: number;
	readonly out: number;
	/** View of the features. */
	readonly columns: Float32Array;
}

/** Features and outputs of single titles, one after the other; units are columns. */
interface SomeMemory {
	/** Units, rounded up to whole vectors. */
	readonly units: number;
	readonly features: number;
	readonly mean: number;
	readonly reach: number;
	readonly weights: number;
	readonly base: number;
	readonly parts: number;
	readonly titles: number;
	readonly floor: number;
	readonly output: number;
	readonly out: number;
	/** Views of features, titles and outputs. */
	readonly rows: Float32Array;
	readonly ids: Uint32Array;
	readonly outs: Float32Array;
}

/** Allocates now, and fills when all is allocated. */
function placeForAll({ arena }: RankingKernels, weights: JointWeights, titleCount: number) {
	const { units, joint, always } = weights;
	const ld = Math.ceil(titleCount / LANES) * LANES;
	const place = (length: number) => arena.allocate(4 * length);
	const memory = {
		ld,
		features: place(BLOCK * ld),
		mean: place(BLOCK),
		reach: place(BLOCK),
		weights: place(BLOCK * units),
		base: place(units),
		parts: place(units * ld),
		output: place(units),
		out: place(ld),
	};
	return (titleParts: Float32Array): AllMemory => {
		arena.f32(memory.mean, BLOCK).set(weights.mean.subarray(0, always));
		arena.f32(memory.reach, BLOCK).set(weights.reach.subarray(0, always));
		arena.f32(memory.output, units).set(weights.output);
		const rows = arena.f32(memory.weights, BLOCK * units);
		for (let unit = 0; unit < units; unit++) {
			rows.set(weights.rows.subarray(unit * joint, unit * joint + always), unit * BLOCK);
		}
		const parts = arena.f32(memory.parts, units * ld);
		titleParts.forEach((part, at) => {
			parts[(at % units) * ld + Math.floor(at / units)] = part;
		});
		return { ...memory, columns: arena.f32(memory.features, BLOCK * ld) };
	};
}

/** Allocates now, and fills when all is allocated. */
function placeForSome({ arena }: RankingKernels, weights: JointWeights, titleCount: number) {
	const { joint } = weights;
	const units = Math.ceil(weights.units / LANES) * LANES;
	const place = (length: number) => arena.allocate(4 * length);
	const memory = {
		units,
		features: place(CHUNK * joint),
		mean: place(joint),
		reach: place(joint),
		weights: place(joint * units),
		base: place(units),
		parts: place(titleCount * units),
		titles: place(CHUNK),
		floor: place(units),
		output: place(units),
		out: place(CHUNK),
	};
	return (titleParts: Float32Array): SomeMemory => {
		const skip = weights.units - 1;
		arena.f32(memory.mean, joint).set(weights.mean);
		arena.f32(memory.reach, joint).set(weights.reach);
		const output = arena.f32(memory.output, units);
		output.set(weights.output);
		output[skip] = 1;
		arena.f32(memory.floor, units)[skip] = -Infinity;
		const columns = arena.f32(memory.weights, joint * units);
		weights.rows.forEach((weight, at) => {
			columns[(at % joint) * units + Math.floor(at / joint)] = weight;
		});
		const parts = arena.f32(memory.parts, titleCount * units);
		titleParts.forEach((part, at) => {
			parts[Math.floor(at / weights.units) * units + (at % weights.units)] = part;
		});
		return {
			...memory,
			rows: arena.f32(memory.features, CHUNK * joint),
			ids: arena.u32(memory.titles, CHUNK),
			outs: arena.f32(memory.out, CHUNK),
		};
	};
}
