import type { Catalogue } from '../catalogue/catalogue.ts';
import { topK } from '../math/top-k.ts';
import type { Filter } from './filters.ts';
import type { ItemMap } from './item-map.ts';
import { visitPlaces, type PlaceRules } from './places.ts';

/** A title that may appear in the list. */
export interface Candidate {
	/** Catalogue index of the title that appears. */
	readonly index: number;
	/** Item of the model whose score it has: its own, or the best of its franchise (rule F1). */
	readonly item: number;
	readonly score: number;
}

/** All titles that may appear, best first; equal scores in catalogue order (most members first). */
export interface RankedCandidates {
	readonly total: number;
	/** The candidates from a place on, counted from 0. */
	page(offset: number, limit: number): Candidate[];
}

/** All titles that may appear, in no order yet; by catalogue index. */
export interface PlacedTitles {
	readonly total: number;
	/** −∞ for what may not appear. */
	readonly scores: Float32Array;
	/** Item of the model whose score it has. */
	readonly items: Int32Array;
}

/**
 * Ranks all titles that may appear.
 *
 * The filters act here, on the whole score vector and before any cut, so a page never comes short
 * while there are candidates.
 */
export function candidates(
	catalogue: Catalogue,
	map: ItemMap,
	scores: Float32Array,
	rules: PlaceRules,
	filter: Filter,
): RankedCandidates {
	const placed = placeTitles(catalogue, map, scores, rules, filter);
	return {
		total: placed.total,
		page: (offset, limit) =>
			bestFirst(placed.scores, offset + limit)
				.slice(offset)
				.map((index) => candidateAt(placed, index)),
	};
}

/** A title that may appear as a candidate. */
export function candidateAt({ items, scores }: PlacedTitles, index: number): Candidate {
	return { index, item: items[index] ?? 0, score: scores[index] ?? 0 };
}

/** Finds all titles that may appear: one walk over the franchises. */
export function placeTitles(
	catalogue: Catalogue,
	map: ItemMap,
	scores: Float32Array,
	rules: PlaceRules,
	{ misses, subject }: Filter,
): PlacedTitles {
	// By catalogue index, where each title appears once at most.
	const best = new Float32Array(catalogue.size).fill(-Infinity);
	const itemOf = new Int32Array(catalogue.size);
	let total = 0;
	const add = (index: number, item: number) => {
		if (subject[index] === 0) return;
		best[index] = scores[item] ?? -Infinity;
		itemOf[index] = item;
		total++;
	};
	visitPlaces(catalogue, map, scores, rules, {
		title(index, item) {
			if (misses[index] === 0) add(index, item);
		},
		franchise(ways, item) {
			for (const way of ways) {
				if (misses[way] !== 0 || rules.barred[way] === 1) continue;
				add(way, item ?? map.itemOfIndex[way] ?? 0);
				break;
			}
		},
	});
	return { total, scores: best, items: itemOf };
}

/** Up to here picking is quicker than sorting everything. */
const PICKED_AT_MOST = 500;

/** The positions of the best scores, equal ones in ascending order. */
function bestFirst(scores: Float32Array, count: number): number[] {
	if (count <= PICKED_AT_MOST) return [...topK(scores, count)];
	return Array.from(scores.keys())
		.filter((at) => scores[at] !== -Infinity)
		.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
		.slice(0, count);
}
