import type { ModelInput } from '#core/model/recommender.ts';
import {
	presenceSums,
	ratingSums,
	surprise,
	type SproutNetwork,
} from '#core/model/sprout/network.ts';
import {
	PRESENCE_JOINT,
	PRESENCE_PROFILE,
	PRESENCE_TITLE,
	presenceJoint,
	presenceProfile,
	presenceTitle,
} from '#core/model/sprout/presence-features.ts';
import { summarise, type ProfileSummary } from '#core/model/sprout/profile-summary.ts';
import {
	RATING_JOINT,
	RATING_PROFILE,
	RATING_TITLE,
	ratingJoint,
	ratingProfile,
	ratingTitle,
} from '#core/model/sprout/rating-features.ts';
import type { TitleContext } from '#core/model/sprout/title-context.ts';
import type { WideSums } from '#core/model/sprout/wide.ts';

/** The parts of a network that the heads read. */
export type HeadlessNetwork = Pick<SproutNetwork, 'titles' | 'presence' | 'rating' | 'autoencoder'>;

/** What a network makes of one list, before any head. */
export interface ListSignals {
	readonly network: HeadlessNetwork;
	readonly profile: ProfileSummary;
	readonly presence: WideSums;
	readonly rating: WideSums;
	readonly hidden: Float32Array;
	/** Deep presence logits. */
	readonly deep: (title: number) => number;
	/** The same of titles as though none had been learned. */
	readonly coldDeep: (title: number) => number;
	/** Features of the list alone, for both heads. */
	readonly presenceOfList: Float32Array;
	readonly ratingOfList: Float32Array;
}

/** Runs wide and deep parts over a list. */
export function listSignals(network: HeadlessNetwork, input: ModelInput): ListSignals {
	const { titles, autoencoder } = network;
	const profile = summarise(titles, input);
	const hidden = new Float32Array(autoencoder.width);
	autoencoder.encode(autoencoder.sums(input), profile, hidden);
	const presenceOfList = new Float32Array(PRESENCE_PROFILE);
	presenceProfile(profile, presenceOfList, 0);
	const ratingOfList = new Float32Array(RATING_PROFILE);
	ratingProfile(profile, ratingOfList, 0);
	return {
		network,
		profile,
		presenceOfList,
		ratingOfList,
		coldDeep: autoencoder.coldPresence(hidden),
		presence: presenceSums(network, input),
		rating: ratingSums(network, input, (k) =>
			surprise(titles, profile, input.items[k] ?? 0, input.scores[k] ?? 0),
		),
		hidden,
		deep: autoencoder.presence(hidden),
	};
}

/**
 * Writes all features of the presence head for one title.
 *
 * @param cold what is known of the titles where none was learned, or null to see the title as it is
 */
export function presenceFeatures(
	signals: ListSignals,
	title: number,
	cold: TitleContext | null,
	out: Float32Array,
	at: number,
): void {
	const { network, profile } = signals;
	const titles = cold ?? network.titles;
	const wide = wideScore(signals, title, cold !== null);
	const deep = cold === null ? signals.deep(title) : signals.coldDeep(title);
	presenceJoint(titles, profile, title, wide, deep, out, at);
	presenceTitle(titles, title, cold !== null, out, at + PRESENCE_JOINT);
	out.set(signals.presenceOfList, at + PRESENCE_JOINT + PRESENCE_TITLE);
}

/** Writes all features of the rating head for one title; see {@link presenceFeatures}. */
export function ratingFeatures(
	signals: ListSignals,
	title: number,
	cold: TitleContext | null,
	out: Float32Array,
	at: number,
): void {
	const { network, profile, rating, hidden } = signals;
	const titles = cold ?? network.titles;
	const residual =
		cold === null
			? network.rating.scoreOf(rating, title)
			: network.rating.coldScoreOf(rating, title);
	const deep = cold === null ? network.autoencoder.ratingOf(hidden, title) : 0;
	const wide = wideScore(signals, title, cold !== null);
	ratingJoint(titles, profile, title, { residual, deep, wide }, out, at);
	ratingTitle(titles, title, cold !== null, out, at + RATING_JOINT);
	out.set(signals.ratingOfList, at + RATING_JOINT + RATING_TITLE);
}

function wideScore({ network, presence }: ListSignals, title: number, cold: boolean): number {
	return cold
		? network.presence.coldScoreOf(presence, title)
		: network.presence.scoreOf(presence, title);
}

/** Mean and standard deviation of features. */
export interface Standard {
	readonly mean: Float32Array;
	readonly deviation: Float32Array;
}

/** Mean and deviation of each of the features of some rows. */
export function standardOf(rows: Float32Array, features: number): Standard {
	const count = rows.length / features;
	const sums = new Float64Array(features);
	const squares = new Float64Array(features);
	rows.forEach((value, at) => {
		const f = at % features;
		sums[f] = (sums[f] ?? 0) + value;
		squares[f] = (squares[f] ?? 0) + value * value;
	});
	const mean = Float32Array.from(sums, (sum) => sum / count);
	return {
		mean,
		deviation: Float32Array.from(squares, (sum, f) =>
			// A feature that never changes must not be blown up.
			Math.max(1e-3, Math.sqrt(Math.max(0, sum / count - (mean[f] ?? 0) ** 2))),
		),
	};
}
