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

/** Units that are computed together: their sums don't wait for each other. */
const BLOCK = 4;

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
	/** Hidden units, filled up to whole blocks with such that say nothing. */
	private readonly width: number;
	/** A part for each title, one after the other. */
	private readonly titleParts: Float32Array;
	/** Weights of the joint features: blocks of units, within them feature by feature. */
	private readonly jointWeights: Float64Array;
	private readonly outputWeights: Float64Array;
	/** Scratch of one call. */
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
		const own = weights.hiddenBias.length;
		this.width = Math.ceil(own / BLOCK) * BLOCK;
		this.standardised = new Float64Array(shape.joint);
		this.outputWeights = new Float64Array(this.width);
		this.outputWeights.set(weights.output);
		this.jointWeights = new Float64Array(this.width * shape.joint);
		for (let unit = 0; unit < own; unit++) {
			for (let f = 0; f < shape.joint; f++) {
				const block = Math.floor(unit / BLOCK);
				this.jointWeights[(block * shape.joint + f) * BLOCK + (unit % BLOCK)] =
					weights.hidden.values[unit * weights.hidden.width + f] ?? 0;
			}
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
		const { width, titleParts, standardised: z, jointWeights, outputWeights, shape } = this;
		const profile = isRelated ? related : unrelated;
		const count = isRelated ? shape.joint : shape.always;
		const skipped = (shape.joint - count) * BLOCK;
		const start = title * (width + 1);
		let sum =
			(profile[width] ?? 0) + (titleParts[start + width] ?? 0) + this.standardise(joint, count);
		for (let unit = 0, at = 0; unit < width; unit += BLOCK, at += skipped) {
			let a = (profile[unit] ?? 0) + (titleParts[start + unit] ?? 0);
			let b = (profile[unit + 1] ?? 0) + (titleParts[start + unit + 1] ?? 0);
			let c = (profile[unit + 2] ?? 0) + (titleParts[start + unit + 2] ?? 0);
			let d = (profile[unit + 3] ?? 0) + (titleParts[start + unit + 3] ?? 0);
			for (let f = 0; f < count; f++, at += BLOCK) {
				const value = z[f] ?? 0;
				a += (jointWeights[at] ?? 0) * value;
				b += (jointWeights[at + 1] ?? 0) * value;
				c += (jointWeights[at + 2] ?? 0) * value;
				d += (jointWeights[at + 3] ?? 0) * value;
			}
			if (a > 0) sum += (outputWeights[unit] ?? 0) * a;
			if (b > 0) sum += (outputWeights[unit + 1] ?? 0) * b;
			if (c > 0) sum += (outputWeights[unit + 2] ?? 0) * c;
			if (d > 0) sum += (outputWeights[unit + 3] ?? 0) * d;
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
