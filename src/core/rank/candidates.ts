import type { Catalogue } from '../catalogue/catalogue.ts';
import { topK } from '../math/top-k.ts';
import { entryPoints, type EntryPoints } from './entry-points.ts';
import type { Filter } from './filters.ts';
import { franchiseOf, retellsSeen, type SeenState } from './franchise-rules.ts';

/** A title that may appear in the list. */
export interface Candidate {
	/** Catalogue index of the title that appears. */
	readonly index: number;
	/** Item of the model whose score it has: its own, or the best of its franchise (rule F1). */
	readonly item: number;
	readonly score: number;
}

/** Where the items of a model stand in the catalogue, and the franchises they form. */
export interface ItemMap {
	/** Catalogue index of every item. */
	readonly indexOfItem: Int32Array;
	/** Item of every catalogue index. */
	readonly itemOfIndex: Int32Array;
	/** Items of every franchise that has any, and where its stories begin. */
	readonly franchises: ReadonlyMap<
		number,
		{ readonly items: readonly number[]; readonly entryPoints: EntryPoints }
	>;
	/** Catalogue indices of titles that retell others; few do. */
	readonly recaps: ReadonlySet<number>;
}

/**
 * Places a model's items in the catalogue.
 *
 * @param malIds ids of the items in the model's order
 * @throws RangeError when one lacks a title of the other: model and catalogue are not of one bundle
 */
export function mapItems(catalogue: Catalogue, malIds: Int32Array): ItemMap {
	const indexOfItem = Int32Array.from(malIds, (malId) => {
		const index = catalogue.indexOf(malId);
		if (index === undefined) throw new RangeError(`The catalogue lacks title ${malId}.`);
		return index;
	});
	const itemOfIndex = new Int32Array(catalogue.size).fill(-1);
	indexOfItem.forEach((index, item) => (itemOfIndex[index] = item));
	const unknown = itemOfIndex.indexOf(-1);
	if (unknown >= 0) {
		throw new RangeError(`The model lacks title ${catalogue.anime(unknown).malId}.`);
	}
	const franchises = new Map<number, { items: number[]; entryPoints: EntryPoints }>();
	indexOfItem.forEach((index, item) => {
		const franchise = franchiseOf(catalogue, index);
		const known = franchises.get(franchise);
		if (known) known.items.push(item);
		else {
			franchises.set(franchise, { items: [item], entryPoints: entryPoints(catalogue, franchise) });
		}
	});
	const recaps = new Set(
		indexOfItem.filter((index) =>
			catalogue.relations(index).some(({ kind }) => kind === 'full-story'),
		),
	);
	return { indexOfItem, itemOfIndex, franchises, recaps };
}

/** What decides which titles may appear for one list. */
export interface CandidateOptions {
	readonly seen: SeenState;
	/** Members of franchises that the list touches may appear. */
	readonly extraSeasons: boolean;
	/** What the visitor lets in. */
	readonly filter: Filter;
}

/** All titles that may appear, best first; equal scores in catalogue order (most members first). */
export interface RankedCandidates {
	readonly total: number;
	/** The candidates from a place on, counted from 0. */
	page(offset: number, limit: number): Candidate[];
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
	{ seen, extraSeasons, filter }: CandidateOptions,
): RankedCandidates {
	// By catalogue index, where each title appears once at most.
	const best = new Float32Array(catalogue.size).fill(-Infinity);
	const itemOf = new Int32Array(catalogue.size);
	let total = 0;
	const add = (index: number, item: number) => {
		best[index] = scores[item] ?? -Infinity;
		itemOf[index] = item;
		total++;
	};
	const retells = (index: number) => map.recaps.has(index) && retellsSeen(catalogue, seen, index);
	const mayOpen = (way: number) => filter.admitsType(catalogue.anime(way)) && !retells(way);
	for (const [franchise, { items, entryPoints }] of map.franchises) {
		if (!seen.franchises.has(franchise)) {
			const opening = openingOf(map, items, entryPoints, scores, mayOpen);
			if (opening === null || !filter.admitsSubject(catalogue.anime(opening.index))) continue;
			add(opening.index, opening.item);
		} else if (extraSeasons) {
			for (const item of items) {
				const index = map.indexOfItem[item] ?? -1;
				if (seen.titles.has(index) || !mayOpen(index)) continue;
				if (filter.admitsSubject(catalogue.anime(index))) add(index, item);
			}
		}
	}
	return {
		total,
		page: (offset, limit) =>
			bestFirst(best, offset + limit)
				.slice(offset)
				.map((index) => ({ index, item: itemOf[index] ?? 0, score: best[index] ?? 0 })),
	};
}

/** The way into an unseen franchise: an admitted beginning of its best member's line, or else of the next best's. */
function openingOf(
	{ indexOfItem }: ItemMap,
	items: readonly number[],
	entryPoints: EntryPoints,
	scores: Float32Array,
	mayOpen: (way: number) => boolean,
): Pick<Candidate, 'index' | 'item'> | null {
	const scoreOf = (item: number) => scores[item] ?? -Infinity;
	const admitted = (item: number) => entryPoints.of(indexOfItem[item] ?? -1).find(mayOpen);
	let item = items[0] ?? 0;
	for (const next of items) if (scoreOf(next) > scoreOf(item)) item = next;
	const index = admitted(item);
	if (index !== undefined) return { index, item };
	if (items.length === 1) return null;
	// Most franchises need their best member alone, so this is rare.
	for (const next of [...items].sort((a, b) => scoreOf(b) - scoreOf(a))) {
		const way = admitted(next);
		if (way !== undefined) return { index: way, item };
	}
	return null;
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
