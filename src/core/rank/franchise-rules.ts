import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ListEntry } from '../profile/list-entry.ts';

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
