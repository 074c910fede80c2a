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
	private readonly weights: HeadWeights;
	private readonly shape: HeadShape;
	private readonly width: number;
	/** A part for each title, one after the other. */
	private readonly titleParts: Float32Array;
	/** Weights of the joint features over their deviations, a row of whole blocks for each unit and the skip. */
	private readonly jointWeights: Float64Array;
	private readonly rowLength: number;
	/** What each joint feature is held within, before it is standardised. */
	private readonly lowest: Float64Array;
	private readonly highest: Float64Array;
	/** Scratch of one call, zeros at its end. */
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
		this.width = weights.hiddenBias.length;
		this.rowLength = wholeBlocks(shape.joint);
		this.held = new Float64Array(this.rowLength);
		const { mean, deviation } = weights;
		const reach = (f: number) => GREATEST_FEATURE * (deviation[f] ?? 1);
		const joint = Array.from({ length: shape.joint }, (_, f) => f);
		this.lowest = Float64Array.from(joint, (f) => (mean[f] ?? 0) - reach(f));
		this.highest = Float64Array.from(joint, (f) => (mean[f] ?? 0) + reach(f));
		this.jointWeights = new Float64Array((this.width + 1) * this.rowLength);
		for (let unit = 0; unit <= this.width; unit++) {
			for (const f of joint) {
				this.jointWeights[unit * this.rowLength + f] = this.weightOf(unit, f) / (deviation[f] ?? 1);
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

	/** The part of a list: its features, the biases and the means of the joint features included. */
	profilePart(features: Float32Array): ProfilePart {
		const { joint, title, always } = this.shape;
		const related = new Float64Array(this.width + 1);
		related.set(this.weights.hiddenBias);
		related[this.width] = this.weights.bias;
		this.addPart(features, joint + title, related);
		this.subtractMeans(0, always, related);
		const unrelated = related.slice();
		this.addPart(new Float32Array(joint - always), always, unrelated);
		this.subtractMeans(always, joint, related);
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
		const { shape, held } = this;
		const count = isRelated ? shape.joint : shape.always;
		for (let f = 0; f < count; f++) held[f] = this.hold(f, joint[f] ?? 0);
		for (let f = count; f < BLOCK; f++) held[f] = 0;
		const profile = isRelated ? related : unrelated;
		return count <= BLOCK ? this.oneBlock(profile, title) : this.allBlocks(profile, title, count);
	}

	/**
	 * Pre-activations of a list for a title that it is not related to, all joint features but two multiplied.
	 *
	 * @param joint raw joint features; the two are left out whatever they are
	 */
	base({ unrelated }: ProfilePart, joint: Float32Array, first: number, second: number): Part {
		const part = unrelated.slice();
		for (let unit = 0; unit <= this.width; unit++) {
			for (let f = 0; f < this.shape.always; f++) {
				if (f === first || f === second) continue;
				const weight = this.jointWeights[unit * this.rowLength + f] ?? 0;
				part[unit] = (part[unit] ?? 0) + weight * this.hold(f, joint[f] ?? 0);
			}
		}
		return part;
	}

	/** The output for a title from a {@link base} and the two joint features that it leaves out. */
	outputFrom(base: Part, title: number, first: number, x: number, second: number, y: number) {
		const { width, titleParts, jointWeights: w, rowLength } = this;
		const { output } = this.weights;
		const start = title * (width + 1);
		const heldX = this.hold(first, x);
		const heldY = this.hold(second, y);
		let sum = 0;
		for (let unit = 0, at = 0; unit <= width; unit++, at += rowLength) {
			const own = (base[unit] ?? 0) + (titleParts[start + unit] ?? 0);
			const pre = own + (w[at + first] ?? 0) * heldX + (w[at + second] ?? 0) * heldY;
			if (unit === width) sum += pre;
			else if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	private hold(f: number, value: number): number {
		const low = this.lowest[f] ?? 0;
		const high = this.highest[f] ?? 0;
		return value < low ? low : value > high ? high : value;
	}

	/** The output where one block of features is enough, which is nearly always. */
	private oneBlock(profile: Part, title: number): number {
		const { width, titleParts, jointWeights: w, rowLength, held: x } = this;
		const { output } = this.weights;
		const start = title * (width + 1);
		const x0 = x[0] ?? 0;
		const x1 = x[1] ?? 0;
		const x2 = x[2] ?? 0;
		const x3 = x[3] ?? 0;
		const x4 = x[4] ?? 0;
		const x5 = x[5] ?? 0;
		const x6 = x[6] ?? 0;
		const x7 = x[7] ?? 0;
		let sum = 0;
		for (let unit = 0, at = 0; unit <= width; unit++, at += rowLength) {
			const a = (w[at] ?? 0) * x0 + (w[at + 1] ?? 0) * x1;
			const b = (w[at + 2] ?? 0) * x2 + (w[at + 3] ?? 0) * x3;
			const c = (w[at + 4] ?? 0) * x4 + (w[at + 5] ?? 0) * x5;
			const d = (w[at + 6] ?? 0) * x6 + (w[at + 7] ?? 0) * x7;
			const pre = (profile[unit] ?? 0) + (titleParts[start + unit] ?? 0) + (a + b) + (c + d);
			// The last is the skip.
			if (unit === width) sum += pre;
			else if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	private allBlocks(profile: Part, title: number, count: number): number {
		const { width, titleParts, jointWeights: w, rowLength, held: x } = this;
		const { output } = this.weights;
		const start = title * (width + 1);
		let sum = 0;
		for (let unit = 0; unit <= width; unit++) {
			let pre = (profile[unit] ?? 0) + (titleParts[start + unit] ?? 0);
			const at = unit * rowLength;
			for (let f = 0; f < count; f++) pre += (w[at + f] ?? 0) * (x[f] ?? 0);
			if (unit === width) sum += pre;
			else if (pre > 0) sum += (output[unit] ?? 0) * pre;
		}
		return sum;
	}

	/** Weight of a feature for a hidden unit or, after the last, for the skip. */
	private weightOf(unit: number, f: number): number {
		const { hidden, skip } = this.weights;
		return unit === this.width ? (skip[f] ?? 0) : (hidden.values[unit * hidden.width + f] ?? 0);
	}

	/** Joint features are multiplied without their means taken off, which is made up for here. */
	private subtractMeans(from: number, to: number, part: Part): void {
		for (let unit = 0; unit <= this.width; unit++) {
			for (let f = from; f < to; f++) {
				const weight = this.jointWeights[unit * this.rowLength + f] ?? 0;
				part[unit] = (part[unit] ?? 0) - weight * (this.weights.mean[f] ?? 0);
			}
		}
	}

	private addPart(features: Float32Array, first: number, part: Float32Array | Part): void {
		const { mean, deviation } = this.weights;
		features.forEach((feature, k) => {
			const f = first + k;
			const z = hold((feature - (mean[f] ?? 0)) / (deviation[f] ?? 1));
			for (let unit = 0; unit <= this.width; unit++) {
				part[unit] = (part[unit] ?? 0) + this.weightOf(unit, f) * z;
			}
		});
	}
}

function hold(z: number): number {
	return z > GREATEST_FEATURE ? GREATEST_FEATURE : z < -GREATEST_FEATURE ? -GREATEST_FEATURE : z;
}

function wholeBlocks(count: number): number {
	return Math.ceil(count / BLOCK) * BLOCK;
}
