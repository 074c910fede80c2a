import type { Catalogue, RelationKind } from '../../catalogue/catalogue.ts';
import { isClip } from '../entry-points.ts';
import { seenVersionOf } from '../franchise-rules.ts';
import type { ItemMap } from '../item-map.ts';
import type { PlaceRules } from '../places.ts';

/** Where a part stands to what was seen: it goes on with it, tells of earlier, or stands beside it. */
export const PART_PLACES = ['after', 'before', 'beside'] as const;
export type PartPlace = (typeof PART_PLACES)[number];

/** A title that is to be seen next in a franchise that was begun. */
export interface NextPart {
	/** Catalogue index. */
	readonly index: number;
	/** Catalogue index of the seen title that it belongs to. */
	readonly seen: number;
	readonly place: PartPlace;
}

/** What a title with such an edge to a seen one stands beside. */
const BESIDE: ReadonlySet<RelationKind> = new Set([
	'parent-story',
	'side-story',
	'spin-off',
	'alternative-setting',
]);

/** Shorter episodes without a word of how they belong are trifles between two seasons. */
const LEAST_MINUTES = 15;

/** Releases that a story can do without, unless they go on with it. */
const EXTRA_TYPES: ReadonlySet<string> = new Set(['Special', 'TV Special', 'Unknown']);

/**
 * What is still to see of a franchise that was begun, what goes on with the story first, then in watch order.
 *
 * - What has prequels follows once one of them was seen, and waits before that: no part is passed over.
 * - Newer relations come without kinds or not at all: then what leads back to the same beginning follows what was
 *   seen of it before.
 * - What tells of earlier comes after all that, then side stories and spin-offs.
 * - Never closed or barred titles, recaps, clips, remakes (which are in the main list, F7), plans and what waits for one (F5).
 */
export function nextParts(
	catalogue: Catalogue,
	map: ItemMap,
	rules: PlaceRules,
	franchise: number,
): NextPart[] {
	const { seen, barred, closed } = rules;
	if (closed.has(franchise)) return [];
	const members = catalogue.franchiseMembers(franchise);
	const waits = (index: number) =>
		seen.titles.has(index) ||
		barred[index] === 1 ||
		map.recaps.has(index) ||
		seen.planned.has(index) ||
		seen.afterPlanned.has(index) ||
		isClip(catalogue.anime(index)) ||
		seenVersionOf(catalogue, seen, index) !== null;
	const parts = members.flatMap((index, at): NextPart[] => {
		if (waits(index)) return [];
		const before = members.slice(0, at).filter((one) => seen.titles.has(one));
		const part = partOf(catalogue, map, franchise, index, { seen: seen.titles, before });
		return part === null ? [] : [part];
	});
	return PART_PLACES.flatMap((place) => parts.filter((part) => part.place === place));
}

/** @param before seen members that stand earlier in watch order */
function partOf(
	catalogue: Catalogue,
	map: ItemMap,
	franchise: number,
	index: number,
	{ seen, before }: { readonly seen: ReadonlySet<number>; readonly before: readonly number[] },
): NextPart | null {
	const edges = catalogue
		.relations(index)
		.filter(({ to }) => catalogue.franchise[to] === franchise);
	/** The seen one of some titles; of several the latest in watch order before this one. */
	const seenOf = (titles: readonly number[]) =>
		before.findLast((one) => titles.includes(one)) ?? titles.find((one) => seen.has(one));
	const part = (to: number | undefined, place: PartPlace) =>
		to === undefined ? null : { index, seen: to, place };
	const leading = (...kinds: readonly RelationKind[]) =>
		edges.filter(({ kind }) => kinds.includes(kind)).map(({ to }) => to);
	const prequels = leading('prequel');
	if (prequels.length > 0) return part(seenOf(prequels), 'after');
	const { type, minutes } = catalogue.anime(index);
	if (EXTRA_TYPES.has(type)) return null;
	const earlier = seenOf(leading('sequel'));
	if (earlier !== undefined) return part(earlier, 'before');
	const beside = leading(...BESIDE);
	if (beside.length > 0) return part(seenOf(beside), 'beside');
	const points = map.franchises.get(franchise)?.entryPoints;
	const roots = points?.of(index) ?? [];
	const sameLine = before.findLast((one) => points?.of(one).some((root) => roots.includes(root)));
	return part(sameLine, (minutes ?? LEAST_MINUTES) < LEAST_MINUTES ? 'beside' : 'after');
}
