import type { Catalogue, RelationKind } from '../catalogue/catalogue.ts';
import type { ListEntry, ListStatus } from '../profile/list-entry.ts';
import { cardOf, type AnimeCard } from './answer.ts';
import { entryPoints, isClip } from './entry-points.ts';
import { franchiseOf } from './franchise-rules.ts';

/** How a title came out of one that stands before it in watch order: "the title is the <kind> of `malId`". */
export interface WatchOrderRelation {
	readonly kind: RelationKind;
	readonly malId: number;
}

/** One member of a franchise. */
export interface WatchOrderItem {
	readonly malId: number;
	/**
	 * `start`: where the line of the title asked for begins. `beginning`: starts another line of the franchise.
	 * `extra`: a recap, special or clip, which the story can do without. `part`: everything else.
	 */
	readonly role: 'start' | 'beginning' | 'part' | 'extra';
	/** Null for what begins anew, and where no source says how it belongs. */
	readonly relation: WatchOrderRelation | null;
	/** What the list says of it, where one was given and has it. */
	readonly entry: { readonly status: ListStatus; readonly score: number | null } | null;
}

/** A franchise in watch order, with the facts of every member. */
export interface WatchOrder {
	/** The title asked for. */
	readonly malId: number;
	/** Where to start to get to it. */
	readonly start: number;
	readonly items: readonly WatchOrderItem[];
	readonly anime: readonly AnimeCard[];
}

/**
 * The way back of an edge, from the kinds that say most to those that say least: `a --prequel--> b` makes `a`
 * the sequel of `b`.
 */
const READ_BACKWARD: readonly (readonly [edge: RelationKind, title: RelationKind])[] = [
	['full-story', 'summary'],
	['prequel', 'sequel'],
	['parent-story', 'side-story'],
	['alternative-version', 'alternative-version'],
	['spin-off', 'spin-off'],
	['sequel', 'prequel'],
	['side-story', 'parent-story'],
	['summary', 'full-story'],
	['alternative-setting', 'alternative-setting'],
	['character', 'character'],
	['related', 'related'],
	['other', 'other'],
];

/**
 * The franchise of a title in watch order: where to start, how every member belongs, and what a list says of it.
 *
 * @param entries the list whose marks to give; none are given without one
 * @returns undefined for a title that the catalogue lacks
 */
export function watchOrder(
	catalogue: Catalogue,
	malId: number,
	entries: readonly ListEntry[] = [],
): WatchOrder | undefined {
	const asked = catalogue.indexOf(malId);
	if (asked === undefined) return undefined;
	const franchise = franchiseOf(catalogue, asked);
	const points = entryPoints(catalogue, franchise);
	const start = points.of(asked)[0] ?? points.all[0] ?? asked;
	const beginnings = new Set(points.all);
	const marks = new Map(entries.map((entry) => [entry.malId, entry]));
	const members = catalogue.franchiseMembers(franchise);
	const items = members.map((index, at): WatchOrderItem => {
		const anime = catalogue.anime(index);
		const relation = index === start ? null : relationTo(catalogue, index, members.slice(0, at));
		const mark = marks.get(anime.malId);
		return {
			malId: anime.malId,
			role: index === start ? 'start' : roleOf(catalogue, index, beginnings, relation),
			relation,
			entry: mark === undefined ? null : { status: mark.status, score: mark.score },
		};
	});
	return {
		malId,
		start: catalogue.anime(start).malId,
		items,
		anime: items.flatMap((item) => cardOf(catalogue, item.malId) ?? []),
	};
}

/** Kinds without which a special is no more than a trifle of its franchise. */
const EXTRA_TYPES: ReadonlySet<string> = new Set(['Special', 'TV Special', 'Unknown']);

function roleOf(
	catalogue: Catalogue,
	index: number,
	beginnings: ReadonlySet<number>,
	relation: WatchOrderRelation | null,
): WatchOrderItem['role'] {
	const anime = catalogue.anime(index);
	if (relation?.kind === 'summary' || isClip(anime)) return 'extra';
	// What continues a story belongs to it, however it was released.
	if (EXTRA_TYPES.has(anime.type) && relation?.kind !== 'sequel') return 'extra';
	return beginnings.has(index) && relation === null ? 'beginning' : 'part';
}

/**
 * The strongest edge to an earlier member. Of several of one kind a sequel's leads to the latest, any other to the
 * best-known: a film that retells a season is told as that, not as a version of another recap.
 */
function relationTo(
	catalogue: Catalogue,
	index: number,
	earlier: readonly number[],
): WatchOrderRelation | null {
	const edges = catalogue.relations(index);
	for (const [edge, kind] of READ_BACKWARD) {
		const leads = new Set(edges.filter((one) => one.kind === edge).map(({ to }) => to));
		const found = earlier.filter((member) => leads.has(member));
		// Indices run from most members to fewest.
		const to = kind === 'sequel' ? found.at(-1) : found.toSorted((a, b) => a - b)[0];
		if (to !== undefined) return { kind, malId: catalogue.anime(to).malId };
	}
	return null;
}
