import type { LeftOut, ModelInput } from '../recommender.ts';
import { emptySums, type EncoderSums } from './encoder.ts';
import { createLeftOutWide, type LeftOutWide } from './left-out-wide.ts';
import {
	likingShare,
	profileParts,
	ratingScale,
	type ProfileParts,
	type SproutNetwork,
} from './network.ts';
import { PRESENCE_JOINT, presenceJoint } from './presence-features.ts';
import { summarise, summariseWithout, type ProfileSummary } from './profile-summary.ts';
import { RATING_JOINT, ratingJoint } from './rating-features.ts';

/** The list, or the list without one entry, as far as titles have it in common. */
interface State {
	readonly profile: ProfileSummary;
	readonly hidden: Float32Array;
	readonly parts: ProfileParts;
	readonly likingWeight: number;
	/** The entry that is left out, or −1. */
	readonly without: number;
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
	const wide = createLeftOutWide(network, input);
	const scoresOf = createEvaluator(network, wide, titles);
	const ownOf = createOwnEvaluator(network, wide, input);
	const full = scoresOf(stateOf(network, whole, encoded, -1)).slice();
	const contributions = new Float32Array(titles.length * n);
	const ownScores = new Float32Array(n);
	const ownRatings = new Float32Array(n);
	const room = emptySums(network.autoencoder.width);
	for (let k = 0; k < n; k++) {
		const rest = summariseWithout(network.titles, input, whole, k);
		const encodedRest = network.autoencoder.sumsWithout(input, encoded, k, room);
		const state = stateOf(network, rest, encodedRest, k);
		scoresOf(state).forEach((score, j) => {
			contributions[j * n + k] = (full[j] ?? 0) - score;
		});
		const own = ownOf(state);
		ownScores[k] = own.score;
		ownRatings[k] = ratingScale(rest)(own.liking);
	}
	return { contributions, ownScores, ownRatings };
}

function stateOf(
	network: SproutNetwork,
	profile: ProfileSummary,
	encoded: EncoderSums,
	without: number,
): State {
	const hidden = new Float32Array(network.autoencoder.width);
	network.autoencoder.encode(encoded, profile, hidden);
	return {
		profile,
		hidden,
		parts: profileParts(network, profile),
		likingWeight: likingShare(network, profile),
		without,
	};
}

/** Scores of the titles asked for; valid until the next call. */
function createEvaluator(
	network: SproutNetwork,
	wide: LeftOutWide,
	titles: Int32Array,
): (state: State) => Float64Array {
	const { titles: context, autoencoder, presenceHead, ratingHead } = network;
	const deepOf = autoencoder.select(titles);
	const wideOf = wide.select(titles);
	const signals = { residual: 0, deep: 0, wide: 0 };
	const out = new Float64Array(titles.length);
	return ({ profile, hidden, parts, likingWeight, without }) => {
		const { presence, ratings } = deepOf(hidden);
		const { scores, residuals } = wideOf(profile, without);
		presenceHead.many.outputsOf(
			titles,
			parts.presence.related,
			(title, joint, at, j) =>
				presenceJoint(context, profile, title, scores[j] ?? 0, presence[j] ?? 0, joint, at),
			(_, watching, j) => (out[j] = watching),
		);
		ratingHead.many.outputsOf(
			titles,
			parts.rating.related,
			(title, joint, at, j) => {
				signals.wide = scores[j] ?? 0;
				signals.deep = ratings[j] ?? 0;
				signals.residual = residuals[j] ?? 0;
				ratingJoint(context, profile, title, signals, joint, at);
			},
			(_, liking, j) => (out[j] = (out[j] ?? 0) + likingWeight * liking),
		);
		return out;
	};
}

/** Evaluates the title of the entry that is left out. */
function createOwnEvaluator(network: SproutNetwork, wide: LeftOutWide, input: ModelInput) {
	const { titles: context, autoencoder, presenceHead, ratingHead } = network;
	const joint = new Float32Array(Math.max(PRESENCE_JOINT, RATING_JOINT));
	return ({ profile, hidden, parts, likingWeight, without }: State) => {
		const title = input.items[without] ?? 0;
		const signals = {
			wide: wide.scoreOf(title, without),
			residual: wide.residualOf(title, profile, without),
			deep: autoencoder.ratingOf(hidden, title),
		};
		const deep = autoencoder.presenceOf(hidden, title);
		const isKin = presenceJoint(context, profile, title, signals.wide, deep, joint, 0);
		const watching = presenceHead.output(title, parts.presence, joint, isKin);
		const isScored = ratingJoint(context, profile, title, signals, joint, 0);
		const liking = ratingHead.output(title, parts.rating, joint, isScored);
		return { score: watching + likingWeight * liking, liking };
	};
}
