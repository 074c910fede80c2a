import type { Catalogue } from '../catalogue/catalogue.ts';
import { franchiseOf, retellsSeen, type SeenState } from './franchise-rules.ts';
import type { ItemMap } from './item-map.ts';
import type { RecommendationRequest } from './recommendation.ts';

type Wishes = Pick<RecommendationRequest, 'hidden' | 'plans'>;

/**
 * What never appears, whatever the switches say: titles that were seen or retell such (F6), titles and franchises
 * that the visitor hid, and plans with the ways into them where those are to be hidden.
 *
 * @returns 1 for each of them, by catalogue index
 */
export function barredTitles(
	catalogue: Catalogue,
	{ recaps, franchises }: ItemMap,
	seen: SeenState,
	{ hidden, plans }: Wishes,
): Uint8Array {
	const barred = new Uint8Array(catalogue.size);
	for (const index of seen.titles) barred[index] = 1;
	for (const index of recaps) if (retellsSeen(catalogue, seen, index)) barred[index] = 1;
	for (const malId of hidden?.titles ?? []) {
		const index = catalogue.indexOf(malId);
		if (index !== undefined) barred[index] = 1;
	}
	for (const franchise of hiddenFranchises(catalogue, hidden?.franchises)) {
		for (const index of catalogue.franchiseMembers(franchise)) barred[index] = 1;
	}
	if (plans !== 'hide') return barred;
	for (const index of seen.planned) {
		barred[index] = 1;
		const ways = franchises.get(franchiseOf(catalogue, index))?.entryPoints.of(index) ?? [];
		for (const way of ways) barred[way] = 1;
	}
	return barred;
}

/** Franchises of which no member appears: those that the rules close (F3, F4) and those that the visitor hid. */
export function closedFranchises(
	catalogue: Catalogue,
	{ closed }: SeenState,
	{ hidden }: Wishes,
): ReadonlySet<number> {
	return new Set([...closed, ...hiddenFranchises(catalogue, hidden?.franchises)]);
}

function hiddenFranchises(catalogue: Catalogue, malIds: readonly number[] = []): number[] {
	return malIds.flatMap((malId) => {
		const index = catalogue.indexOf(malId);
		return index === undefined ? [] : [franchiseOf(catalogue, index)];
	});
}
