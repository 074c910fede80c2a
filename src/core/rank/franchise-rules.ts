import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ListEntry, ListStatus } from '../profile/list-entry.ts';

/** What the rules need to know of a list: which titles were seen and which franchises that touches. */
export interface SeenState {
	/** Catalogue indices of everything on the list but plans. */
	readonly titles: ReadonlySet<number>;
	readonly franchises: ReadonlySet<number>;
	/** Franchises of which no member appears, whatever the switches say (rules F3, F4 and F10). */
	readonly closed: ReadonlySet<number>;
	/** Those of them that nothing but a drop closes, which the visitor can take back. */
	readonly dropped: ReadonlySet<number>;
	/** Franchises of which something was dropped and that the visitor let back: they go on where they were left. */
	readonly reopened: ReadonlySet<number>;
	/** Catalogue indices of plans, and of what continues them (rule F5). */
	readonly planned: ReadonlySet<number>;
	readonly afterPlanned: ReadonlySet<number>;
}

/** Of a story that is under way the visitor needs no reminder. */
const UNDER_WAY: ReadonlySet<ListStatus> = new Set(['watching', 'on-hold']);

/**
 * Plans do not count as seen; titles that the catalogue lacks touch nothing.
 *
 * @param restored MyAnimeList ids of any one dropped title of each franchise that is let back
 */
export function seenState(
	catalogue: Catalogue,
	entries: readonly ListEntry[],
	restored: readonly number[] = [],
): SeenState {
	const titles = new Set<number>();
	const franchises = new Set<number>();
	const underWay = new Set<number>();
	const dropped = new Set<number>();
	const planned = new Set<number>();
	for (const { malId, status } of entries) {
		const index = catalogue.indexOf(malId);
		if (index === undefined) continue;
		if (status === 'plan-to-watch') {
			planned.add(index);
			continue;
		}
		const franchise = franchiseOf(catalogue, index);
		titles.add(index);
		franchises.add(franchise);
		if (UNDER_WAY.has(status)) underWay.add(franchise);
		if (status === 'dropped') dropped.add(franchise);
	}
	const back = new Set(
		restored.map((malId) => catalogue.franchise[catalogue.indexOf(malId) ?? -1]),
	);
	const byDrop = [...dropped].filter((franchise) => !underWay.has(franchise));
	const left = byDrop.filter((franchise) => !back.has(franchise));
	return {
		titles,
		franchises,
		closed: new Set([...underWay, ...left]),
		dropped: new Set(left),
		reopened: new Set(byDrop.filter((franchise) => back.has(franchise))),
		planned,
		afterPlanned: sequelsOf(catalogue, planned),
	};
}

/** Everything that continues some titles, over any number of sequels. */
function sequelsOf(catalogue: Catalogue, titles: ReadonlySet<number>): Set<number> {
	const found = new Set<number>();
	const queue = [...titles];
	for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
		for (const { to, kind } of catalogue.relations(index)) {
			if (kind !== 'sequel' || found.has(to)) continue;
			found.add(to);
			queue.push(to);
		}
	}
	return found;
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
export function retellsSeen(
	catalogue: Catalogue,
	seen: Pick<SeenState, 'titles'>,
	index: number,
): boolean {
	return catalogue
		.relations(index)
		.some(({ to, kind }) => kind === 'full-story' && seen.titles.has(to));
}

/**
 * Rule F7: a remake of a seen story may appear, marked.
 *
 * @returns the best-known seen title that `index` is another version of, or null
 */
export function seenVersionOf(
	catalogue: Catalogue,
	seen: Pick<SeenState, 'titles'>,
	index: number,
): number | null {
	const versions = catalogue
		.relations(index)
		.filter(({ to, kind }) => kind === 'alternative-version' && seen.titles.has(to))
		.map(({ to }) => to);
	return versions.length === 0 ? null : Math.min(...versions);
}
