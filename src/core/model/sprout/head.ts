import type { HeadWeights } from './parts.ts';

/** Standardised features are held within this, so that an odd list can't run away. */
export const GREATEST_FEATURE = 6;

/** Where the features of a head come from, in their order. */
export interface HeadShape {
	readonly joint: number;
	/** The first of the joint ones; the others are 0 for most pairs. */
	readonly always: number;
	readonly title: number;
	readonly profile: number;
}

/** Features that are multiplied together: so many fit into registers, and their sums don't wait for each other. */
const BLOCK = 8;

/** Pre-activations of one group of features: the hidden ones and, last, the skip. */
type Part = Float32Array;

/** What a list alone adds: for titles that it is related to, and for all others. */
export interface ProfilePart {
	readonly related: Part;
	/** The same, and what the joint features beyond `always` add when they are 0. */
	readonly unrelated: Part;
}

/**
 * A head that shares work: features of the title alone are multiplied once for each model, those of the list
 * alone once for each list, and only the joint ones for each pair.
 */
export class SplitHead {
	private readonly weights: HeadWeights;
	private readonly shape: HeadShape;
	private readonly width: number;
	/** A part for each title, one after the other. */
	private readonly titleParts: Float32Array;
	/** Weights of the joint features, a row of whole blocks for each unit. */
	private readonly jointWeights: Float64Array;
	private readonly rowLength: number;
	/** Scratch of one call, zeros at its end. */
	private readonly standardised: Float64Array;

	/**
	 * @param titleFeatures writes the `shape.title` features of a title
	 */
	constructor(
		weights: HeadWeights,
		shape: HeadShape,
		titleCount: number,
		titleFeatures: (title: number, out: Float32Array) => void,
	) {
		this.weights = weights;
		this.shape = shape;
		this.width = weights.hiddenBias.length;
		this.rowLength = wholeBlocks(shape.joint);
		this.standardised = new Float64Array(this.rowLength);
		this.jointWeights = new Float64Array(this.width * this.rowLength);
		const { width: stride, values } = weights.hidden;
		for (let unit = 0; unit < this.width; unit++) {
			const own = values.subarray(unit * stride, unit * stride + shape.joint);
			this.jointWeights.set(own, unit * this.rowLength);
		}
		const size = this.width + 1;
		this.titleParts = new Float32Array(titleCount * size);
		const features = new Float32Array(shape.title);
		for (let title = 0; title < titleCount; title++) {
			titleFeatures(title, features);
			const part = this.titleParts.subarray(title * size, (title + 1) * size);
			this.addPart(features, shape.joint, part);
		}
	}

	/** The part of a list: its features, the biases included. */
	profilePart(features: Float32Array): ProfilePart {
		const { joint, title, always } = this.shape;
		const related = new Float32Array(this.width + 1);
		related.set(this.weights.hiddenBias);
		related[this.width] = this.weights.bias;
		this.addPart(features, joint + title, related);
		const unrelated = related.slice();
		this.addPart(new Float32Array(joint - always), always, unrelated);
		return { related, unrelated };
	}

	/**
	 * The head's output for one title; `joint` holds its raw joint features.
	 *
	 * @param isRelated whether any of the joint features beyond `always` may differ from 0
	 */
	output(
		title: number,
		{ related, unrelated }: ProfilePart,
		joint: Float32Array,
		isRelated: boolean,
	): number {
		const { width, titleParts, shape } = this;
		const profile = isRelated ? related : unrelated;
		const count = isRelated ? shape.joint : shape.always;
		const skipped = this.standardise(joint, count);
		const start = title * (width + 1);
		const own = (profile[width] ?? 0) + (titleParts[start + width] ?? 0) + skipped;
		return count <= BLOCK
			? own + this.oneBlock(profile, start)
			: own + this.allBlocks(profile, start, count);
	}

	/** What the hidden units say where one block of features is enough, which is nearly always. */
	private oneBlock(profile: Part, start: number): number {
		const { width, titleParts, jointWeights: w, rowLength, standardised: z } = this;
		const { output } = this.weights;
		const z0 = z[0] ?? 0;
		const z1 = z[1] ?? 0;
		const z2 = z[2] ?? 0;
		const z3 = z[3] ?? 0;
		const z4 = z[4] ?? 0;
		const z5 = z[5] ?? 0;
		const z6 = z[6] ?? 0;
		const z7 = z[7] ?? 0;
		let sum = 0;
		for (let unit = 0, at = 0; unit < width; unit++, at += rowLength) {
			const a = (w[at] ?? 0) * z0 + (w[at + 1] ?? 0) * z1;
			const b = (w[at + 2] ?? 0) * z2 + (w[at + 3] ?? 0) * z3;
			const c = (w[at + 4] ?? 0) * z4 + (w[at + 5] ?? 0) * z5;
			const d = (w[at + 6] ?? 0) * z6 + (w[at + 7] ?? 0) * z7;
			const pre = (profile[unit] ?? 0) + (titleParts[start + unit] ?? 0) + (a + b) + (c + d);
			if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	private allBlocks(profile: Part, start: number, count: number): number {
		const { width, titleParts, jointWeights: w, rowLength, standardised: z } = this;
		const { output } = this.weights;
		let sum = 0;
		for (let unit = 0; unit < width; unit++) {
			let pre = (profile[unit] ?? 0) + (titleParts[start + unit] ?? 0);
			const at = unit * rowLength;
			for (let f = 0; f < count; f++) pre += (w[at + f] ?? 0) * (z[f] ?? 0);
			if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	/** Standardises joint features into the scratch; gives their part in the skip. */
	private standardise(joint: Float32Array, count: number): number {
		const { mean, deviation, skip } = this.weights;
		const z = this.standardised;
		let sum = 0;
		for (let f = 0; f < count; f++) {
			const value = hold(((joint[f] ?? 0) - (mean[f] ?? 0)) / (deviation[f] ?? 1));
			z[f] = value;
			sum += (skip[f] ?? 0) * value;
		}
		for (let f = count; f < BLOCK; f++) z[f] = 0;
		return sum;
	}

	private addPart(features: Float32Array, first: number, part: Float32Array): void {
		const { mean, deviation, hidden, hiddenBias, skip } = this.weights;
		features.forEach((feature, k) => {
			const f = first + k;
			const z = hold((feature - (mean[f] ?? 0)) / (deviation[f] ?? 1));
			for (let unit = 0; unit < hiddenBias.length; unit++) {
				part[unit] = (part[unit] ?? 0) + (hidden.values[unit * hidden.width + f] ?? 0) * z;
			}
			part[this.width] = (part[this.width] ?? 0) + (skip[f] ?? 0) * z;
		});
	}
}

function hold(z: number): number {
	return z > GREATEST_FEATURE ? GREATEST_FEATURE : z < -GREATEST_FEATURE ? -GREATEST_FEATURE : z;
}

function wholeBlocks(count: number): number {
	return Math.ceil(count / BLOCK) * BLOCK;
}
