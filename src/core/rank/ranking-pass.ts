import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ModelInput, RankingModel } from '../model/recommender.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { barredTitles, closedFranchises } from './barred.ts';
import { withoutDislikes } from './dislikes.ts';
import { createFilter, type Filter } from './filters.ts';
import { seenState, type SeenState } from './franchise-rules.ts';
import type { ItemMap } from './item-map.ts';
import { liftNiche } from './niche.ts';
import type { PlaceRules } from './places.ts';
import { rankingOptions, type RankingOptions } from './ranking-options.ts';
import { weighRatings } from './rating-weight.ts';
import type { ListQuery } from './recommendation.ts';
import { withWhatIf, type WhatIfOutcome } from './what-if.ts';

/** One list, scored: what every answer about it starts from, before anything is cut. */
export interface RankingPass {
	readonly options: RankingOptions;
	/** The list without the entries that were left out. */
	readonly evidence: readonly ListEntry[];
	/** What the model was given to read: the evidence, its dislikes perhaps as watched. */
	readonly read: readonly ListEntry[];
	readonly input: ModelInput;
	/** What became of the scores that were tried out. */
	readonly whatIf: WhatIfOutcome;
	/** The model's own, by item. */
	readonly scores: Float32Array;
	/** Predicted scores, 1–100, by item. */
	readonly ratings: Float32Array;
	/** What the list is ordered by: the scores as the visitor weighed them, by item. */
	readonly order: Float32Array;
	readonly seen: SeenState;
	readonly rules: PlaceRules;
	readonly filter: Filter;
}

type ReadEvidence = Pick<RankingPass, 'options' | 'evidence' | 'read' | 'input' | 'whatIf'>;

/** What a pass needs to know beside the request. */
export interface PassContext {
	readonly catalogue: Catalogue;
	readonly model: RankingModel;
	readonly map: ItemMap;
}

/** Reads the list as the model is to see it: the evidence, and what it makes of it. */
export function readEvidence(
	{ model }: Pick<PassContext, 'model'>,
	request: ListQuery,
): ReadEvidence {
	const excluded = new Set(request.excludedEntries);
	const options = rankingOptions(request);
	const { entries, outcome } = withWhatIf(request.entries, request.whatIf ?? []);
	const evidence = entries.filter(({ malId }) => !excluded.has(malId));
	const read = options.ignoreDislikes ? withoutDislikes(evidence) : evidence;
	return { options, evidence, read, input: model.readInput(read), whatIf: outcome };
}

/** Scores everything for a list, once, and works out what the rules and filters make of it. */
export function scoreList(
	{ catalogue, model, map }: PassContext,
	request: ListQuery,
	read: ReadEvidence,
): RankingPass {
	const { input, options } = read;
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
	return { ...read, scores, ratings, order, seen, rules, filter: createFilter(map.facts, request) };
}
