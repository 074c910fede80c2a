import { compareStarts, type FranchiseTitle, type FranchiseTitles } from './franchise-titles.ts';
import type { ResolvedPair } from './related-pairs.ts';

const RECAP_WORDS = /\b(?:recaps?|soushuuhen|digest|compilation|furikaeri)\b|総集編|振り返り/i;

function isNamedRecap({ title, english, native }: FranchiseTitle): boolean {
	return [title, english, native].some((name) => name !== null && RECAP_WORDS.test(name));
}

/**
 * Gives pairs of unknown kind the kind `summary` where one title is named as a recap and the other
 * started before it: newer relations come without kinds, and rule F6 must know recaps.
 */
export function markRecaps(
	pairs: readonly ResolvedPair[],
	titles: FranchiseTitles,
): ResolvedPair[] {
	return pairs.map((pair) => {
		const [from, to] = [titles.get(pair.from), titles.get(pair.to)];
		if (pair.kind !== 'related' || !from || !to || isNamedRecap(from) === isNamedRecap(to)) {
			return pair;
		}
		const [recap, story] = isNamedRecap(to) ? [to, from] : [from, to];
		if (compareStarts(story, recap) > 0) return pair;
		return { ...pair, kind: recap === to ? 'summary' : 'full-story' };
	});
}
