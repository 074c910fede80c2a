import type { RelationKind } from './catalogue.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { compareStarts, type FranchiseTitles } from './franchise-titles.ts';
import type { NameIndex } from './own-words.ts';
import type { ResolvedPair } from './related-pairs.ts';

/**
 * Kinds that merge two titles. An alternative setting shares the idea, not the story (the Gundam
 * universes, Steins;Gate and Chaos;Head), so it does not; `other` and `character` never do (rule F9).
 */
const MERGING: ReadonlySet<RelationKind> = new Set([
	'sequel',
	'prequel',
	'parent-story',
	'side-story',
	'full-story',
	'summary',
	'alternative-version',
	'spin-off',
]);

const TO_IS_CHILD: ReadonlySet<RelationKind> = new Set(['sequel', 'side-story', 'summary']);
const FROM_IS_CHILD: ReadonlySet<RelationKind> = new Set(['prequel', 'parent-story', 'full-story']);

/** Which title of a pair came out of which: by the kind, else the later out of the earlier. */
function childAndParent(
	{ from, to, kind }: ResolvedPair,
	titles: FranchiseTitles,
): readonly [child: number, parent: number] {
	if (TO_IS_CHILD.has(kind)) return [to, from];
	if (FROM_IS_CHILD.has(kind)) return [from, to];
	const [a, b] = [titles.get(from), titles.get(to)];
	return a && b && compareStarts(a, b) > 0 ? [from, to] : [to, from];
}

/** Merges what stated relations say is one story. */
export interface TypedMerger {
	/** Merges all that can be merged by now; to be called again when others have merged titles. */
	settle(): void;
	/** Titles that still wait: merging them would glue stories that nothing else connects. */
	isCrossover(malId: number): boolean;
}

/**
 * Merges along stated relations, except through crossovers.
 *
 * A crossover is a title that comes out of several stories which nothing else connects ("Lupin III
 * vs. Detective Conan"). So titles with several parents wait: one is merged when its parents have
 * come together without it, or when the parents' names show that they belong together. Whoever still
 * waits at the end is a crossover and merges with none of its parents (rule F9). A title with one
 * parent merges at once, be it an OVA or outside any selection (rule F8).
 */
export function createTypedMerger(
	sets: DisjointSets,
	pairs: readonly ResolvedPair[],
	titles: FranchiseTitles,
	names: NameIndex,
): TypedMerger {
	const waiting = new Map<number, readonly number[]>();
	for (const [child, parents] of parentsOf(pairs, titles)) {
		const [only] = parents;
		if (parents.length === 1 && only !== undefined) sets.union(child, only);
		else waiting.set(child, parents);
	}
	const mergeWhere = (belong: (parents: readonly number[]) => boolean): boolean => {
		const before = waiting.size;
		for (const [child, parents] of waiting) {
			if (!belong(parents)) continue;
			for (const parent of parents) sets.union(child, parent);
			waiting.delete(child);
		}
		return waiting.size < before;
	};
	const together = (parents: readonly number[]) => sets.partition(parents).length === 1;
	const alike = (parents: readonly number[]) => haveOneName(parents, sets, names);
	return {
		settle() {
			// Each merger may bring other titles' parents together.
			while (mergeWhere(together) || mergeWhere(alike)) continue;
		},
		isCrossover: (malId) => waiting.has(malId),
	};
}

function parentsOf(
	pairs: readonly ResolvedPair[],
	titles: FranchiseTitles,
): Map<number, readonly number[]> {
	const parents = new Map<number, readonly number[]>();
	for (const pair of pairs) {
		if (!MERGING.has(pair.kind)) continue;
		const [child, parent] = childAndParent(pair, titles);
		parents.set(child, [...(parents.get(child) ?? []), parent]);
	}
	return parents;
}

/** Whether a word that is all theirs runs through the sets of all parents. */
function haveOneName(parents: readonly number[], sets: DisjointSets, names: NameIndex): boolean {
	const parts = sets.partition(parents);
	const own = names.ownWords(parts.flatMap(([first = NaN]) => sets.members(first)));
	return [...own].some((word) =>
		parts.every((part) => part.some((malId) => names.words(malId).has(word))),
	);
}
