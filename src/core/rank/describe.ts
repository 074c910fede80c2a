import type { ListEntry } from '../profile/list-entry.ts';
import { scoreNormalisation, type ScoreNormalisation } from '../profile/score-normalisation.ts';
import type { Candidate } from './candidates.ts';
import { franchiseOf, seenVersionOf, type SeenState } from './franchise-rules.ts';
import { isRough, matchShare, matchStrength, scoreScale, type ScoreScale } from './match.ts';
import type { PassContext, RankingPass } from './ranking-pass.ts';
import { usualError, type RatingError } from './rating-error.ts';
import { createReasonsAgainst, type KindAgainst } from './reasons-against.ts';
import type { RecommendedAnime } from './recommendation.ts';
import { placesAmongUnseen, unusualMatch } from './unusual.ts';

/** What is told of every title that is shown, wherever it stands. */
export type RowFacts = Omit<RecommendedAnime, 'place' | 'contributions'>;

/** What describing needs beside the scores. */
export interface DescriberContext extends PassContext {
	/** Place of every title by members, by catalogue index. */
	readonly popularPlaces: Int32Array;
	readonly ratingError: RatingError | undefined;
}

/**
 * What a row tells of its title beside the reasons, for one list: the work that all rows share is done here, once.
 */
export function createDescriber(
	context: DescriberContext,
	pass: RankingPass,
): (candidate: Candidate) => RowFacts {
	const { scores, ratings, seen, input } = pass;
	const basis: Basis = {
		...scaleOf(context, scores, seen),
		...cardBasis(context, pass.read, seen),
		seen,
		scores,
		ratings,
		usedEntries: input.items.length,
	};
	return (candidate) => describe(context, basis, candidate);
}

/** What all rows of one answer are held against. */
interface Basis {
	/** Scores of everything that the visitor has not seen, ascending. */
	readonly unseen: Float32Array;
	readonly scale: ScoreScale;
	readonly seen: SeenState;
	/** The model's own, whatever the visitor made of the order. */
	readonly scores: Float32Array;
	/** Predicted scores of all items. */
	readonly ratings: Float32Array;
	readonly usedEntries: number;
	readonly normalisation: ScoreNormalisation;
	/** Place by members among everything unseen, by catalogue index. */
	readonly popularPlaceOf: (index: number) => number;
	readonly reasonsAgainst: (index: number) => readonly KindAgainst[];
}

function scaleOf(
	{ catalogue, map }: DescriberContext,
	scores: Float32Array,
	seen: SeenState,
): Pick<Basis, 'unseen' | 'scale'> {
	const isSeen = new Uint8Array(catalogue.size);
	for (const index of seen.titles) isSeen[index] = 1;
	const isTouched = new Uint8Array(catalogue.franchiseCount);
	for (const franchise of seen.franchises) isTouched[franchise] = 1;
	const unseen = new Float32Array(scores.length);
	const fresh = new Float32Array(scores.length);
	let [unseenCount, freshCount] = [0, 0];
	for (let item = 0; item < scores.length; item++) {
		const index = map.indexOfItem[item] ?? 0;
		const score = scores[item] ?? 0;
		if (isSeen[index] === 0) unseen[unseenCount++] = score;
		if (isTouched[catalogue.franchise[index] ?? 0] === 0) fresh[freshCount++] = score;
	}
	const ascending = unseen.subarray(0, unseenCount).sort();
	return { unseen: ascending, scale: scoreScale(ascending, fresh.subarray(0, freshCount)) };
}

/** What cards say besides the scores: how sure, how unusual, and which kinds the list speaks against. */
function cardBasis(
	{ catalogue, map, popularPlaces }: DescriberContext,
	read: readonly ListEntry[],
	seen: SeenState,
): Pick<Basis, 'normalisation' | 'popularPlaceOf' | 'reasonsAgainst'> {
	return {
		normalisation: scoreNormalisation(read),
		popularPlaceOf: placesAmongUnseen(popularPlaces, seen.titles),
		reasonsAgainst: createReasonsAgainst(catalogue, map.facts, read),
	};
}

function describe(
	{ catalogue, model, map, ratingError }: DescriberContext,
	basis: Basis,
	{ index, item }: Candidate,
): RowFacts {
	const { unseen, scale, seen, scores, ratings, usedEntries, normalisation } = basis;
	const { malId } = catalogue.anime(index);
	const score = scores[item] ?? 0;
	const versionOf = seenVersionOf(catalogue, seen, index);
	const scoredAs = model.items[item] ?? malId;
	// What is said of the row is said of the title that it shows, whichever earned the place.
	const shown = map.itemOfIndex[index] ?? item;
	const predictedPlace = placeOf(score, unseen);
	const predictedScore = ratings[shown] ?? 0;
	const cold = shown >= model.learnedCount;
	const { count: scored, deviation: spread } = normalisation;
	const known = { scored, spread, predicted: predictedScore, cold };
	// Of a story everybody knows its best-known part: neither part of the pair may look like a find.
	const popularPlace = Math.min(
		basis.popularPlaceOf(index),
		basis.popularPlaceOf(map.indexOfItem[item] ?? index),
	);
	const unusual = isRough(usedEntries) ? null : unusualMatch(predictedPlace, popularPlace);
	const against = basis.reasonsAgainst(index);
	return {
		malId,
		predictedPlace,
		match: matchShare(score, scale),
		strength: matchStrength(score, scale, usedEntries),
		predictedScore,
		...(ratingError && { usualError: usualError(ratingError, known) }),
		...(unusual && { unusual }),
		cold,
		franchiseSize: catalogue.franchiseMembers(franchiseOf(catalogue, index)).length,
		standsFor: scoredAs === malId ? null : scoredAs,
		planned: seen.planned.has(index),
		versionOf: versionOf === null ? null : catalogue.anime(versionOf).malId,
		...(against.length > 0 && { against }),
	};
}

/** Place of a score among all unseen ones, from 1; `ascending` is sorted upwards. */
function placeOf(score: number, ascending: Float32Array): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? Infinity) <= score) low = middle + 1;
		else high = middle;
	}
	return ascending.length - low + 1;
}
