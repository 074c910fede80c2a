import type { ModelInput } from '../recommender.ts';
import { emptySums, type EncoderSums } from './autoencoder.ts';
import {
	isRated,
	likingShare,
	presenceSums,
	profileParts,
	ratingSums,
	shownRating,
	type ProfileParts,
	type SproutNetwork,
} from './network.ts';
import { PRESENCE_JOINT, presenceJoint } from './presence-features.ts';
import { summarise, summariseWithout, type ProfileSummary } from './profile-summary.ts';
import { RATING_JOINT, ratingJoint } from './rating-features.ts';
import type { WideSums } from './wide.ts';

/** What a list of n entries would be without each of them, for t titles. */
export interface LeftOut {
	/** Score with all entries less score without entry k, of title j, at j · n + k. */
	readonly contributions: Float32Array;
	/** Score of each entry's own title without the entry, length n. */
	readonly ownScores: Float32Array;
	/** Predicted rating of each entry's own title without the entry, 1–100, length n. */
	readonly ownRatings: Float32Array;
}

/** The list, or the list without one entry, as far as titles have it in common. */
interface State {
	readonly profile: ProfileSummary;
	readonly hidden: Float64Array;
	/** Deep presence logits. */
	readonly deep: (title: number) => number;
	readonly parts: ProfileParts;
	readonly likingWeight: number;
	/** The entry that is left out, or −1. */
	readonly without: number;
}

/** Wide sums over the whole list; the rating ones by score, by 1 and by what is usual for each title. */
interface Sums {
	readonly presence: WideSums;
	readonly byScore: WideSums;
	readonly byOne: WideSums;
	readonly byBias: WideSums;
}

/**
 * Takes out one entry after the other without starting anew: all that the model knows of a list are sums over
 * its entries, so an entry is subtracted from them, and only the hidden layer and the heads of the titles
 * asked for are computed again. Equal to scoring the shorter list but for rounding.
 *
 * @param titles the t titles whose scores are to be explained
 */
export function leaveOneOut(
	network: SproutNetwork,
	input: ModelInput,
	titles: Int32Array,
): LeftOut {
	const n = input.items.length;
	const whole = summarise(network.titles, input);
	const encoded = network.autoencoder.sums(input);
	const sums = sumUp(network, input);
	const evaluate = createEvaluator(network, input, sums);
	const first = stateOf(network, whole, encoded, -1);
	const full = Float64Array.from(titles, (title) => evaluate(first, title).score);
	const contributions = new Float32Array(titles.length * n);
	const ownScores = new Float32Array(n);
	const ownRatings = new Float32Array(n);
	const room = emptySums(network.autoencoder.width);
	for (let k = 0; k < n; k++) {
		const rest = summariseWithout(network.titles, input, whole, k);
		const encodedRest = network.autoencoder.sumsWithout(input, encoded, k, room);
		const state = stateOf(network, rest, encodedRest, k);
		titles.forEach((title, j) => {
			contributions[j * n + k] = (full[j] ?? 0) - evaluate(state, title).score;
		});
		const own = evaluate(state, input.items[k] ?? 0);
		ownScores[k] = own.score;
		ownRatings[k] = shownRating(rest, own.liking);
	}
	return { contributions, ownScores, ownRatings };
}

function sumUp(network: SproutNetwork, input: ModelInput): Sums {
	const { bias } = network.titles.facts;
	return {
		presence: presenceSums(network, input),
		byScore: ratingSums(network, input, (k) => input.scores[k] ?? 0),
		byOne: ratingSums(network, input, () => 1),
		byBias: ratingSums(network, input, (k) => bias[input.items[k] ?? 0] ?? 0),
	};
}

function stateOf(
	network: SproutNetwork,
	profile: ProfileSummary,
	encoded: EncoderSums,
	without: number,
): State {
	const hidden = new Float64Array(network.autoencoder.width);
	network.autoencoder.encode(encoded, profile, hidden);
	return {
		profile,
		hidden,
		deep: network.autoencoder.presence(hidden),
		parts: profileParts(network, profile),
		likingWeight: likingShare(network, profile),
		without,
	};
}

function createEvaluator(network: SproutNetwork, input: ModelInput, sums: Sums) {
	const { titles, autoencoder, presenceHead, ratingHead } = network;
	const joint = new Float32Array(Math.max(PRESENCE_JOINT, RATING_JOINT));
	const signals = { residual: 0, deep: 0, wide: 0 };
	return ({ profile, hidden, deep, parts, likingWeight, without }: State, title: number) => {
		const wide =
			network.presence.scoreOf(sums.presence, title) - presencePart(network, input, title, without);
		const isKin = presenceJoint(titles, profile, title, wide, deep(title), joint, 0);
		const watching = presenceHead.output(title, parts.presence, joint, isKin);
		signals.wide = wide;
		signals.deep = autoencoder.ratingOf(hidden, title);
		signals.residual = residualOf(network, input, sums, profile, title, without);
		const isScored = ratingJoint(titles, profile, title, signals, joint, 0);
		const liking = ratingHead.output(title, parts.rating, joint, isScored);
		return { score: watching + likingWeight * liking, liking };
	};
}

/** What the left-out entry adds to the wide presence score of a title. */
function presencePart(
	{ titles, presence }: SproutNetwork,
	{ items }: ModelInput,
	title: number,
	without: number,
): number {
	const entry = items[without] ?? titles.learnedCount;
	return entry < titles.learnedCount ? presence.partOf(title, entry) : 0;
}

/** Sum of the surprises of all entries but one, as the list without it sees them. */
function residualOf(
	{ titles, rating }: SproutNetwork,
	input: ModelInput,
	{ byScore, byOne, byBias }: Sums,
	{ slope, intercept, offset }: ProfileSummary,
	title: number,
	without: number,
): number {
	let scores = rating.scoreOf(byScore, title);
	let ones = rating.scoreOf(byOne, title);
	let biases = rating.scoreOf(byBias, title);
	if (without >= 0 && isRated(titles, input, without)) {
		const entry = input.items[without] ?? 0;
		const part = rating.partOf(title, entry);
		scores -= (input.scores[without] ?? 0) * part;
		ones -= part;
		biases -= (titles.facts.bias[entry] ?? 0) * part;
	}
	return slope * scores + (intercept - offset) * ones - biases;
}
