import { createProfileAnalytics } from '../analytics/create-profile-analytics.ts';
import type { ReferenceFigures } from '../analytics/reference/reference-figures.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RankingModel } from '../model/recommender.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { contributionReasons } from '../profile/model-input.ts';
import { scoreFormatOf } from '../profile/score-format.ts';
import { cardOf, type AnimeCard, type RecommendationAnswer } from './answer.ts';
import { candidates } from './candidates.ts';
import { compareLists } from './compare/compare-lists.ts';
import { createDescriber, type DescriberContext } from './describe.ts';
import { createDiversity, type Diversity } from './diversity.ts';
import { explain } from './explain.ts';
import { countFacets } from './facets.ts';
import { recommendForGroup } from './group/recommend-for-group.ts';
import { mapItems } from './item-map.ts';
import { makeLanes } from './lanes/make-lanes.ts';
import { isRough } from './match.ts';
import { predictScores } from './predicted-scores.ts';
import { rankedLists } from './ranked-lists.ts';
import { readEvidence, scoreList } from './ranking-pass.ts';
import { keptAway } from './kept-away.ts';
import type { RankingQuestions } from './ranking-questions.ts';
import type { RatingError } from './rating-error.ts';
import type { RecommendationRequest, RecommendedAnime } from './recommendation.ts';
import { createSimilarity } from './similar.ts';
import { placesByMembers } from './unusual.ts';
import { watchOrder } from './watch-order.ts';

/**
 * Ranks the catalogue for lists; the same code serves the site, the worker and the command line. Pure and synchronous:
 * one request, one answer, some milliseconds.
 */
export type Ranking = RankingQuestions;

/** What all requests share. */
interface RankingContext extends DescriberContext {
	readonly known: ReadonlySet<number>;
	readonly diversity: Diversity;
}

/** What was measured on real lists; what is missing is not spoken of. */
export interface Measured {
	/** How far the model's predicted scores are off. */
	readonly ratingError?: RatingError | undefined;
	/** What real lists are like. */
	readonly reference?: ReferenceFigures | null;
}

/**
 * Joins catalogue and model; what depends on both alone is worked out once, here.
 *
 * @param measured what is known of the model and of real lists
 * @throws RangeError when one has titles that the other lacks
 */
export function createRanking(
	catalogue: Catalogue,
	model: RankingModel,
	{ ratingError, reference = null }: Measured = {},
): Ranking {
	const map = mapItems(catalogue, model.items);
	const diversity = createDiversity(map.facts);
	const popularPlaces = placesByMembers(map.facts.members);
	const known = new Set(model.items);
	const context = { catalogue, model, map, known, diversity, popularPlaces, ratingError };
	const similar = createSimilarity(catalogue, model, map);
	return {
		recommend: (request) => recommend(context, request),
		lanes: (request) =>
			makeLanes({ context, similar, describer: (pass) => createDescriber(context, pass) }, request),
		similar,
		watchOrder: (malId) => watchOrder(catalogue, malId),
		profile: createProfileAnalytics({
			catalogue,
			model,
			reference,
			rank: (entries) => rankedLists(context, entries),
		}),
		group: (request) => recommendForGroup(context, request),
		compare: (request) => compareLists(context, request),
		predictScores: (entries) => predictScores(model, entries),
	};
}

function recommend(context: RankingContext, request: RecommendationRequest): RecommendationAnswer {
	const { catalogue, model, map, known, diversity } = context;
	const read = readEvidence(context, request);
	const { options, evidence, input, whatIf: outcome } = read;
	const summary = {
		offset: request.offset,
		usedEntries: input.items.length,
		rough: isRough(input.items.length),
		unknownEntries: request.entries
			.filter(({ malId, status }) => status !== 'plan-to-watch' && !known.has(malId))
			.map(({ malId }) => malId),
		scoreFormat: request.scoreFormat ?? scoreFormatOf(request.entries),
		...(request.whatIf?.length && { whatIf: outcome }),
	};
	const tried = outcome.changed.map(({ malId }) => malId).concat(outcome.ignored);
	if (input.items.length === 0) {
		return { page: { ...summary, total: 0, items: [] }, anime: mentioned(catalogue, [], tried) };
	}

	const pass = scoreList(context, request, read);
	const { order, rules, filter } = pass;
	const ranked = candidates(catalogue, map, order, rules, filter);
	const page = diversity.mix(ranked, options.diversity).page(request.offset, request.limit);
	const explained = Int32Array.from(page, ({ item }) => item);
	const contributions = explain(model, input, explained, toldOf(evidence));
	const describeOne = createDescriber(context, pass);
	const items = page.map((candidate, position) => ({
		...describeOne(candidate),
		place: request.offset + position + 1,
		contributions: contributions[position] ?? [],
	}));
	const facets = request.facets
		? { facets: countFacets(catalogue, map, order, rules, filter) }
		: {};
	const away = request.offset > 0 ? [] : keptAway(catalogue, map, order, rules, filter, request);
	const kept = away.length > 0 ? { keptAway: away } : {};
	const others = away.flatMap(({ dropped, malId }) => [dropped, malId]).concat(tried);
	return {
		page: { ...summary, total: ranked.total, items, ...facets, ...kept },
		anime: mentioned(catalogue, items, others),
	};
}

/** What is told of entries where they contribute. */
function toldOf(evidence: readonly ListEntry[]) {
	const reasons = contributionReasons(evidence);
	const scores = new Map(evidence.map(({ malId, score }) => [malId, score]));
	return (malId: number) => ({
		reason: reasons.get(malId) ?? 'watched',
		score: scores.get(malId) ?? null,
	});
}

/** @param others MyAnimeList ids that the answer names beside its rows */
function mentioned(
	catalogue: Catalogue,
	items: readonly RecommendedAnime[],
	others: readonly number[],
): AnimeCard[] {
	const ofRows = items.flatMap(({ malId, standsFor, versionOf, contributions, against = [] }) => [
		malId,
		...(standsFor === null ? [] : [standsFor]),
		...(versionOf === null ? [] : [versionOf]),
		...contributions.map((contribution) => contribution.malId),
		...against.flatMap((kind) => kind.malIds),
	]);
	const malIds = new Set([...ofRows, ...others]);
	return [...malIds].map((malId) => cardOf(catalogue, malId)).filter((card) => card !== undefined);
}
