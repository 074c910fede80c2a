import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RankingModel } from '../model/recommender.ts';
import { contributionReasons } from '../profile/model-input.ts';
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
import { predictScores } from './predicted-scores.ts';
import { rankingOptions } from './ranking-options.ts';
import type { RankingQuestions } from './ranking-questions.ts';
import { weighRatings } from './rating-weight.ts';
import type { RecommendationRequest, RecommendedAnime } from './recommendation.ts';
import { createSimilarity } from './similar.ts';
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
}

/**
 * Joins catalogue and model; what depends on both alone is worked out once, here.
 *
 * @throws RangeError when one has titles that the other lacks
 */
export function createRanking(catalogue: Catalogue, model: RankingModel): Ranking {
	const map = mapItems(catalogue, model.items);
	const diversity = createDiversity(map.facts);
	const context = { catalogue, model, map, known: new Set(model.items), diversity };
	return {
		recommend: (request) => recommend(context, request),
		similar: createSimilarity(catalogue, model, map),
		watchOrder: (malId) => watchOrder(catalogue, malId),
		predictScores: (entries) => predictScores(model, entries),
	};
}

function recommend(context: RankingContext, request: RecommendationRequest): RecommendationAnswer {
	const { catalogue, model, map, known, diversity } = context;
	const excluded = new Set(request.excludedEntries);
	const options = rankingOptions(request);
	const evidence = request.entries.filter(({ malId }) => !excluded.has(malId));
	const input = model.readInput(options.ignoreDislikes ? withoutDislikes(evidence) : evidence);
	const summary = {
		offset: request.offset,
		usedEntries: input.items.length,
		rough: isRough(input.items.length),
		unknownEntries: request.entries
			.filter(({ malId, status }) => status !== 'plan-to-watch' && !known.has(malId))
			.map(({ malId }) => malId),
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
	const scale = scaleOf(context, scores, seen);
	const basis = { ...scale, seen, scores, ratings, usedEntries: input.items.length };
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

function describe(
	{ catalogue, model, map }: RankingContext,
	{ unseen, scale, seen, scores, ratings, usedEntries }: Basis,
	{ index, item }: Candidate,
): Omit<RecommendedAnime, 'place' | 'contributions'> {
	const { malId } = catalogue.anime(index);
	const score = scores[item] ?? 0;
	const versionOf = seenVersionOf(catalogue, seen, index);
	const scoredAs = model.items[item] ?? malId;
	// What is said of the row is said of the title that it shows, whichever earned the place.
	const shown = map.itemOfIndex[index] ?? item;
	return {
		malId,
		predictedPlace: placeOf(score, unseen),
		match: matchShare(score, scale),
		strength: matchStrength(score, scale, usedEntries),
		predictedScore: ratings[shown] ?? 0,
		cold: shown >= model.learnedCount,
		franchiseSize: catalogue.franchiseMembers(franchiseOf(catalogue, index)).length,
		standsFor: scoredAs === malId ? null : scoredAs,
		planned: seen.planned.has(index),
		versionOf: versionOf === null ? null : catalogue.anime(versionOf).malId,
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
		items.flatMap(({ malId, standsFor, versionOf, contributions }) => [
			malId,
			...(standsFor === null ? [] : [standsFor]),
			...(versionOf === null ? [] : [versionOf]),
			...contributions.map((contribution) => contribution.malId),
		]),
	);
	return [...malIds].map((malId) => cardOf(catalogue, malId)).filter((card) => card !== undefined);
}
