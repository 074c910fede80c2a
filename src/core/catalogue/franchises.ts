import { DisjointSets } from './disjoint-sets.ts';
import { compareStarts, type FranchiseTitles } from './franchise-titles.ts';
import { joinToOnlyStory, mergeGroup } from './grouped-franchises.ts';
import { mergeByName } from './named-franchises.ts';
import { createNameIndex } from './own-words.ts';
import type { ResolvedPair } from './related-pairs.ts';
import { createTypedMerger } from './typed-franchises.ts';

/** What sources say about which titles belong together; all by MyAnimeList id. */
export interface FranchiseEvidence {
	readonly pairs: readonly ResolvedPair[];
	/** Groups whose members are connected somehow, as sources list them. */
	readonly groups: readonly (readonly number[])[];
}

/**
 * Groups titles into franchises: what a visitor means by "I know that already".
 *
 * Stated kinds of relation decide first. Groups of other sources and relations without a kind are
 * newer but also hold crossovers, so they count only where the titles' names confirm them. Names alone
 * decide about titles that no source relates to anything.
 *
 * @param titles all titles known, also those that a catalogue will not show: a link may run through them
 * @returns franchises of two or more titles, each in watch order (start, then id), the one with the
 *   smallest id first
 */
export function groupFranchises(
	titles: FranchiseTitles,
	{ pairs, groups }: FranchiseEvidence,
): number[][] {
	const names = createNameIndex(titles);
	const sets = new DisjointSets();
	const typed = createTypedMerger(sets, pairs, titles, names);
	typed.settle();
	const withoutCrossovers = (group: readonly number[]) =>
		group.filter((malId) => !typed.isCrossover(malId));
	for (const group of groups.map(withoutCrossovers)) {
		mergeGroup(sets, group, titles, names);
		joinToOnlyStory(sets, group, titles);
	}
	for (const star of untypedNeighbours(pairs).map(withoutCrossovers)) {
		mergeGroup(sets, star, titles, names);
	}
	const related = new Set(pairs.flatMap(({ from, to }) => [from, to]));
	const grouped = new Set(groups.filter((group) => group.length > 1).flat());
	const hasEvidence = (malId: number) => related.has(malId) || grouped.has(malId);
	mergeByName(sets, titles, hasEvidence, (malId) => typed.isCrossover(malId));
	typed.settle();
	return sets
		.partition([...titles.keys()].sort((a, b) => a - b))
		.filter((group) => group.length > 1)
		.map((group) =>
			group
				.flatMap((malId) => titles.get(malId) ?? [])
				.sort(compareStarts)
				.map(({ malId }) => malId),
		);
}

/** Each title with those that a source relates to it without saying how. */
function untypedNeighbours(pairs: readonly ResolvedPair[]): number[][] {
	const stars = new Map<number, number[]>();
	const add = (centre: number, other: number) => {
		const star = stars.get(centre) ?? [centre];
		stars.set(centre, star);
		star.push(other);
	};
	for (const { from, to, kind } of pairs) {
		if (kind !== 'related') continue;
		add(from, to);
		add(to, from);
	}
	return [...stars.values()];
}
