import type { Anime } from '../../catalogue/anime.ts';
import type { ClusterTrait } from '../profile-analytics.ts';
import type { DistinctiveTrait } from './distinctive-traits.ts';

/** A second trait belongs to the name where it tells at least this part of what the first does. */
const SECOND_PART = 0.4;
/** Traits beyond these tell too little to name a group by. */
const MOST_CANDIDATES = 6;

/** A group that wants a name. */
export interface Unnamed {
	/** Most telling first. */
	readonly traits: readonly DistinctiveTrait[];
	/** Not empty. */
	readonly titles: readonly Anime[];
}

/**
 * Names groups by one or two of their traits. No two get the same: of two that would, the later one is named by its
 * next traits, and by its best-known title where those are used up.
 */
export function nameGroups(groups: readonly Unnamed[]): ClusterTrait[][] {
	const taken = new Set<string>();
	return groups.map((group) => {
		const name = namesOf(group).find((traits) => !taken.has(keyOf(traits))) ?? [];
		taken.add(keyOf(name));
		return name;
	});
}

function keyOf(traits: readonly ClusterTrait[]): string {
	return traits
		.map(({ kind, value }) => `${kind} ${value}`)
		.sort()
		.join('\n');
}

/** All names that a group can have, best first; the last one nobody else can have. */
function* namesOf({ traits, titles }: Unnamed): Generator<ClusterTrait[]> {
	const candidates = traits.slice(0, MOST_CANDIDATES);
	const [first, second] = candidates;
	const isClear = first && (second?.evidence ?? 0) < SECOND_PART * first.evidence;
	if (isClear) yield [traitOf(first)];
	for (const [at, trait] of candidates.entries()) {
		for (const next of candidates.slice(at + 1)) yield [traitOf(trait), traitOf(next)];
	}
	if (first && !isClear) yield [traitOf(first)];
	const known = titles.reduce((best, anime) => (anime.members > best.members ? anime : best));
	const title: ClusterTrait = {
		kind: 'title',
		value: `${known.malId}`,
		share: 1 / titles.length,
		elsewhere: 0,
	};
	yield first ? [traitOf(first), title] : [title];
}

function traitOf({ trait, share, elsewhere }: DistinctiveTrait): ClusterTrait {
	return { kind: trait.kind, value: trait.value, share, elsewhere };
}
