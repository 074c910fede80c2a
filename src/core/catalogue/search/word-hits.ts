import type { EditDistance } from './edit-distance.ts';
import { joinWords } from './fold.ts';
import { initialsRange } from './initials.ts';
import { NAME_LIMIT } from './name-collector.ts';
import { inHepburn } from './romanisation.ts';
import type { TitleIndex } from './title-index.ts';
import { beginnings, matchWord, type WordMatch } from './word-matches.ts';

/** Names in which a query word is found, all with the same similarity. */
export interface Hit {
	/** The names are `names[from] … names[to - 1]`: a view of each would cost more than the visit. */
	readonly names: Uint32Array;
	readonly from: number;
	readonly to: number;
	readonly similarity: number;
	/** How much of such a name's weight the found word carries. */
	readonly weight: number;
}

/** Less than the typed spelling itself, more than a typing error. */
const HEPBURN_SIMILARITY = 0.94;
const JOINED_SIMILARITY = 0.97;
const INITIALS_SIMILARITY = 0.96;
/** Two letters are more likely the beginning of a word. */
const SHORT_INITIALS_SIMILARITY = 0.8;
/** For initials that go on: `sao` of Sword Art Online Alicization. */
const LONGER_INITIALS_SIMILARITY = 0.76;
/** For initials that start inside a name: `tybw` of Bleach: Thousand-Year Blood War. */
const INNER_INITIALS_SIMILARITY = 0.72;

function firstInitials(keys: Float64Array, key: number): number {
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((keys[middle] ?? 0) < key * NAME_LIMIT) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Names whose initials are between two keys. */
function withInitials(
	entries: Float64Array,
	[first, last]: readonly [number, number],
	similarity: number,
	weight: number,
): Hit {
	const found = entries.subarray(firstInitials(entries, first), firstInitials(entries, last));
	const names = Uint32Array.from(found, (entry) => entry % NAME_LIMIT);
	return { names, from: 0, to: names.length, similarity, weight };
}

function initialsHits(index: TitleIndex, text: string): Hit[] {
	const range = initialsRange(text);
	if (range === null) return [];
	const { first, last } = range;
	const isLong = text.length > 2;
	const similarity = isLong ? INITIALS_SIMILARITY : SHORT_INITIALS_SIMILARITY;
	const hits = [
		withInitials(index.initials, [first, first + 1], similarity, Infinity),
		withInitials(index.initials, [first + 1, last], LONGER_INITIALS_SIMILARITY, Infinity),
	];
	if (!isLong) return hits;
	return [...hits, withInitials(index.innerInitials, [first, last], INNER_INITIALS_SIMILARITY, 1)];
}

function wordHits(
	{ wordNames, wordWeight }: TitleIndex,
	matches: readonly WordMatch[],
	factor: number,
): Hit[] {
	return matches.map(({ word, similarity }) => ({
		names: wordNames.values,
		from: wordNames.offsets[word] ?? 0,
		to: wordNames.offsets[word + 1] ?? 0,
		similarity: similarity * factor,
		weight: wordWeight[word] ?? 0,
	}));
}

/**
 * Everything that word `at` of a query may stand for, the most similar first: the word, words that
 * start so, misspellings, the word in Hepburn, the word together with its neighbour, initials.
 */
export function findHits(
	index: TitleIndex,
	words: readonly string[],
	at: number,
	distance: EditDistance,
): Hit[] {
	const text = words[at] ?? '';
	const last = words.length - 1;
	const hits = [wordHits(index, matchWord(index, text, at === last, distance), 1)];
	const hepburn = inHepburn(text);
	if (hepburn !== text) {
		hits.push(wordHits(index, beginnings(index, hepburn, at === last), HEPBURN_SIMILARITY));
	}
	for (let first = Math.max(0, at - 1); first <= at && first < last; first++) {
		const pair = joinWords(words.slice(first, first + 2)).text;
		hits.push(wordHits(index, beginnings(index, pair, first + 1 === last), JOINED_SIMILARITY));
	}
	hits.push(initialsHits(index, text));
	return hits.flat().sort((a, b) => b.similarity - a.similarity);
}
