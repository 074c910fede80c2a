import type { HeadKernels } from './head-kernels.ts';
import type { ProfileSummary } from './profile-summary.ts';
import type { TitleContext } from './title-context.ts';

/** What the wide and the deep part say of the score of one title for one list. */
export interface RatingSignals {
	/** Sum of the item-item model over the normalised scores of the list, less what is usual. */
	readonly residual: number;
	/** Rating output of the autoencoder, normalised; 0 where there is none. */
	readonly deep: number;
	/** Presence score of the wide part: what somebody would watch is also what they would like. */
	readonly wide: number;
}

/** Features that depend on title and list together. */
export const RATING_JOINT = 8;
/** The first of them; the others are 0 for titles that the list is not related to. */
export const RATING_ALWAYS = 5;
/** Features of the title alone. */
export const RATING_TITLE = 3;
/** Features of the list alone. */
export const RATING_PROFILE = 5;
/** All features of the rating head, in this order: joint, title, profile. */
export const RATING_FEATURES = RATING_JOINT + RATING_TITLE + RATING_PROFILE;

const WIDE_FLOOR = 0.02;
/** Usual spread of scores, points of 100. */
const USUAL_DEVIATION = 14;
const SCORE_CENTRE = 75;
const SCORE_UNIT = 10;

/**
 * Writes the {@link RATING_JOINT} joint features of one title.
 *
 * @returns whether the list is related to the title; if not, all from {@link RATING_ALWAYS} on are 0
 */
export function ratingJoint(
	{ facts }: TitleContext,
	profile: ProfileSummary,
	title: number,
	{ residual, deep, wide }: RatingSignals,
	out: Float32Array,
	at: number,
): boolean {
	const { slope, intercept, offset, normalisation } = profile;
	const spread = normalisation.deviation / USUAL_DEVIATION;
	const share = profile.franchise(facts.franchise[title] ?? -1);
	const bias = facts.bias[title] ?? 0;
	const previous = facts.previous[title] ?? -1;
	const before = profile.scoreOf(previous);
	out[at] = residual;
	out[at + 1] = deep;
	out[at + 2] = residual * spread;
	out[at + 3] = bias * spread;
	out[at + 4] = Math.log(Math.max(0, wide) + WIDE_FLOOR);
	// From here on all are 0 where nothing that the title belongs to or continues was scored.
	if (share.scored === 0 && before <= 0) {
		out.fill(0, at + RATING_ALWAYS, at + RATING_JOINT);
		return false;
	}
	out[at + 5] =
		(slope * share.scores + (intercept - offset) * share.scored - share.biases) /
		(share.scored + 1);
	out[at + 6] = Math.log1p(share.scored);
	out[at + 7] = before > 0 ? slope * before + intercept - offset - (facts.bias[previous] ?? 0) : 0;
	return true;
}

/**
 * Writes what {@link ratingJoint} writes of a title that the list is not related to, for the first `count` titles at once,
 * to the columns of the head.
 *
 * @param residual by title, length n
 * @param deep by learned title; the others have none
 * @param wide by title, length n
 */
export function ratingColumns(
	{ facts }: TitleContext,
	{ normalisation }: ProfileSummary,
	residual: Float32Array,
	deep: Float32Array,
	wide: Float32Array,
	head: HeadKernels,
	count: number,
): void {
	const spread = normalisation.deviation / USUAL_DEVIATION;
	head.column(0).set(residual);
	head.column(1).set(deep);
	head.column(4).set(wide);
	head.logColumn(4, WIDE_FLOOR);
	const [residuals, biases] = [head.column(2), head.column(3)];
	for (let title = 0; title < count; title++) {
		residuals[title] = (residual[title] ?? 0) * spread;
		biases[title] = (facts.bias[title] ?? 0) * spread;
	}
}

/** Writes the {@link RATING_TITLE} features of a title alone. */
export function ratingTitle(
	{ facts, popularity }: TitleContext,
	title: number,
	cold: boolean,
	out: Float32Array,
	at: number,
): void {
	out[at] = facts.bias[title] ?? 0;
	out[at + 1] = popularity[title] ?? 0;
	out[at + 2] = cold ? 1 : 0;
}

/** Writes the {@link RATING_PROFILE} features of a list alone. */
export function ratingProfile(profile: ProfileSummary, out: Float32Array, at: number): void {
	out[at] = profile.offset;
	out[at + 1] = profile.normalisation.deviation / USUAL_DEVIATION;
	out[at + 2] = (profile.normalisation.mean - SCORE_CENTRE) / SCORE_UNIT;
	out[at + 3] = Math.log1p(profile.scored);
	out[at + 4] = Math.log(Math.max(1, profile.entries));
}
