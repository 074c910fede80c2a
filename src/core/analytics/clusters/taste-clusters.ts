import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { TasteCluster, TasteClusters } from '../profile-analytics.ts';
import type { ReferenceFigures } from '../reference/reference-figures.ts';
import { meanOf, type WatchedTitle } from '../watched-titles.ts';
import { distinctiveTraits, type DistinctiveTrait } from './distinctive-traits.ts';
import { groupList } from './group-list.ts';
import { nameGroups } from './name-groups.ts';
import { regionCount } from './region-tree.ts';
import { createTraitTable, type TraitTable } from './trait-table.ts';

const MOST_EXEMPLARS = 6;
const MOST_NEXT = 3;
/** The next title of most groups is among so many recommendations; only else all are put in order. */
const FIRST_TRY = 500;

/** The first so many recommendations, as MyAnimeList ids. */
type Recommended = (count: number) => readonly number[];

/** Groups lists by the regions of the reference figures; null where those know of no regions, or nothing can be grouped. */
export function createTasteClusters(
	catalogue: Catalogue,
	reference: ReferenceFigures | null,
): (watched: readonly WatchedTitle[], recommended: Recommended) => TasteClusters | null {
	if (!reference || regionCount(reference.regions) < 2) return () => null;
	const table = createTraitTable(catalogue);
	return (watched, recommended) => {
		const placed = watched.flatMap((title) => {
			const region = reference.regionOf(title.entry.malId);
			return region === undefined || title.entry.status === 'dropped' ? [] : { ...title, region };
		});
		if (placed.length === 0) return null;
		const { count, groupOf } = groupList(
			reference.regions,
			placed.map(({ region }) => region),
		);
		const groupAt = (region: number | undefined) =>
			region === undefined ? -1 : (groupOf[region] ?? -1);
		const nextOf = (titles: readonly number[]) =>
			firstOfEach(titles, MOST_NEXT, (malId) => groupAt(reference.regionOf(malId)));
		const near = nextOf(recommended(FIRST_TRY));
		const next = near.size === count ? near : nextOf(recommended(Infinity));
		const members = Array.from({ length: count }, (_, group) =>
			placed.filter(({ region }) => groupAt(region) === group),
		);
		const groups = members.map((titles, group) => ({ titles, next: next.get(group) ?? [] }));
		return {
			groups: describe(catalogue, table, placed, groups),
			ungrouped: placed.length - members.flat().length,
		};
	};
}

interface Group {
	readonly titles: readonly WatchedTitle[];
	readonly next: readonly number[];
}

/** The first few of some titles in each group. */
function firstOfEach(
	malIds: readonly number[],
	most: number,
	groupOf: (malId: number) => number,
): ReadonlyMap<number, readonly number[]> {
	const first = new Map<number, number[]>();
	for (const malId of malIds) {
		const group = groupOf(malId);
		if (group < 0) continue;
		const found = first.get(group) ?? [];
		if (found.length < most) first.set(group, [...found, malId]);
	}
	return first;
}

function describe(
	catalogue: Catalogue,
	table: TraitTable,
	all: readonly WatchedTitle[],
	groups: readonly Group[],
): TasteCluster[] {
	const described = groups
		.map((group) => {
			const own = new Set(group.titles.map(({ anime }) => anime.index));
			const titles = group.titles.map(({ anime }) => anime);
			const rest = all.map(({ anime }) => anime).filter(({ index }) => !own.has(index));
			return { ...group, traits: distinctiveTraits(table, titles, rest) };
		})
		.sort((a, b) => b.titles.length - a.titles.length);
	const names = nameGroups(
		described.map(({ traits, titles }) => ({ traits, titles: titles.map(({ anime }) => anime) })),
	);
	return described.map(({ titles, traits, next }, at) => ({
		traits: names[at] ?? [],
		count: titles.length,
		share: titles.length / all.length,
		mean: meanOf(titles.flatMap(({ entry }) => entry.score ?? [])),
		exemplars: exemplarsOf(catalogue, table, titles, traits),
		malIds: titles.map(({ entry }) => entry.malId),
		next,
	}));
}

/** Those with most of what tells the group, the better liked and then the better known first; one of a franchise. */
function exemplarsOf(
	catalogue: Catalogue,
	table: TraitTable,
	titles: readonly WatchedTitle[],
	traits: readonly DistinctiveTrait[],
): number[] {
	const evidenceOf = new Map(traits.map(({ trait, evidence }) => [trait, evidence]));
	const typical = ({ anime }: WatchedTitle) =>
		table.of(anime).reduce((sum, trait) => sum + (evidenceOf.get(trait) ?? 0), 0);
	const franchises = new Set<number>();
	return titles
		.map((title) => ({ ...title, typical: typical(title) }))
		.sort(
			(a, b) =>
				b.typical - a.typical ||
				(b.entry.score ?? 0) - (a.entry.score ?? 0) ||
				a.anime.index - b.anime.index,
		)
		.filter(({ anime: { index } }) => {
			const franchise = catalogue.franchise[index] ?? -1;
			return franchises.size < franchises.add(franchise).size;
		})
		.slice(0, MOST_EXEMPLARS)
		.map(({ entry }) => entry.malId);
}
