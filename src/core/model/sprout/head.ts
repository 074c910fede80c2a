import { HeadKernels } from './head-kernels.ts';
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

/** Pre-activations of one group of features: the hidden ones and, last, the skip. */
type Part = Float64Array;

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
	/** The head over many titles at once; equal to {@link output} but for rounding. */
	readonly many: HeadKernels;
	private readonly weights: HeadWeights;
	private readonly shape: HeadShape;
	/** Hidden units and the skip. */
	private readonly units: number;
	/** A part for each title, one after the other. */
	private readonly titleParts: Float32Array;
	/** Weights of the joint features over their deviations, a row for each unit. */
	private readonly jointWeights: Float64Array;
	/** What is taken off each joint feature, and what it is held within then, before it is standardised. */
	private readonly mean: Float64Array;
	private readonly reach: Float64Array;
	private readonly held: Float64Array;

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
		this.units = weights.hiddenBias.length + 1;
		this.held = new Float64Array(shape.joint);
		const { mean, deviation } = weights;
		const joint = Array.from({ length: shape.joint }, (_, f) => f);
		this.mean = Float64Array.from(joint, (f) => mean[f] ?? 0);
		this.reach = Float64Array.from(joint, (f) => GREATEST_FEATURE * (deviation[f] ?? 1));
		this.jointWeights = new Float64Array(this.units * shape.joint);
		for (let unit = 0; unit < this.units; unit++) {
			for (const f of joint) {
				this.jointWeights[unit * shape.joint + f] = this.weightOf(unit, f) / (deviation[f] ?? 1);
			}
		}
		this.titleParts = new Float32Array(titleCount * this.units);
		const features = new Float32Array(shape.title);
		for (let title = 0; title < titleCount; title++) {
			titleFeatures(title, features);
			const part = this.titleParts.subarray(title * this.units, (title + 1) * this.units);
			this.addPart(features, shape.joint, part);
		}
		const { units, reach, jointWeights: rows } = this;
		const { output } = weights;
		this.many = new HeadKernels(
			{ units, joint: shape.joint, always: shape.always, rows, mean: this.mean, reach, output },
			this.titleParts,
		);
	}

	/** The part of a list: its features and the biases. */
	profilePart(features: Float32Array): ProfilePart {
		const { joint, title, always } = this.shape;
		const related = new Float64Array(this.units);
		related.set(this.weights.hiddenBias);
		related[this.units - 1] = this.weights.bias;
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
		const { shape, held, units, jointWeights, titleParts } = this;
		const { output } = this.weights;
		const count = isRelated ? shape.joint : shape.always;
		for (let f = 0; f < count; f++) {
			const value = (joint[f] ?? 0) - (this.mean[f] ?? 0);
			const reach = this.reach[f] ?? 0;
			held[f] = value < -reach ? -reach : value > reach ? reach : value;
		}
		const profile = isRelated ? related : unrelated;
		const start = title * units;
		let sum = 0;
		for (let unit = 0; unit < units; unit++) {
			let pre = (profile[unit] ?? 0) + (titleParts[start + unit] ?? 0);
			const at = unit * shape.joint;
			for (let f = 0; f < count; f++) pre += (jointWeights[at + f] ?? 0) * (held[f] ?? 0);
			// The last is the skip.
			if (unit === units - 1) sum += pre;
			else if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	/** Weight of a feature for a hidden unit or, after the last, for the skip. */
	private weightOf(unit: number, f: number): number {
		const { hidden, skip } = this.weights;
		return unit === this.units - 1 ? (skip[f] ?? 0) : (hidden.values[unit * hidden.width + f] ?? 0);
	}

	private addPart(features: Float32Array, first: number, part: Float32Array | Part): void {
		const { mean, deviation } = this.weights;
		features.forEach((feature, k) => {
			const f = first + k;
			const z = hold((feature - (mean[f] ?? 0)) / (deviation[f] ?? 1));
			for (let unit = 0; unit < this.units; unit++) {
				part[unit] = (part[unit] ?? 0) + this.weightOf(unit, f) * z;
			}
		});
	}
}

function hold(z: number): number {
	return z > GREATEST_FEATURE ? GREATEST_FEATURE : z < -GREATEST_FEATURE ? -GREATEST_FEATURE : z;
}
