import { GREATEST_FEATURE } from '#core/model/sprout/head.ts';
import { headLayout, type HeadParameters } from './head-parameters.ts';
import type { Standard } from './list-features.ts';

/** One score to be predicted. */
export interface RatingExample {
	/** Raw features of the rating head. */
	readonly features: Float32Array;
	/** What the head should say: the normalised score less the owner's offset. */
	readonly target: number;
	/** Points of 100 for one normalised point. */
	readonly points: number;
	readonly weight: number;
}

/**
 * Huber loss of one example in points of 100, and its gradient by the head's numbers, which is added to
 * `gradient`: squared within `delta`, by size beyond.
 */
export function addRatingGradient(
	head: HeadParameters,
	{ mean, deviation }: Standard,
	example: RatingExample,
	delta: number,
	gradient: Float64Array,
): number {
	const { features, width, values } = head;
	const at = headLayout(head);
	const z = example.features.map((value, f) =>
		Math.max(
			-GREATEST_FEATURE,
			Math.min(GREATEST_FEATURE, (value - (mean[f] ?? 0)) / (deviation[f] ?? 1)),
		),
	);
	const pre = new Float64Array(width);
	let output = values[at.bias] ?? 0;
	for (let f = 0; f < features; f++) output += (values[at.skip + f] ?? 0) * (z[f] ?? 0);
	for (let unit = 0; unit < width; unit++) {
		let sum = values[at.hiddenBias + unit] ?? 0;
		for (let f = 0; f < features; f++) sum += (values[unit * features + f] ?? 0) * (z[f] ?? 0);
		pre[unit] = sum;
		if (sum > 0) output += (values[at.output + unit] ?? 0) * sum;
	}
	const error = (output - example.target) * example.points;
	const size = Math.abs(error);
	const loss = size <= delta ? (error * error) / (2 * delta) : size - delta / 2;
	const g = example.weight * example.points * Math.max(-1, Math.min(1, error / delta));
	const add = (place: number, value: number) => {
		gradient[place] = (gradient[place] ?? 0) + value;
	};
	add(at.bias, g);
	for (let f = 0; f < features; f++) add(at.skip + f, g * (z[f] ?? 0));
	for (let unit = 0; unit < width; unit++) {
		const value = pre[unit] ?? 0;
		if (value <= 0) continue;
		add(at.output + unit, g * value);
		const own = g * (values[at.output + unit] ?? 0);
		add(at.hiddenBias + unit, own);
		for (let f = 0; f < features; f++) add(unit * features + f, own * (z[f] ?? 0));
	}
	return example.weight * loss;
}
