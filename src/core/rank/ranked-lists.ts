import type { RankedLists } from '../analytics/create-profile-analytics.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { candidates } from './candidates.ts';
import { createFilter } from './filters.ts';
import { readEvidence, scoreList, type PassContext } from './ranking-pass.ts';
import type { ListQuery } from './recommendation.ts';

/** What somebody who has touched nothing is recommended, and what it would be with films and specials. */
export function rankedLists(context: PassContext, entries: readonly ListEntry[]): RankedLists {
	const { catalogue, map } = context;
	const include = { extraSeasons: false, movies: false, specials: false, music: false };
	const query: ListQuery = {
		entries,
		excludedEntries: [],
		excludedGenres: [],
		include,
		adult: 'hide',
	};
	const { order, rules, filter } = scoreList(context, query, readEvidence(context, query));
	const all = { ...query, include: { ...include, movies: true, specials: true } };
	const titles = (of: ReturnType<typeof candidates>) => (count: number) =>
		of
			.page(0, Math.min(count, of.total))
			.map(({ index, item }) => ({ malId: catalogue.anime(index).malId, item }));
	return {
		usual: titles(candidates(catalogue, map, order, rules, filter)),
		ofAllTypes: titles(candidates(catalogue, map, order, rules, createFilter(map.facts, all))),
	};
}
