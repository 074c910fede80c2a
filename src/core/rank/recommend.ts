import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RankingModel } from '../model/recommender.ts';
import { contributionReasons } from '../profile/model-input.ts';
import { cardOf, type AnimeCard, type RecommendationAnswer, type SimilarAnswer } from './answer.ts';
import { candidates, mapItems, type Candidate, type ItemMap } from './candidates.ts';
import { explain } from './explain.ts';
import { createFilter } from './filters.ts';
import { franchiseOf, seenState, type SeenState } from './franchise-rules.ts';
import { isRough, matchShare, matchStrength, scoreScale, type ScoreScale } from './match.ts';
import type { RecommendationRequest, RecommendedAnime } from './recommendation.ts';
import type { SimilarRequest } from './similar-anime.ts';
import { createSimilarity } from './similar.ts';

/** Ranks the catalogue for lists; the same code serves the site, the worker and the command line. */
export interface Ranking {
	/** Pure and synchronous: one request, one answer, some milliseconds. */
	recommend(request: RecommendationRequest): RecommendationAnswer;
	/** Titles like one; undefined where the catalogue lacks it. */
	similar(request: SimilarRequest): SimilarAnswer | undefined;
}

/** What all requests share. */
interface RankingContext {
	readonly catalogue: Catalogue;
	readonly model: RankingModel;
	readonly map: ItemMap;
	readonly known: ReadonlySet<number>;
}

/**
 * Joins catalogue and model; what depends on both alone is worked out once, here.
 *
 * @throws RangeError when one has titles that the other lacks
 */
export function createRanking(catalogue: Catalogue, model: RankingModel): Ranking {
	const map = mapItems(catalogue, model.items);
	const context = { catalogue, model, map, known: new Set(model.items) };
	return {
		recommend: (request) => recommend(context, request),
		similar: createSimilarity(catalogue, model, map),
	};
}

function recommend(context: RankingContext, request: RecommendationRequest): RecommendationAnswer {
	const { catalogue, model, map, known } = context;
	const excluded = new Set(request.excludedEntries);
	const evidence = request.entries.filter(({ malId }) => !excluded.has(malId));
	const input = model.readInput(evidence);
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
	const seen = seenState(catalogue, request.entries);
	const ranked = candidates(catalogue, map, scores, {
		seen,
		extraSeasons: request.include.extraSeasons,
		filter: createFilter(request),
	});
	const page = ranked.page(request.offset, request.limit);
	const reasons = contributionReasons(evidence);
	const explained = Int32Array.from(page, ({ item }) => item);
	const contributions = explain(
		model,
		input,
		explained,
		(cause) => reasons.get(cause) ?? 'watched',
	);
	const basis = { ...scaleOf(context, scores, seen), ratings, usedEntries: input.items.length };
	const items = page.map((candidate, position) => ({
		...describe(context, basis, candidate),
		place: request.offset + position + 1,
		contributions: contributions[position] ?? [],
	}));
	return {
		page: { ...summary, total: ranked.total, items },
		anime: mentioned(catalogue, items),
	};
}

/** What all rows of one answer are held against. */
interface Basis {
	/** Scores of everything that the visitor has not seen, ascending. */
	readonly unseen: Float32Array;
	readonly scale: ScoreScale;
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
	{ unseen, scale, ratings, usedEntries }: Basis,
	{ index, item, score }: Candidate,
): Omit<RecommendedAnime, 'place' | 'contributions'> {
	const { malId } = catalogue.anime(index);
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
		planned: false,
		versionOf: null,
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
		items.flatMap(({ malId, standsFor, contributions }) => [
			malId,
			...(standsFor === null ? [] : [standsFor]),
			...contributions.map((contribution) => contribution.malId),
		]),
	);
	return [...malIds].map((malId) => cardOf(catalogue, malId)).filter((card) => card !== undefined);
}
