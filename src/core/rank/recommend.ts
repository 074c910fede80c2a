import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RankingModel } from '../model/recommender.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { contributionReasons } from '../profile/model-input.ts';
import { scoreFormatOf } from '../profile/score-format.ts';
import { scoreNormalisation, type ScoreNormalisation } from '../profile/score-normalisation.ts';
import { cardOf, type AnimeCard, type RecommendationAnswer } from './answer.ts';
import { barredTitles, closedFranchises } from './barred.ts';
import { candidates, type Candidate } from './candidates.ts';
import { withoutDislikes } from './dislikes.ts';
import { createDiversity, type Diversity } from './diversity.ts';
import { explain } from './explain.ts';
import { countFacets } from './facets.ts';
import { createFilter } from './filters.ts';
import { franchiseOf, seenState, seenVersionOf, type SeenState } from './franchise-rules.ts';
import { mapItems, type ItemMap } from './item-map.ts';
import { isRough, matchShare, matchStrength, scoreScale, type ScoreScale } from './match.ts';
import { liftNiche } from './niche.ts';
import { rankingOptions } from './ranking-options.ts';
import type { RankingQuestions } from './ranking-questions.ts';
import { usualError, type RatingError } from './rating-error.ts';
import { weighRatings } from './rating-weight.ts';
import { createReasonsAgainst, type KindAgainst } from './reasons-against.ts';
import type { RecommendationRequest, RecommendedAnime } from './recommendation.ts';
import { createSimilarity } from './similar.ts';
import { placesAmongUnseen, placesByMembers, unusualMatch } from './unusual.ts';
import { watchOrder } from './watch-order.ts';

/**
 * Ranks the catalogue for lists; the same code serves the site, the worker and the command line. Pure and synchronous:
 * one request, one answer, some milliseconds.
 */
export type Ranking = RankingQuestions;

/** What all requests share. */
interface RankingContext {
	readonly catalogue: Catalogue;
	readonly model: RankingModel;
	readonly map: ItemMap;
	readonly known: ReadonlySet<number>;
	readonly diversity: Diversity;
	/** Place of every title by members, by catalogue index. */
	readonly popularPlaces: Int32Array;
	readonly ratingError: RatingError | undefined;
}

/**
 * Joins catalogue and model; what depends on both alone is worked out once, here.
 *
 * @param ratingError how far the model's predicted scores are off; without it nothing is said of that
 * @throws RangeError when one has titles that the other lacks
 */
export function createRanking(
	catalogue: Catalogue,
	model: RankingModel,
	ratingError?: RatingError,
): Ranking {
	const map = mapItems(catalogue, model.items);
	const diversity = createDiversity(map.facts);
	const popularPlaces = placesByMembers(map.facts.members);
	const known = new Set(model.items);
	const context = { catalogue, model, map, known, diversity, popularPlaces, ratingError };
	return {
		recommend: (request) => recommend(context, request),
		similar: createSimilarity(catalogue, model, map),
		watchOrder: (malId) => watchOrder(catalogue, malId),
	};
}

function recommend(context: RankingContext, request: RecommendationRequest): RecommendationAnswer {
	const { catalogue, model, map, known, diversity } = context;
	const excluded = new Set(request.excludedEntries);
	const options = rankingOptions(request);
	const evidence = request.entries.filter(({ malId }) => !excluded.has(malId));
	const read = options.ignoreDislikes ? withoutDislikes(evidence) : evidence;
	const input = model.readInput(read);
	const summary = {
		offset: request.offset,
		usedEntries: input.items.length,
		rough: isRough(input.items.length),
		unknownEntries: request.entries
			.filter(({ malId, status }) => status !== 'plan-to-watch' && !known.has(malId))
			.map(({ malId }) => malId),
		scoreFormat: request.scoreFormat ?? scoreFormatOf(request.entries),
	};
	if (input.items.length === 0) return { page: { ...summary, total: 0, items: [] }, anime: [] };

	const scores = new Float32Array(model.items.length);
	const ratings = new Float32Array(model.items.length);
	model.infer(input, scores, ratings);
	const order = liftNiche(weighRatings(scores, ratings, options.ratingWeight), map, options.niche);
	const seen = seenState(catalogue, request.entries, request.hidden?.restored);
	const rules = {
		seen,
		barred: barredTitles(catalogue, map, seen, request),
		closed: closedFranchises(catalogue, seen, request),
		extraSeasons: request.include.extraSeasons,
	};
	const filter = createFilter(map.facts, request);
	const ranked = candidates(catalogue, map, order, rules, filter);
	const page = diversity.mix(ranked, options.diversity).page(request.offset, request.limit);
	const reasons = contributionReasons(evidence);
	const explained = Int32Array.from(page, ({ item }) => item);
	const contributions = explain(
		model,
		input,
		explained,
		(cause) => reasons.get(cause) ?? 'watched',
	);
	const basis: Basis = {
		...scaleOf(context, scores, seen),
		...cardBasis(context, read, seen),
		seen,
		scores,
		ratings,
		usedEntries: input.items.length,
	};
	const items = page.map((candidate, position) => ({
		...describe(context, basis, candidate),
		place: request.offset + position + 1,
		contributions: contributions[position] ?? [],
	}));
	const facets = request.facets
		? { facets: countFacets(catalogue, map, order, rules, filter) }
		: {};
	return {
		page: { ...summary, total: ranked.total, items, ...facets },
		anime: mentioned(catalogue, items),
	};
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
	{ catalogue, map }: RankingContext,
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
	{ catalogue, map, popularPlaces }: RankingContext,
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
	{ catalogue, model, map, ratingError }: RankingContext,
	basis: Basis,
	{ index, item }: Candidate,
): Omit<RecommendedAnime, 'place' | 'contributions'> {
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

function mentioned(catalogue: Catalogue, items: readonly RecommendedAnime[]): AnimeCard[] {
	const malIds = new Set(
		items.flatMap(({ malId, standsFor, versionOf, contributions, against = [] }) => [
			malId,
			...(standsFor === null ? [] : [standsFor]),
			...(versionOf === null ? [] : [versionOf]),
			...contributions.map((contribution) => contribution.malId),
			...against.flatMap((kind) => kind.malIds),
		]),
	);
	return [...malIds].map((malId) => cardOf(catalogue, malId)).filter((card) => card !== undefined);
}
