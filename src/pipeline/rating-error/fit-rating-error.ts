import { between, usualError, type Curve, type RatingError } from '#core/rank/rating-error.ts';
import type { MeasuredError } from './measure-errors.ts';

/** Points of the curves; between them they are straight. */
const KNOTS = {
	scored: [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
	spread: [6, 8, 10, 12, 14, 16, 18, 20, 24],
	predicted: [40, 50, 60, 70, 80, 90, 95, 100],
} as const satisfies Record<string, readonly number[]>;
type Factor = keyof typeof KNOTS;

/**
 * More scores can't make a prediction worse, nor a list of wilder scores better, nor does a high prediction leave more
 * room than a low one: what says so is chance, or that most people score in whole points of 10.
 */
const DIRECTIONS: Readonly<Record<Factor, 1 | -1>> = { scored: -1, spread: 1, predicted: -1 };

/** Fewer predictions than that measure nothing. */
const LEAST_MEASURED = 1_000;
/** A point of a curve is kept where so many predictions lie by it. */
const LEAST_AT_KNOT = 100;
/** Few are needed: the last ones change the fourth digit. */
const ROUNDS = 12;
const DIGITS = 4;

/**
 * Fits the error to expect to errors that were measured: one factor after the other is set so that around each of its
 * points the expected errors add up to the real ones, until all of them do (Bailey 1963, "Insurance rates with minimum
 * bias").
 *
 * @returns undefined where too little was measured
 */
export function fitRatingError(measured: readonly MeasuredError[]): RatingError | undefined {
	if (measured.length < LEAST_MEASURED) return undefined;
	const curveOf = (factor: Factor): Curve => startingCurve(factor, measured);
	let fitted: RatingError = {
		usual: measured.reduce((sum, { error }) => sum + error, 0) / measured.length,
		scored: curveOf('scored'),
		spread: curveOf('spread'),
		predicted: curveOf('predicted'),
		cold: 1,
	};
	for (let round = 0; round < ROUNDS; round++) {
		for (const factor of ['scored', 'spread', 'predicted'] as const) {
			fitted = { ...fitted, [factor]: improve(fitted, factor, measured) };
		}
		fitted = { ...fitted, cold: fitted.cold * ratioOf(fitted, measured, ({ cold }) => cold) };
	}
	return rounded(fitted);
}

/** A curve of ones at the points by which enough was measured. */
function startingCurve(factor: Factor, measured: readonly MeasuredError[]): Curve {
	const full: Curve = KNOTS[factor].map((at) => [at, 1]);
	const counts = new Float64Array(full.length);
	for (const one of measured) {
		const { left, share } = between(full, one[factor]);
		counts[left] = (counts[left] ?? 0) + share;
		if (share < 1) counts[left + 1] = (counts[left + 1] ?? 0) + 1 - share;
	}
	const kept = full.filter((_, knot) => (counts[knot] ?? 0) >= LEAST_AT_KNOT);
	return kept.length > 0 ? kept : full.slice(0, 1);
}

/** One factor with the others as they are. */
function improve(fitted: RatingError, factor: Factor, measured: readonly MeasuredError[]): Curve {
	const curve = fitted[factor];
	const real = new Float64Array(curve.length);
	const expected = new Float64Array(curve.length);
	for (const one of measured) {
		const { left, share } = between(curve, one[factor]);
		const error = usualError(fitted, one);
		for (const [knot, weight] of [
			[left, share],
			[left + 1, 1 - share],
		] as const) {
			if (weight === 0) continue;
			real[knot] = (real[knot] ?? 0) + weight * one.error;
			expected[knot] = (expected[knot] ?? 0) + weight * error;
		}
	}
	const values = curve.map(
		([, value], knot) => (value * (real[knot] ?? 0)) / (expected[knot] || 1),
	);
	const level = monotone(values, expected, DIRECTIONS[factor]);
	return curve.map(([at], knot) => [at, level[knot] ?? 1] as const);
}

/** Nearest values that never turn back: neighbours in the wrong order share their mean. */
function monotone(values: readonly number[], weights: Float64Array, direction: 1 | -1): number[] {
	const blocks: { value: number; weight: number; length: number }[] = [];
	values.forEach((value, at) => {
		let block = { value, weight: weights[at] ?? 0, length: 1 };
		for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
			if (direction * (block.value - last.value) >= 0) break;
			blocks.pop();
			const weight = last.weight + block.weight;
			const sum = last.value * last.weight + block.value * block.weight;
			block = { value: sum / (weight || 1), weight, length: last.length + block.length };
		}
		blocks.push(block);
	});
	return blocks.flatMap(({ value, length }) => Array.from({ length }, () => value));
}

/** Real over expected errors of some predictions; 1 where there are too few. */
function ratioOf(
	fitted: RatingError,
	measured: readonly MeasuredError[],
	isMeant: (one: MeasuredError) => boolean,
): number {
	const meant = measured.filter(isMeant);
	if (meant.length < LEAST_AT_KNOT) return 1;
	const real = meant.reduce((sum, { error }) => sum + error, 0);
	return real / meant.reduce((sum, one) => sum + usualError(fitted, one), 0);
}

/** A manifest has no use for sixteen digits. */
function rounded({ usual, scored, spread, predicted, cold }: RatingError): RatingError {
	const round = (value: number) => Number(value.toFixed(DIGITS));
	const curve = (points: Curve) => points.map(([at, value]) => [at, round(value)] as const);
	return {
		usual: round(usual),
		scored: curve(scored),
		spread: curve(spread),
		predicted: curve(predicted),
		cold: round(cold),
	};
}
