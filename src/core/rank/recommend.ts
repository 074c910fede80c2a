import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ExplainingRecommender, ModelInput } from '../model/recommender.ts';
import { contributionReasons } from '../profile/model-input.ts';
import { cardOf, type AnimeCard, type RecommendationAnswer } from './answer.ts';
import { candidates, mapItems, type Candidate, type ItemMap } from './candidates.ts';
import { explain } from './explain.ts';
import { createFilter } from './filters.ts';
import { franchiseOf, seenState } from './franchise-rules.ts';
import { isRough, matchShare, matchStrength, scoreScale, type ScoreScale } from './match.ts';
import type {
	ContributionReason,
	RecommendationRequest,
	RecommendedAnime,
} from './recommendation.ts';

/** Ranks the catalogue for lists; the same code serves the site, the worker and the command line. */
export interface Ranking {
	/** Pure and synchronous: one request, one answer, some milliseconds. */
	recommend(request: RecommendationRequest): RecommendationAnswer;
}

/** What all requests share. */
interface RankingContext {
	readonly catalogue: Catalogue;
	readonly model: ExplainingRecommender;
	readonly map: ItemMap;
	readonly known: ReadonlySet<number>;
}

/**
 * Joins catalogue and model; what depends on both alone is worked out once, here.
 *
 * @throws RangeError when the model has titles that the catalogue lacks
 */
export function createRanking(catalogue: Catalogue, model: ExplainingRecommender): Ranking {
	const map = mapItems(catalogue, model.items);
	const context = { catalogue, model, map, known: new Set(model.items) };
	return { recommend: (request) => recommend(context, request) };
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
	model.score(input, scores);
	const seen = seenState(catalogue, request.entries);
	const ranked = candidates(catalogue, map, scores, {
		seen,
		extraSeasons: request.include.extraSeasons,
		filter: createFilter(request),
	});
	const indexOf = (item: number) => map.indexOfItem[item] ?? -1;
	const unseen = scores.filter((_, item) => !seen.titles.has(indexOf(item))).sort();
	const fresh = scores.filter(
		(_, item) => !seen.franchises.has(franchiseOf(catalogue, indexOf(item))),
	);
	const basis = {
		unseen,
		scale: scoreScale(unseen, fresh),
		input,
		reasons: contributionReasons(evidence),
	};
	const items = ranked
		.slice(request.offset, request.offset + request.limit)
		.map((candidate, position) =>
			describe(context, basis, candidate, request.offset + position + 1),
		);
	return {
		page: { ...summary, total: ranked.length, items },
		anime: mentioned(catalogue, items),
	};
}

/** What all rows of one answer are held against. */
interface Basis {
	/** Scores of everything that the visitor has not seen, ascending. */
	readonly unseen: Float32Array;
	readonly scale: ScoreScale;
	readonly input: ModelInput;
	readonly reasons: ReadonlyMap<number, ContributionReason>;
}

function describe(
	{ catalogue, model }: RankingContext,
	{ unseen, scale, input, reasons }: Basis,
	{ index, item, score }: Candidate,
	place: number,
): RecommendedAnime {
	const { malId } = catalogue.anime(index);
	const scoredAs = model.items[item] ?? malId;
	return {
		malId,
		place,
		predictedPlace: placeOf(score, unseen),
		match: matchShare(score, scale),
		strength: matchStrength(score, scale, input.items.length),
		franchiseSize: catalogue.franchiseMembers(franchiseOf(catalogue, index)).length,
		standsFor: scoredAs === malId ? null : scoredAs,
		contributions: explain(model, input, item, (cause) => reasons.get(cause) ?? 'watched'),
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
