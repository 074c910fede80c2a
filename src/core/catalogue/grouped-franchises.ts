import type { AnimeType } from './anime.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { FranchiseTitles } from './franchise-titles.ts';
import type { NameIndex } from './own-words.ts';

/** Kinds of release that accompany a story rather than tell one of their own. */
const ACCOMPANYING: ReadonlySet<AnimeType> = new Set([
	'OVA',
	'Special',
	'TV Special',
	'Music',
	'CM',
	'PV',
]);

/** A title with a smaller share of the members of its part's best-known one lends the part no words. */
const KNOWN_SHARE = 0.05;

/** Titles that are already one, and the group's own words in their names. */
interface Part {
	readonly best: number;
	/** Members of the best-known title. */
	readonly members: number;
	/** In the name of the best-known title. */
	readonly mainWords: ReadonlySet<string>;
	/** In the names of all well-known titles that tell a story of their own. */
	readonly storyWords: ReadonlySet<string>;
}

/**
 * Merges within a group that a source puts together without saying how the titles relate. Such groups
 * hold sequels and crossovers alike, so a common name must confirm them.
 *
 * From the best-known part on, each joins that one of the better-known whose names it has most words
 * in common with. It joins one only, so a crossover ("Overlord x Youjo Senki") never brings the
 * stories together whose names it bears.
 */
export function mergeGroup(
	sets: DisjointSets,
	group: readonly number[],
	titles: FranchiseTitles,
	names: NameIndex,
): void {
	const known = group.filter((malId) => titles.has(malId));
	// Whole sets, also what lies outside the group: their best-known titles say what the parts are.
	const divided = sets.partition(known).map(([first = NaN]) => sets.members(first));
	if (divided.length < 2) return;
	const own = names.ownWords(divided.flat());
	const parts = divided
		.map((part) => describePart(part, titles, names, own))
		.sort((a, b) => b.members - a.members || a.best - b.best);
	// Own word → stories, by their first part, that bear it.
	const bearers = new Map<string, Set<number>>();
	for (const part of parts) {
		const story = mostShared(part.mainWords, bearers) ?? part.best;
		sets.union(part.best, story);
		const words = story === part.best ? [...part.mainWords, ...part.storyWords] : part.storyWords;
		for (const word of words) bearers.set(word, (bearers.get(word) ?? new Set()).add(story));
	}
}

/** The story that bears most of `words`; of several the first, which is the best known. */
function mostShared(
	words: ReadonlySet<string>,
	bearers: ReadonlyMap<string, ReadonlySet<number>>,
): number | undefined {
	const shared = new Map<number, number>();
	for (const word of words) {
		for (const story of bearers.get(word) ?? []) shared.set(story, (shared.get(story) ?? 0) + 1);
	}
	let most: number | undefined;
	for (const [story, count] of shared) {
		if (most === undefined || count > (shared.get(most) ?? 0)) most = story;
	}
	return most;
}

function describePart(
	part: readonly number[],
	titles: FranchiseTitles,
	names: NameIndex,
	own: ReadonlySet<string>,
): Part {
	const membersOf = (malId: number) => titles.get(malId)?.members ?? 0;
	const best = part.reduce((a, b) => (membersOf(b) > membersOf(a) ? b : a));
	const ownOf = (malId: number) => [...names.words(malId)].filter((word) => own.has(word));
	const stories = part.filter(
		(malId) => !accompanies(malId, titles) && membersOf(malId) >= membersOf(best) * KNOWN_SHARE,
	);
	return {
		best,
		members: membersOf(best),
		mainWords: new Set(ownOf(best)),
		storyWords: new Set(stories.flatMap(ownOf)),
	};
}

function accompanies(malId: number, titles: FranchiseTitles): boolean {
	return ACCOMPANYING.has(titles.get(malId)?.type ?? 'Unknown');
}

/**
 * Lets specials and clips that bear no common name join a group's story, where there is only one to
 * join. What tells a story of its own stays apart.
 */
export function joinToOnlyStory(
	sets: DisjointSets,
	group: readonly number[],
	titles: FranchiseTitles,
): void {
	const parts = sets.partition(group.filter((malId) => titles.has(malId)));
	const [story, ...others] = parts
		.filter((part) => !part.every((malId) => accompanies(malId, titles)))
		.map(([first]) => first);
	if (story === undefined || others.length > 0) return;
	for (const [first] of parts) sets.union(first ?? story, story);
}
