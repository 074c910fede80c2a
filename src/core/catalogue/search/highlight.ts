import { foldTitle, joinWords } from './fold.ts';
import { initialsOf } from './initials.ts';
import type { Word } from './split-words.ts';

/** A run of UTF-16 units of a name, end exclusive. */
export type TextRange = readonly [start: number, end: number];

/** Share of letters that two words must have in common at their front to be shown as one. */
const ALIKE = 0.5;

/** Source range of the letters `from` to `to` of a folded word. */
function sourceRange(word: Word, from: number, to: number): TextRange {
	const offset = (k: number): number => {
		if (k >= word.text.length) return word.end;
		return word.at?.[k] ?? word.start + k;
	};
	// One kana is several letters: what holds the first of them is marked whole.
	let end = to;
	while (end < word.text.length && offset(end) === offset(to - 1)) end++;
	return [offset(from), offset(end)];
}

/** The part of a name that holds the whole query, whatever its word borders. */
function phraseRanges(words: readonly Word[], phrase: string): TextRange[] {
	const joined = joinWords(words.map((word) => word.text));
	const first = joined.text.indexOf(phrase);
	if (first < 0) return [];
	const last = first + phrase.length;
	return words.flatMap((word, w) => {
		const start = joined.starts[w] ?? 0;
		const from = Math.max(0, first - start);
		const to = Math.min(word.text.length, last - start);
		return from < to ? [sourceRange(word, from, to)] : [];
	});
}

function commonStart(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
	return length;
}

/** The word of a name that a query word most likely stands for: all of it, or what was typed of it. */
function wordRange(words: readonly Word[], text: string): TextRange[] {
	let best: Word | undefined;
	let bestLetters = 0;
	for (const word of words) {
		const letters = word.text === text ? Infinity : commonStart(word.text, text);
		if (letters > bestLetters) [best, bestLetters] = [word, letters];
	}
	if (best === undefined || bestLetters < text.length * ALIKE) return [];
	const isBeginning = best.text.startsWith(text);
	return [sourceRange(best, 0, isBeginning ? text.length : best.text.length)];
}

/** The first letters of a name, where the query is its initials. */
function initialRanges(words: readonly Word[], text: string): TextRange[] {
	if (text.length < 2 || !initialsOf(words.map((word) => word.text)).startsWith(text)) return [];
	let left = text.length;
	return words.flatMap((word) => {
		const letters = /^\d/.test(word.text) ? word.text.length : 1;
		left -= letters;
		return left >= 0 ? [sourceRange(word, 0, letters)] : [];
	});
}

function merged(ranges: readonly TextRange[]): TextRange[] {
	const result: [number, number][] = [];
	for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
		const previous = result.at(-1);
		if (previous !== undefined && start <= previous[1]) previous[1] = Math.max(previous[1], end);
		else result.push([start, end]);
	}
	return result;
}

/**
 * Where a name matches a query, for highlighting: the whole query in a row if it occurs, otherwise
 * the words and initials that were found.
 *
 * @param name as written
 * @param query folded words of the query
 * @returns ranges in ascending order that do not touch
 */
export function highlight(name: string, query: readonly string[]): TextRange[] {
	const words = foldTitle(name);
	const phrase = phraseRanges(words, joinWords(query).text);
	if (phrase.length > 0) return merged(phrase);
	return merged(
		query.flatMap((text) => {
			const found = wordRange(words, text);
			return found.length > 0 ? found : initialRanges(words, text);
		}),
	);
}
