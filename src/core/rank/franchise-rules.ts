import type { Anime } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';

/** An entry point has at least this share of the members of its franchise's best-known way in. */
const WAY_IN_MEMBERS_SHARE = 0.1;

/** Types that nobody starts a story with, as long as there is a story. */
const CLIPS: ReadonlySet<Anime['type']> = new Set(['Music', 'CM', 'PV']);

/** What the rules need to know of a list: which titles were seen and which franchises that touches. */
export interface SeenState {
	/** Catalogue indices of everything on the list but plans. */
	readonly titles: ReadonlySet<number>;
	readonly franchises: ReadonlySet<number>;
}

/** Plans do not count as seen; titles that the catalogue lacks touch nothing. */
export function seenState(catalogue: Catalogue, entries: readonly ListEntry[]): SeenState {
	const titles = new Set<number>();
	const franchises = new Set<number>();
	for (const { malId, status } of entries) {
		const index = status === 'plan-to-watch' ? undefined : catalogue.indexOf(malId);
		if (index === undefined) continue;
		titles.add(index);
		franchises.add(franchiseOf(catalogue, index));
	}
	return { titles, franchises };
}

/** Franchise number of a title. @throws RangeError when there is no such index. */
export function franchiseOf(catalogue: Catalogue, index: number): number {
	const franchise = catalogue.franchise[index];
	if (franchise === undefined) throw new RangeError(`The catalogue has no title ${index}.`);
	return franchise;
}

/**
 * Rule F6: a recap never appears once its story is seen, whatever the switches say.
 *
 * @returns whether `index` retells a seen title
 */
export function retellsSeen(catalogue: Catalogue, seen: SeenState, index: number): boolean {
	return catalogue
		.relations(index)
		.some(({ to, kind }) => kind === 'full-story' && seen.titles.has(to));
}

/**
 * Rule F1: the ways into a franchise of which nothing was seen, best first.
 *
 * A way in continues nothing (no prequel, parent story or full story inside the franchise). Little-known
 * pilots and tie-ins go behind the others; within both groups the watch order decides. The caller
 * takes the first that its filters let through.
 *
 * @returns catalogue indices, at least one
 */
export function waysIn(catalogue: Catalogue, franchise: number): readonly number[] {
	const all = catalogue.franchiseMembers(franchise);
	const stories = all.filter((index) => !CLIPS.has(catalogue.anime(index).type));
	const members = stories.length > 0 ? stories : all;
	const roots = members.filter((index) => !continuesAnother(catalogue, index));
	// A cycle of prequels (they exist in the data) leaves no root: then any member may stand in.
	const candidates = roots.length > 0 ? roots : members;
	const best = Math.max(0, ...candidates.map((index) => catalogue.anime(index).members));
	const isWellKnown = (index: number) =>
		catalogue.anime(index).members >= best * WAY_IN_MEMBERS_SHARE;
	return [...candidates.filter(isWellKnown), ...candidates.filter((index) => !isWellKnown(index))];
}

function continuesAnother(catalogue: Catalogue, index: number): boolean {
	const franchise = catalogue.franchise[index];
	return catalogue
		.relations(index)
		.some(
			({ to, kind }) =>
				(kind === 'prequel' || kind === 'parent-story' || kind === 'full-story') &&
				catalogue.franchise[to] === franchise,
		);
}
