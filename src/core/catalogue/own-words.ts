import type { FranchiseTitle, FranchiseTitles } from './franchise-titles.ts';

/** A word belongs to a group when at least this share of all titles that have it are in the group. */
const OWN_SHARE = 0.5;
const SHORTEST_WORD = 3;

/** Words of a title's names and pairs of neighbouring words, in lower case. */
function wordsOf({ title, english }: FranchiseTitle): ReadonlySet<string> {
	const words = new Set<string>();
	for (const name of [title, english ?? '']) {
		const parts = name
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.filter(Boolean);
		parts.forEach((word, at) => {
			if (word.length >= SHORTEST_WORD && !/^\d+$/.test(word)) words.add(word);
			const next = parts[at + 1];
			if (next !== undefined) words.add(`${word} ${next}`);
		});
	}
	return words;
}

/** Tells by their names whether titles belong together. */
export interface NameIndex {
	/**
	 * Words that are `group`'s own: hardly any title outside has them. "gundam" is an own word of all
	 * Gundam together, "isekai" of no group.
	 */
	ownWords(group: Iterable<number>): ReadonlySet<string>;
	/** The words of one title. */
	words(malId: number): ReadonlySet<string>;
}

/** Counts the words of all titles. */
export function createNameIndex(titles: FranchiseTitles): NameIndex {
	const words = new Map([...titles].map(([malId, title]) => [malId, wordsOf(title)]));
	const everywhere = new Map<string, number>();
	for (const set of words.values()) {
		for (const word of set) everywhere.set(word, (everywhere.get(word) ?? 0) + 1);
	}
	const none: ReadonlySet<string> = new Set();
	const wordsOfTitle = (malId: number) => words.get(malId) ?? none;
	return {
		words: wordsOfTitle,
		ownWords(group) {
			const inside = new Map<string, number>();
			for (const malId of group) {
				for (const word of wordsOfTitle(malId)) inside.set(word, (inside.get(word) ?? 0) + 1);
			}
			const own = [...inside].filter(
				([word, count]) => count >= OWN_SHARE * (everywhere.get(word) ?? Infinity),
			);
			return new Set(own.map(([word]) => word));
		},
	};
}
