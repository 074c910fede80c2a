import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';
import { closedFranchises } from './barred.ts';
import { candidates } from './candidates.ts';
import type { Filter } from './filters.ts';
import { franchiseOf, type SeenState } from './franchise-rules.ts';
import type { ItemMap } from './item-map.ts';
import type { PlaceRules } from './places.ts';
import type { RecommendationRequest } from './recommendation.ts';

/** Places that are looked at: what would come later, nobody misses. */
const PLACES = 100;

/** A story that stays away because something of it was dropped (rule F3), and what the list would show of it. */
export interface KeptAway {
	/** MyAnimeList id of the dropped title; of several the best known. */
	readonly dropped: number;
	/** MyAnimeList id of the title that would appear, and its place, were all drops taken back. */
	readonly malId: number;
	readonly place: number;
}

/**
 * What the list would show were every drop taken back, under the very filters of the request: only there is there
 * something to let back.
 */
export function keptAway(
	catalogue: Catalogue,
	map: ItemMap,
	scores: Float32Array,
	rules: PlaceRules,
	filter: Filter,
	{ entries, hidden, plans }: Pick<RecommendationRequest, 'entries' | 'hidden' | 'plans'>,
): KeptAway[] {
	const { dropped } = rules.seen;
	if (dropped.size === 0) return [];
	const seen = withoutDrops(rules.seen);
	const wishes = { ...(hidden && { hidden }), ...(plans && { plans }) };
	const open = { ...rules, seen, closed: closedFranchises(catalogue, seen, wishes) };
	const causes = droppedTitles(catalogue, entries);
	return candidates(catalogue, map, scores, open, filter)
		.page(0, PLACES)
		.flatMap(({ index }, at) => {
			const franchise = franchiseOf(catalogue, index);
			const cause = causes.get(franchise);
			if (cause === undefined || !dropped.has(franchise)) return [];
			const { malId } = catalogue.anime(index);
			return [{ dropped: catalogue.anime(cause).malId, malId, place: at + 1 }];
		});
}

function withoutDrops(seen: SeenState): SeenState {
	const { closed, dropped, reopened } = seen;
	return {
		...seen,
		closed: new Set([...closed].filter((franchise) => !dropped.has(franchise))),
		dropped: new Set(),
		reopened: new Set([...reopened, ...dropped]),
	};
}

/** The best-known dropped title of every franchise: the catalogue has those first. */
function droppedTitles(
	catalogue: Catalogue,
	entries: readonly ListEntry[],
): ReadonlyMap<number, number> {
	const titles = new Map<number, number>();
	for (const { malId, status } of entries) {
		const index = catalogue.indexOf(malId);
		if (status !== 'dropped' || index === undefined) continue;
		const franchise = franchiseOf(catalogue, index);
		titles.set(franchise, Math.min(index, titles.get(franchise) ?? index));
	}
	return titles;
}
