import type { Catalogue } from '../catalogue/catalogue.ts';
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
	return { indexOfItem, itemOfIndex, franchises };
}

/** What decides which titles may appear for one list. */
export interface CandidateOptions {
	readonly seen: SeenState;
	/** Members of franchises that the list touches may appear. */
	readonly extraSeasons: boolean;
	/** What the visitor lets in. */
	readonly filter: Filter;
}

/**
 * All titles that may appear, best first; equal scores in catalogue order (most members first).
 *
 * The filters act here, on the whole score vector and before any cut, so a page never comes short
 * while there are candidates.
 */
export function candidates(
	catalogue: Catalogue,
	map: ItemMap,
	scores: Float32Array,
	{ seen, extraSeasons, filter }: CandidateOptions,
): Candidate[] {
	const found: Candidate[] = [];
	const scoreOf = (item: number) => scores[item] ?? -Infinity;
	const indexOf = (item: number) => map.indexOfItem[item] ?? -1;
	for (const [franchise, { items, entryPoints: points }] of map.franchises) {
		if (!seen.franchises.has(franchise)) {
			const mayOpen = (way: number) =>
				filter.admitsType(catalogue.anime(way)) && !retellsSeen(catalogue, seen, way);
			const admitted = (item: number) => points.of(indexOf(item)).find(mayOpen);
			const item = items.reduce((best, next) => (scoreOf(next) > scoreOf(best) ? next : best));
			const index = admitted(item) ?? firstOf(byScore(items, scoreOf), admitted);
			if (index === undefined || !filter.admitsSubject(catalogue.anime(index))) continue;
			found.push({ index, item, score: scoreOf(item) });
		} else if (extraSeasons) {
			for (const item of items) {
				const index = indexOf(item);
				if (seen.titles.has(index) || retellsSeen(catalogue, seen, index)) continue;
				const anime = catalogue.anime(index);
				if (!filter.admitsType(anime) || !filter.admitsSubject(anime)) continue;
				found.push({ index, item, score: scoreOf(item) });
			}
		}
	}
	return found.sort((a, b) => b.score - a.score || a.index - b.index);
}

/** Best first; most franchises have one item and most others need their best alone, so this is rare. */
function byScore(items: readonly number[], scoreOf: (item: number) => number): readonly number[] {
	return items.length === 1 ? [] : [...items].sort((a, b) => scoreOf(b) - scoreOf(a));
}

function firstOf<T>(
	items: readonly number[],
	find: (item: number) => T | undefined,
): T | undefined {
	for (const item of items) {
		const found = find(item);
		if (found !== undefined) return found;
	}
	return undefined;
}
