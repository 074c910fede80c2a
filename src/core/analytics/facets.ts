import { SEASONS } from '../catalogue/anime.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { departures, scoreVariance } from './departures.ts';
import { facetValues } from './facet-values.ts';
import { LENGTHS, type FacetKind, type FacetRow } from './profile-analytics.ts';
import type { ReferenceFigures } from './reference/reference-figures.ts';
import type { ScoredTitle } from './scored-titles.ts';
import { meanOf, type WatchedTitle } from './watched-titles.ts';

/** Kinds whose values have an order of their own. */
const ORDERS: Partial<Record<FacetKind, readonly string[]>> = {
	lengths: LENGTHS,
	seasons: SEASONS,
};

/** Share of what is on the reference lists that has each value of a kind. */
export type OthersShares = ReadonlyMap<string, number>;

/** Counts a kind on the reference lists: each title as often as it is on one. */
export function othersShares(
	catalogue: Catalogue,
	reference: Pick<ReferenceFigures, 'listingsOf'>,
	kind: FacetKind,
): OthersShares {
	const counts = new Map<string, number>();
	let all = 0;
	for (let index = 0; index < catalogue.size; index++) {
		const anime = catalogue.anime(index);
		const listings = reference.listingsOf(anime.malId);
		all += listings;
		for (const value of facetValues(anime, kind)) {
			counts.set(value, (counts.get(value) ?? 0) + listings);
		}
	}
	return new Map(Array.from(counts, ([value, count]) => [value, count / Math.max(1, all)]));
}

/** The table of one kind. */
export function facetRows(
	kind: FacetKind,
	watched: readonly WatchedTitle[],
	scored: readonly ScoredTitle[],
	shares: OthersShares | null,
): FacetRow[] {
	const counts = new Map<string, number>();
	for (const { anime } of watched) {
		for (const value of facetValues(anime, kind)) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const byValue = new Map<string, ScoredTitle[]>();
	for (const title of scored) {
		for (const value of facetValues(title.anime, kind)) {
			const known = byValue.get(value);
			if (known) known.push(title);
			else byValue.set(value, [title]);
		}
	}
	const estimates = departuresOf(byValue, scored);
	const rows = Array.from(counts, ([value, count]): FacetRow => {
		const own = byValue.get(value) ?? [];
		return {
			value,
			count,
			share: count / watched.length,
			othersShare: shares ? (shares.get(value) ?? 0) : null,
			scored: own.length,
			mean: meanOf(own.map(({ score }) => score)),
			othersMean: meanOf(own.flatMap(({ others }) => others ?? [])),
			departure: estimates.get(value) ?? null,
		};
	});
	return rows.sort(orderOf(kind));
}

/** Departures of all values of a kind at once: they share what is known of how far tastes lie apart. */
function departuresOf(
	byValue: ReadonlyMap<string, readonly ScoredTitle[]>,
	scored: readonly ScoredTitle[],
) {
	const all = scored.flatMap(({ departure }) => departure ?? []);
	const center = meanOf(all) ?? 0;
	const kinds = Array.from(byValue, ([value, titles]) => {
		const own = titles.flatMap(({ departure }) => (departure === null ? [] : departure - center));
		return { value, count: own.length, mean: meanOf(own) ?? 0 };
	}).filter(({ count }) => count > 0);
	const estimates = departures(kinds, scoreVariance(all.map((departure) => departure - center)));
	return new Map(kinds.map(({ value }, at) => [value, estimates[at]]));
}

function orderOf(kind: FacetKind): (a: FacetRow, b: FacetRow) => number {
	const order = ORDERS[kind];
	const byName = (a: FacetRow, b: FacetRow) => (a.value < b.value ? -1 : 1);
	if (kind === 'years') return byName;
	if (order) return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
	return (a, b) => b.count - a.count || byName(a, b);
}
