import { modelInput } from '../../profile/model-input.ts';
import type { ModelInput, RankingModel } from '../recommender.ts';
import { leaveOneOut, type LeftOut } from './leave-one-out.ts';
import {
	createNetwork,
	likingShare,
	presenceSums,
	profileParts,
	ratingSums,
	shownRating,
	surprise,
	type SproutNetwork,
} from './network.ts';
import type { SproutParts } from './parts.ts';
import { summarise } from './profile-summary.ts';
import { RATING_JOINT, ratingJoint } from './rating-features.ts';
import { similarTitles } from './similar-titles.ts';
import { createWatching } from './watching.ts';

/** The Sprout network as a recommender. */
export interface SproutModel extends RankingModel {
	/** What every entry does to the scores of some titles, and how its own would be predicted without it. */
	leaveOneOut(input: ModelInput, titles: Int32Array): LeftOut;
}

/** Makes a recommender of its parts. */
export function createSproutModel(parts: SproutParts): SproutModel {
	const network = createNetwork(parts);
	const positions = new Map(Array.from(parts.items, (malId, title) => [malId, title]));
	const unused = new Float32Array(parts.items.length);
	return {
		name: parts.name,
		items: parts.items,
		learnedCount: parts.learnedCount,
		readInput: (entries) => modelInput(entries, positions),
		score: (input, out) => infer(network, input, out, unused),
		rate: (input, out) => infer(network, input, unused, out),
		infer: (input, scores, ratings, only) => infer(network, input, scores, ratings, only),
		leaveOneOut: (input, titles) => leaveOneOut(network, input, titles),
		similar: (title, count) => similarTitles(parts, network.autoencoder, title, count),
		contributions(input, titles, out) {
			out.set(leaveOneOut(network, input, titles).contributions);
		},
	};
}

function infer(
	network: SproutNetwork,
	input: ModelInput,
	scores: Float32Array,
	ratings: Float32Array,
	only?: Int32Array,
): void {
	const { titles, autoencoder, ratingHead } = network;
	const profile = summarise(titles, input);
	const likingWeight = likingShare(network, profile);
	const watched = presenceSums(network, input);
	const rated = ratingSums(network, input, (k) =>
		surprise(titles, profile, input.items[k] ?? 0, input.scores[k] ?? 0),
	);
	const hidden = new Float64Array(autoencoder.width);
	autoencoder.encode(autoencoder.sums(input), profile, hidden);
	const { learnedCount } = titles;
	const deep = new Float64Array(learnedCount);
	const deepRatings = new Float64Array(learnedCount);
	autoencoder.learnedOutputs(hidden, deep, deepRatings);
	const coldDeep = autoencoder.coldPresence(hidden);
	const deepOf = (title: number) => (title < learnedCount ? (deep[title] ?? 0) : coldDeep(title));
	const parts = profileParts(network, profile);
	const watching = createWatching(network, profile, parts.presence);
	const joint = new Float32Array(RATING_JOINT);
	const signals = { residual: 0, deep: 0, wide: 0 };
	const count = only?.length ?? titles.size;
	for (let k = 0; k < count; k++) {
		const title = only ? (only[k] ?? 0) : k;
		const wide = network.presence.scoreOf(watched, title);
		signals.residual = network.rating.scoreOf(rated, title);
		signals.deep = title < learnedCount ? (deepRatings[title] ?? 0) : 0;
		signals.wide = wide;
		const isScored = ratingJoint(titles, profile, title, signals, joint, 0);
		const liking = ratingHead.output(title, parts.rating, joint, isScored);
		scores[title] = watching(title, wide, deepOf(title)) + likingWeight * liking;
		ratings[title] = shownRating(profile, liking);
	}
}
