import { barredTitles, closedFranchises } from '../barred.ts';
import { candidates } from '../candidates.ts';
import { createFilter } from '../filters.ts';
import { seenState } from '../franchise-rules.ts';
import type { GroupParts, ReadMember } from '../group/read-members.ts';
import { matchStrength } from '../match.ts';
import type { ListEntry } from '../../profile/list-entry.ts';
import type { CompareRequest, Suggestion } from './comparison.ts';
import { ownPercentiles } from './own-percentiles.ts';
import { FAVOURITE } from './shared-titles.ts';

/**
 * What one should show the other: the giver's favourites that the taker has not seen, the one that the taker would
 * score highest first, by the franchise rules and filters of the taker's own list. Where nothing is known of the
 * taker, the giver's scores order them.
 */
export function suggestionsOf(
	{ catalogue, model, map }: GroupParts,
	giver: readonly ListEntry[],
	taker: readonly ListEntry[],
	{ opinion, usedEntries }: Pick<ReadMember, 'opinion' | 'usedEntries'>,
	request: CompareRequest,
): Suggestion[] {
	const percentiles = ownPercentiles(giver);
	const scores = new Map(giver.map(({ malId, score }) => [malId, score]));
	const order = new Float32Array(model.items.length).fill(-Infinity);
	for (const { malId, status } of giver) {
		const percentile = percentiles.get(malId) ?? 0;
		const item = map.itemOfIndex[catalogue.indexOf(malId) ?? -1];
		if (percentile < FAVOURITE || status === 'dropped' || item === undefined) continue;
		order[item] = opinion?.ratings[item] ?? percentile;
	}
	const seen = seenState(catalogue, taker, request.hidden?.restored);
	const rules = {
		seen,
		barred: barredTitles(catalogue, map, seen, request),
		closed: closedFranchises(catalogue, seen, request),
		extraSeasons: request.include.extraSeasons,
	};
	const filter = createFilter(map.facts, {
		...request,
		entries: [],
		excludedEntries: [],
	});
	const found = candidates(catalogue, map, order, rules, filter).page(0, request.limit);
	return found.map(({ index, item }) => {
		const { malId } = catalogue.anime(index);
		const favourite = model.items[item] ?? malId;
		const shown = map.itemOfIndex[index] ?? item;
		return {
			malId,
			standsFor: favourite === malId ? null : favourite,
			score: scores.get(favourite) ?? 0,
			percentile: percentiles.get(favourite) ?? 0,
			prediction: opinion && {
				strength: matchStrength(opinion.scores[item] ?? 0, opinion.scale, usedEntries),
				score: opinion.ratings[shown] ?? 0,
			},
		};
	});
}
