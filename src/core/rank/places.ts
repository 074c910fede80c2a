import type { Catalogue } from '../catalogue/catalogue.ts';
import { seenVersionOf, type SeenState } from './franchise-rules.ts';
import type { ItemMap } from './item-map.ts';

/** What the franchise rules make of one list, for a catalogue. */
export interface PlaceRules {
	readonly seen: SeenState;
	/** 1 for what never appears: seen, retelling something seen (F6), hidden; by catalogue index. */
	readonly barred: Uint8Array;
	/** Franchises of which nothing appears: F3, F4, hidden. */
	readonly closed: ReadonlySet<number>;
	/** Members of franchises that the list touches may appear. */
	readonly extraSeasons: boolean;
}

/** Takes the places of a list one after another; at most one title appears in each. */
export interface PlaceVisitor {
	/** A place for this title or none. */
	title(index: number, item: number): void;
	/**
	 * A place for a franchise: the first of its ways in that is let in appears.
	 *
	 * @param ways catalogue indices, best first; a plan may come again as a beginning
	 * @param item whose score it has; null for that of the title that appears
	 */
	franchise(ways: Iterable<number>, item: number | null): void;
}

/**
 * Applies the franchise rules: who may appear, before any filter.
 *
 * - Of an untouched franchise one member: a planned one (F5), or else the way in of its best member's line (F1).
 * - Of a touched one all members with "extra seasons", but for what continues a plan (F5); without it only a planned
 *   one, or else the best remake of something seen (F7).
 * - Of one that was let back after a drop the next that is not seen, in watch order.
 * - Nothing of a closed one (F3, F4), nothing barred (F6): no switch reaches those (F10).
 */
export function visitPlaces(
	catalogue: Catalogue,
	map: ItemMap,
	scores: Float32Array,
	{ seen, barred, closed, extraSeasons }: PlaceRules,
	visitor: PlaceVisitor,
): void {
	for (const item of map.lone) {
		const index = map.indexOfItem[item] ?? -1;
		// A closed franchise of one is a seen or a hidden title.
		if (barred[index] === 0) visitor.title(index, item);
	}
	const plans = plansByFranchise(catalogue, seen);
	for (const franchise of map.shared) {
		if (closed.has(franchise)) continue;
		const members = map.franchises.get(franchise);
		if (members === undefined) continue;
		const planned = plans.get(franchise) ?? [];
		if (!seen.franchises.has(franchise)) {
			const item = bestOf(members.items, scores);
			visitor.franchise(waysIn(map, members, scores, item, planned), item);
		} else if (extraSeasons) {
			for (const item of members.items) {
				const index = map.indexOfItem[item] ?? -1;
				const waits = seen.afterPlanned.has(index) && !seen.planned.has(index);
				if (barred[index] === 0 && !waits) visitor.title(index, item);
			}
		} else if (seen.reopened.has(franchise)) {
			visitor.franchise([...planned, ...unseenOf(catalogue, franchise, seen)], null);
		} else {
			const remakes = remakesOf(catalogue, map, members, scores, seen);
			if (planned.length + remakes.length > 0) visitor.franchise([...planned, ...remakes], null);
		}
	}
}

type Members = ItemMap['franchises'] extends ReadonlyMap<number, infer Found> ? Found : never;

function plansByFranchise(catalogue: Catalogue, { planned }: SeenState): Map<number, number[]> {
	const plans = new Map<number, number[]>();
	const touched = new Set(Array.from(planned, (index) => catalogue.franchise[index] ?? -1));
	for (const franchise of touched) {
		// In watch order: whoever plans three seasons starts with the first.
		const members = catalogue.franchiseMembers(franchise);
		plans.set(
			franchise,
			members.filter((index) => planned.has(index)),
		);
	}
	return plans;
}

/** Most franchises need the ways of their best member alone; what follows is worked out when it is asked for. */
function* waysIn(
	{ indexOfItem }: ItemMap,
	{ items, entryPoints }: Members,
	scores: Float32Array,
	best: number,
	planned: readonly number[],
): Generator<number> {
	yield* planned;
	// Nearly all have one beginning.
	if (entryPoints.all.length === 1) return yield* entryPoints.all;
	const left = new Set(entryPoints.all);
	const ofMember = (item: number) =>
		entryPoints.of(indexOfItem[item] ?? -1).filter((way) => left.delete(way));
	yield* ofMember(best);
	for (const item of byScore(items, scores)) {
		if (left.size === 0) return;
		yield* ofMember(item);
	}
}

/** In watch order; what continues a plan waits for it (F5). */
function unseenOf(catalogue: Catalogue, franchise: number, seen: SeenState): number[] {
	return catalogue
		.franchiseMembers(franchise)
		.filter((index) => !seen.titles.has(index) && !seen.afterPlanned.has(index));
}

/** What tells anew something seen, best first; of a remake in several parts the first that is not seen. */
function remakesOf(
	catalogue: Catalogue,
	{ indexOfItem }: ItemMap,
	{ items }: Members,
	scores: Float32Array,
	seen: SeenState,
): number[] {
	const remakes = byScore(items, scores)
		.map((item) => indexOfItem[item] ?? -1)
		.filter((index) => !seen.titles.has(index))
		.filter((index) => seenVersionOf(catalogue, seen, index) !== null);
	const goesOn = (index: number) =>
		catalogue.relations(index).some(({ to, kind }) => kind === 'prequel' && remakes.includes(to));
	return remakes.filter((index) => !goesOn(index));
}

function bestOf(items: readonly number[], scores: Float32Array): number {
	let best = items[0] ?? 0;
	for (const item of items) if (scoreOf(scores, item) > scoreOf(scores, best)) best = item;
	return best;
}

function byScore(items: readonly number[], scores: Float32Array): number[] {
	return [...items].sort((a, b) => scoreOf(scores, b) - scoreOf(scores, a));
}

function scoreOf(scores: Float32Array, item: number): number {
	return scores[item] ?? -Infinity;
}
