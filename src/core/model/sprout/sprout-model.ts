import { modelInput } from '../../profile/model-input.ts';
import type { ModelInput, RankingModel } from '../recommender.ts';
import { leaveOneOut } from './leave-one-out.ts';
import {
	createNetwork,
	likingShare,
	presenceSums,
	profileParts,
	ratingSums,
	ratingScale,
	surprise,
	type ProfileParts,
	type SproutNetwork,
} from './network.ts';
import type { SproutParts } from './parts.ts';
import { presenceColumns, presenceJoint } from './presence-features.ts';
import { summarise, type ProfileSummary } from './profile-summary.ts';
import { ratingColumns, ratingJoint } from './rating-features.ts';
import { similarTitles } from './similar-titles.ts';

/** The Sprout network as a recommender. */
export interface SproutModel extends RankingModel {
	/** Where a title lies in the space that the network sees titles in: those that the same people watch lie together. */
	titleVector(title: number): Float32Array;
}

/** Makes a recommender of its parts. */
export function createSproutModel(parts: SproutParts): SproutModel {
	const network = createNetwork(parts);
	const { name, items, learnedCount, presence, facts, links } = parts;
	const positions = new Map(Array.from(items, (malId, title) => [malId, title]));
	// All that is kept of the parts: the rest lies in the memory of the kernels.
	const similarity = { learnedCount, presence, facts, links };
	const room = createRoom(network);
	return {
		name,
		items,
		learnedCount,
		readInput: (entries) => modelInput(entries, positions),
		score: (input, out) => infer(network, room, input, out, room.unused),
		rate: (input, out) => infer(network, room, input, room.unused, out),
		infer: (input, scores, ratings, count) => infer(network, room, input, scores, ratings, count),
		leaveOneOut: (input, titles) => leaveOneOut(network, input, titles),
		titleVector: (title) => network.autoencoder.titleVector(title),
		similar: (title, count) => similarTitles(similarity, network.autoencoder, title, count),
		contributions(input, titles, out) {
			out.set(leaveOneOut(network, input, titles).contributions);
		},
	};
}

/** What a list is worked out in, again and again. */
interface Room {
	readonly wide: Float32Array;
	readonly residual: Float32Array;
	readonly deep: Float32Array;
	readonly deepRatings: Float32Array;
	readonly hidden: Float32Array;
	/** Titles that the list is related to: 1. */
	readonly related: Uint8Array;
	readonly unused: Float32Array;
}

function createRoom({ titles, autoencoder }: SproutNetwork): Room {
	const { size, learnedCount } = titles;
	return {
		wide: new Float32Array(size),
		residual: new Float32Array(size),
		deep: new Float32Array(size),
		deepRatings: new Float32Array(learnedCount),
		hidden: new Float32Array(autoencoder.width),
		related: new Uint8Array(size),
		unused: new Float32Array(size),
	};
}

function infer(
	network: SproutNetwork,
	room: Room,
	input: ModelInput,
	scores: Float32Array,
	ratings: Float32Array,
	count = network.titles.size,
): void {
	const { titles, autoencoder, presenceHead, ratingHead } = network;
	const { wide, residual, deep, deepRatings, hidden } = room;
	const profile = summarise(titles, input);
	network.presence.scores(presenceSums(network, input), wide, count);
	const surprises = ratingSums(network, input, (k) =>
		surprise(titles, profile, input.items[k] ?? 0, input.scores[k] ?? 0),
	);
	network.rating.scores(surprises, residual, count);
	autoencoder.encode(autoencoder.sums(input), profile, hidden);
	autoencoder.all(hidden, deep, deepRatings, count);
	const parts = profileParts(network, profile);
	presenceColumns(titles, profile, wide, deep, presenceHead.many, count);
	ratingColumns(titles, profile, residual, deepRatings, wide, ratingHead.many, count);
	const watching = presenceHead.many.outputs(parts.presence.unrelated, count);
	const liking = ratingHead.many.outputs(parts.rating.unrelated, count);
	correctRelated(network, room, input, count, profile, parts, watching, liking);
	const likingWeight = likingShare(network, profile);
	const shown = ratingScale(profile);
	for (let title = 0; title < count; title++) {
		const own = liking[title] ?? 0;
		scores[title] = (watching[title] ?? 0) + likingWeight * own;
		ratings[title] = shown(own);
	}
}

/** Titles that the list touches have more features than the others: their outputs are worked out anew. */
function correctRelated(
	{ titles, kin, presenceHead, ratingHead }: SproutNetwork,
	{ wide, residual, deep, deepRatings, related }: Room,
	input: ModelInput,
	count: number,
	profile: ProfileSummary,
	parts: ProfileParts,
	watching: Float32Array,
	liking: Float32Array,
): void {
	related.fill(0);
	const touched: number[] = [];
	for (const entry of input.items) {
		for (const title of kin(entry)) {
			if (title >= count || related[title] === 1) continue;
			related[title] = 1;
			touched.push(title);
		}
	}
	presenceHead.many.outputsOf(
		touched,
		parts.presence.related,
		(title, out, at) =>
			presenceJoint(titles, profile, title, wide[title] ?? 0, deep[title] ?? 0, out, at),
		(title, output) => (watching[title] = output),
	);
	const signals = { residual: 0, deep: 0, wide: 0 };
	ratingHead.many.outputsOf(
		touched,
		parts.rating.related,
		(title, out, at) => {
			signals.wide = wide[title] ?? 0;
			signals.residual = residual[title] ?? 0;
			signals.deep = deepRatings[title] ?? 0;
			ratingJoint(titles, profile, title, signals, out, at);
		},
		(title, output) => (liking[title] = output),
	);
}
