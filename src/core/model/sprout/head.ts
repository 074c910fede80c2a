import type { HeadWeights } from './parts.ts';

/** Standardised features are held within this, so that an odd list can't run away. */
export const GREATEST_FEATURE = 6;

/** Where the features of a head come from, in their order. */
export interface HeadShape {
	readonly joint: number;
	readonly title: number;
	readonly profile: number;
}

/** Pre-activations of one group of features: the hidden ones and, last, the skip. */
type Part = Float32Array;

/**
 * A head that shares work: features of the title alone are multiplied once for each model, those of the list
 * alone once for each list, and only the joint ones for each pair.
 */
export class SplitHead {
	readonly width: number;
	private readonly titleParts: Float32Array;
	private readonly weights: HeadWeights;
	private readonly shape: HeadShape;
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
		this.width = weights.hiddenBias.length;
		this.standardised = new Float64Array(shape.joint);
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
	profilePart(features: Float32Array): Part {
		const part = new Float32Array(this.width + 1);
		part.set(this.weights.hiddenBias);
		part[this.width] = this.weights.bias;
		this.addPart(features, this.shape.joint + this.shape.title, part);
		return part;
	}

	/** The head's output for one title; `joint` holds raw joint features from `at` on. */
	output(title: number, profile: Part, joint: Float32Array, at = 0): number {
		const { width } = this;
		const { mean, deviation, hidden, output, skip } = this.weights;
		const count = this.shape.joint;
		const features = hidden.width;
		const start = title * (width + 1);
		let sum = (profile[width] ?? 0) + (this.titleParts[start + width] ?? 0);
		const z = this.standardised;
		for (let f = 0; f < count; f++) {
			const value = hold(((joint[at + f] ?? 0) - (mean[f] ?? 0)) / (deviation[f] ?? 1));
			z[f] = value;
			sum += (skip[f] ?? 0) * value;
		}
		for (let unit = 0; unit < width; unit++) {
			let pre = (profile[unit] ?? 0) + (this.titleParts[start + unit] ?? 0);
			const row = unit * features;
			for (let f = 0; f < count; f++) pre += (hidden.values[row + f] ?? 0) * (z[f] ?? 0);
			if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	private addPart(features: Float32Array, first: number, part: Float32Array): void {
		const { mean, deviation, hidden, skip } = this.weights;
		features.forEach((feature, k) => {
			const f = first + k;
			const z = hold((feature - (mean[f] ?? 0)) / (deviation[f] ?? 1));
			for (let unit = 0; unit < this.width; unit++) {
				part[unit] = (part[unit] ?? 0) + (hidden.values[unit * hidden.width + f] ?? 0) * z;
			}
			part[this.width] = (part[this.width] ?? 0) + (skip[f] ?? 0) * z;
		});
	}
}

function hold(z: number): number {
	return Math.max(-GREATEST_FEATURE, Math.min(GREATEST_FEATURE, z));
}
