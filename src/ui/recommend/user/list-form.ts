import { LIST_SITES, type ListSite } from '#core/profile/site-list.ts';

/** A site as the form offers it. */
export interface OfferedSite {
	readonly site: ListSite;
	/** Off where this installation has no key for it. */
	readonly on: boolean;
}

/** Every site, in the order of the form. */
export function offeredSites(on: readonly ListSite[]): readonly OfferedSite[] {
	return LIST_SITES.map((site) => ({ site, on: on.includes(site) }));
}

/** The site that the form starts with: the first of the wishes that is on, or the first that is. */
export function chosenSite(
	offered: readonly OfferedSite[],
	...wishes: readonly (ListSite | null | undefined)[]
): ListSite | null {
	const on = offered.filter((one) => one.on).map(({ site }) => site);
	return wishes.find((wish) => wish && on.includes(wish)) ?? on[0] ?? null;
}
