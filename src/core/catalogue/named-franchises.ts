import type { DisjointSets } from './disjoint-sets.ts';
import { compareStarts, type FranchiseTitle, type FranchiseTitles } from './franchise-titles.ts';

/** What follows a title's name in the names of its own seasons, films and extras. */
const SEQUEL_MARK =
	/^:? (?:\d+(?:st|nd|rd|th) Season|Season \d+|Part \d+|Final Season|\d{1,2}|I{2,3}|IV|OVA|Movie|Specials?|Recaps?|Mini Anime)\b/i;

/** What separates a name from a subtitle. */
const SUBTITLE_MARK = /^(?::| -) /;

/** Whether `name` is the name of `base` and a mark of its seasons, films or extras. */
function isMarked(base: string, name: string): boolean {
	return SEQUEL_MARK.test(name.slice(base.length));
}

/** Whether `name` is the name of `base` and a subtitle. */
function hasSubtitle(base: string, name: string): boolean {
	const rest = name.slice(base.length);
	// One word before a subtitle is often a mere coincidence ("Ayakashi: Japanese Classic Horror").
	if (!base.includes(' ')) return false;
	return SUBTITLE_MARK.test(rest) || (/[!?]$/.test(base) && rest.startsWith(' '));
}

/**
 * Merges titles with the earlier one whose name they continue ("Akane-banashi" and "Akane-banashi 2nd
 * Season"): announcements are in the catalogue long before anyone records their relations. A mere
 * subtitle counts only for titles that no source relates to anything.
 *
 * @param hasEvidence whether some source relates a title to another
 */
export function mergeByName(
	sets: DisjointSets,
	titles: FranchiseTitles,
	hasEvidence: (malId: number) => boolean,
	isCrossover: (malId: number) => boolean,
): void {
	const byName = [...titles.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
	// The names on the way from a short one to the longer ones that begin with it.
	const open: FranchiseTitle[] = [];
	for (const title of byName) {
		while (open.length > 0 && !title.title.startsWith(open.at(-1)?.title ?? '')) open.pop();
		const base = open.findLast(
			(earlier) =>
				compareStarts(earlier, title) < 0 &&
				(isMarked(earlier.title, title.title) ||
					(!hasEvidence(title.malId) && hasSubtitle(earlier.title, title.title))),
		);
		if (base && !isCrossover(title.malId)) sets.union(base.malId, title.malId);
		open.push(title);
	}
}
