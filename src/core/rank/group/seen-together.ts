import type { Catalogue } from '../../catalogue/catalogue.ts';
import { barredTitles, closedFranchises } from '../barred.ts';
import type { Filter } from '../filters.ts';
import { retellsSeen, type SeenState } from '../franchise-rules.ts';
import type { ItemMap } from '../item-map.ts';
import type { PlaceRules } from '../places.ts';
import type { GroupRequest, GroupSeen } from './group.ts';

/** What the list of a group is made of. */
export interface GroupPlaces {
	readonly rules: PlaceRules;
	/** Points by item, as they are to be ordered by. */
	readonly points: Float32Array;
}

type Wishes = Pick<GroupRequest, 'seenBy' | 'include' | 'hidden' | 'plans'>;

/**
 * Who may appear for a group, by the franchise rules for what all of it has seen together: what one member has
 * dropped, has under way or hides appears for nobody (F3, F4), and no recap of what one has seen (F6).
 *
 * Looking for what nobody has seen, the group's lists are one list. Looking for what some or all have seen, only such
 * titles appear: of a franchise the first of them in watch order, with the points of the best, or each by itself with
 * "extra seasons".
 *
 * @param seen of the lists of all members together
 * @param lists seen titles of every member that has any list, by catalogue index
 */
export function groupPlaces(
	catalogue: Catalogue,
	map: ItemMap,
	{ seen, lists }: SeenTogether,
	points: Float32Array,
	filter: Filter,
	wishes: Wishes,
): GroupPlaces {
	const closed = closedFranchises(catalogue, seen, wishes);
	const { extraSeasons } = wishes.include;
	if (wishes.seenBy === 'none') {
		const barred = barredTitles(catalogue, map, seen, wishes);
		return { points, rules: { seen, barred, closed, extraSeasons } };
	}
	const barred = notSeenBy(catalogue, map, { seen, lists }, wishes);
	const rules = { seen: { ...seen, ...NOTHING_NEW }, barred, closed, extraSeasons: true };
	if (extraSeasons) return { points, rules };
	return { points: foldFranchises(catalogue, map, seen, points, filter, barred), rules };
}

/** What a group has seen: the rules' view of all lists as one, and each list by itself. */
export interface SeenTogether {
	readonly seen: SeenState;
	readonly lists: readonly ReadonlyMap<number, unknown>[];
}

/** Members of touched franchises appear by themselves, whatever anybody plans. */
const NOTHING_NEW = {
	titles: new Set<number>(),
	planned: new Set<number>(),
	afterPlanned: new Set<number>(),
};

/** 1 for what is not seen by the wanted part of the group, retells what is seen, or is hidden. */
function notSeenBy(
	catalogue: Catalogue,
	map: ItemMap,
	{ seen, lists }: SeenTogether,
	{ seenBy, hidden }: Wishes,
): Uint8Array {
	const barred = barredTitles(
		catalogue,
		map,
		{ ...seen, ...NOTHING_NEW },
		hidden ? { hidden } : {},
	);
	for (let index = 0; index < catalogue.size; index++) {
		const count = lists.reduce((sum, list) => sum + (list.has(index) ? 1 : 0), 0);
		if (!isSeenBy(seenBy, count, lists.length)) barred[index] = 1;
	}
	for (const index of map.recaps) if (retellsSeen(catalogue, seen, index)) barred[index] = 1;
	return barred;
}

function isSeenBy(seenBy: GroupSeen, count: number, members: number): boolean {
	if (seenBy === 'none') return count === 0;
	return count > 0 && (seenBy === 'all' ? count === members : count < members);
}

/** Bars all but the first title of each franchise that may appear, and gives it the points of the best. */
function foldFranchises(
	catalogue: Catalogue,
	{ itemOfIndex }: ItemMap,
	{ franchises }: SeenState,
	points: Float32Array,
	{ misses, subject }: Filter,
	barred: Uint8Array,
): Float32Array {
	const folded = points.slice();
	const pointsOf = (index: number) => points[itemOfIndex[index] ?? -1] ?? -Infinity;
	for (const franchise of franchises) {
		const [first, ...later] = catalogue
			.franchiseMembers(franchise)
			.filter((index) => barred[index] === 0 && misses[index] === 0 && subject[index] === 1);
		if (first === undefined) continue;
		folded[itemOfIndex[first] ?? -1] = Math.max(pointsOf(first), ...later.map(pointsOf));
		for (const index of later) barred[index] = 1;
	}
	return folded;
}
