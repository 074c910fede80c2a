import { createRankingKernels, type RankingKernels } from '../../kernels/ranking-kernels.ts';

/** Features that the kernels multiply together. */
const BLOCK = 8;
/** Titles that they handle together. */
const LANES = 4;
/** Titles whose features are all written down at once. */
const CHUNK = 512;
/** Their columns are this far apart: a power of two would have all of them fight for the same lines of the cache. */
const CHUNK_LD = CHUNK + 16;

/** What the kernels need to know of a head; rows of weights hold one for each joint feature. */
export interface JointWeights {
	/** Rows: hidden units and, last, the skip. */
	readonly units: number;
	/** Joint features, 16 at most. */
	readonly joint: number;
	/** The first of them, 8 at most: the only ones of most titles. */
	readonly always: number;
	readonly rows: Float64Array;
	/** What is taken off each feature, and what it is held within then. */
	readonly mean: Float64Array;
	readonly reach: Float64Array;
	/** Output weights of the hidden units. */
	readonly output: Float32Array;
}

/** A head over many titles at once. */
export class HeadKernels {
	private readonly weights: JointWeights;
	private readonly titleCount: number;
	private readonly kernels: RankingKernels;
	private readonly all: TitleMemory;
	private readonly chunk: TitleMemory;
	/** Two blocks of features: bounds and weights. */
	private readonly blocks: readonly [BlockMemory, BlockMemory];
	private readonly base: number;
	private readonly output: number;
	/** A row of `units` parts for each title. */
	private readonly titleParts: Float32Array;
	private readonly columns: Float32Array;
	private readonly unitColumns: Float32Array;

	/**
	 * @param titleParts pre-activations by title alone: a row of `units` for each title
	 */
	constructor(weights: JointWeights, titleParts: Float32Array) {
		const { units, joint, always } = weights;
		if (always > BLOCK || joint > 2 * BLOCK) throw new RangeError('A head has too many features.');
		this.weights = weights;
		this.titleParts = titleParts;
		this.titleCount = titleParts.length / units;
		this.kernels = createRankingKernels();
		const { arena } = this.kernels;
		const place = (titles: number, features: number): TitleMemory => ({
			ld: titles,
			features: arena.allocate(4 * features * titles),
			parts: arena.allocate(4 * units * titles),
			out: arena.allocate(4 * titles),
		});
		const placeBlock = (): BlockMemory => ({
			mean: arena.allocate(4 * BLOCK),
			reach: arena.allocate(4 * BLOCK),
			weights: arena.allocate(4 * BLOCK * units),
		});
		this.all = place(Math.ceil(this.titleCount / LANES) * LANES, BLOCK);
		this.chunk = place(CHUNK_LD, 2 * BLOCK);
		this.blocks = [placeBlock(), placeBlock()];
		this.base = arena.allocate(4 * units);
		this.output = arena.allocate(4 * units);
		// All is allocated: from here on views stay valid. New memory is zeros.
		this.columns = arena.f32(this.all.features, BLOCK * this.all.ld);
		this.unitColumns = arena.f32(this.all.parts, units * this.all.ld);
		arena.f32(this.output, units).set(weights.output);
		this.placeWeights();
		// What these add is in the base already: at their means they add nothing.
		for (let f = always; f < Math.min(joint, BLOCK); f++) this.column(f).fill(weights.mean[f] ?? 0);
		for (let title = 0; title < this.titleCount; title++) {
			this.spread(title, this.unitColumns, this.all.ld, title);
		}
	}

	/** Where the raw values of one of the first `always` features are written, one for each title, for {@link outputs}. */
	column(feature: number): Float32Array {
		const start = feature * this.all.ld;
		return this.columns.subarray(start, start + this.titleCount);
	}

	/** Makes log(max(0, x) + floor) of every x of a {@link column}. */
	logColumn(feature: number, floor: number): void {
		const { features, ld } = this.all;
		const at = features + 4 * feature * ld;
		this.kernels.logAbove(at, floor, ld, at);
	}

	/**
	 * Outputs for all titles from the features in the columns, the others taken for what `base` holds of them; valid
	 * until the next call.
	 */
	outputs(base: Float64Array): Float32Array {
		this.run(this.all, base, this.all.ld);
		return this.kernels.arena.f32(this.all.out, this.titleCount);
	}

	/**
	 * Outputs for some titles from all joint features.
	 *
	 * @param write writes the raw joint features of the title that stands at a position
	 * @param use gets the outputs one by one
	 */
	outputsOf(
		titles: ArrayLike<number>,
		base: Float64Array,
		write: (title: number, joint: Float32Array, at: number) => void,
		use: (title: number, output: number, at: number) => void,
	): void {
		const { units, joint } = this.weights;
		const { arena } = this.kernels;
		const features = arena.f32(this.chunk.features, 2 * BLOCK * CHUNK_LD);
		const parts = arena.f32(this.chunk.parts, units * CHUNK_LD);
		const out = arena.f32(this.chunk.out, CHUNK);
		const row = new Float32Array(joint);
		for (let start = 0; start < titles.length; start += CHUNK) {
			const count = Math.min(CHUNK, titles.length - start);
			for (let k = 0; k < count; k++) {
				const title = titles[start + k] ?? 0;
				write(title, row, start + k);
				for (let f = 0; f < joint; f++) features[f * CHUNK_LD + k] = row[f] ?? 0;
				this.spread(title, parts, CHUNK_LD, k);
			}
			const lanes = Math.ceil(count / LANES) * LANES;
			this.addSecondBlock(lanes);
			this.run(this.chunk, base, lanes);
			for (let k = 0; k < count; k++) use(titles[start + k] ?? 0, out[k] ?? 0, start + k);
		}
	}

	private run({ features, parts, ld, out }: TitleMemory, base: Float64Array, count: number): void {
		const { mean, reach, weights } = this.blocks[0];
		const { units } = this.weights;
		this.kernels.arena.f32(this.base, units).set(base);
		const width = units - 1;
		this.kernels.headOutputs(
			features,
			mean,
			reach,
			weights,
			this.base,
			parts,
			this.output,
			width,
			ld,
			count,
			out,
		);
	}

	private addSecondBlock(count: number): void {
		const { mean, reach, weights } = this.blocks[1];
		const { features, parts } = this.chunk;
		const second = features + 4 * BLOCK * CHUNK_LD;
		const { units } = this.weights;
		this.kernels.addHeadParts(second, mean, reach, weights, units, CHUNK_LD, count, parts);
	}

	/** Writes the parts of a title to columns, one for each unit. */
	private spread(title: number, columns: Float32Array, ld: number, at: number): void {
		const { units } = this.weights;
		for (let unit = 0; unit < units; unit++) {
			columns[unit * ld + at] = this.titleParts[title * units + unit] ?? 0;
		}
	}

	private placeWeights(): void {
		const { units, joint, rows, mean: means, reach: reaches } = this.weights;
		const { arena } = this.kernels;
		this.blocks.forEach(({ mean, reach, weights }, block) => {
			const [first, end] = [block * BLOCK, Math.min(joint, (block + 1) * BLOCK)];
			if (first >= end) return;
			arena.f32(mean, BLOCK).set(means.subarray(first, end));
			arena.f32(reach, BLOCK).set(reaches.subarray(first, end));
			const view = arena.f32(weights, BLOCK * units);
			for (let unit = 0; unit < units; unit++) {
				view.set(rows.subarray(unit * joint + first, unit * joint + end), unit * BLOCK);
			}
		});
	}
}

/** Features, parts of titles and outputs, in columns of `ld` titles. */
interface TitleMemory {
	readonly ld: number;
	readonly features: number;
	readonly parts: number;
	readonly out: number;
}

interface BlockMemory {
	readonly mean: number;
	readonly reach: number;
	readonly weights: number;
}
