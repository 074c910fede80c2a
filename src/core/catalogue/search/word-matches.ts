import type { EditDistance } from './edit-distance.ts';
import { bitCount, letterMask } from './letter-mask.ts';
import type { TitleIndex } from './title-index.ts';

/** A word of the catalogue that a word of the query may mean. */
export interface WordMatch {
	readonly word: number;
	/** 1 for the very word, less for longer words that start so, and for typing errors. */
	readonly similarity: number;
}

/** First position in ascending `words` that is not below `text`. */
export function lowerBound(words: readonly string[], text: string): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((words[middle] ?? '') < text) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Typing errors forgiven in a word of so many letters; short words are too alike for any. */
function editsAllowed(letters: number): number {
	if (letters < 4) return 0;
	if (letters < 7) return 1;
	return letters < 12 ? 2 : 3;
}

/** Similarity of a word to one that starts with it; less where the visitor typed on after it. */
function prefixSimilarity(letters: number, wordLetters: number, isLast: boolean): number {
	return (isLast ? 0.75 : 0.6) + 0.25 * (letters / wordLetters);
}

function typoSimilarity(edits: number, letters: number): number {
	return 1 - (1.1 * edits) / letters - 0.02;
}

/** Words that are `text` or, from two letters on or in the last word, start with it. */
export function beginnings({ words }: TitleIndex, text: string, isLast: boolean): WordMatch[] {
	const out: WordMatch[] = [];
	for (let word = lowerBound(words, text); word < words.length; word++) {
		const candidate = words[word] ?? '';
		if (!candidate.startsWith(text)) break;
		const isWhole = candidate.length === text.length;
		if (!isWhole && !isLast && text.length < 2) break;
		// A number half typed is another number: 8 is not the beginning of 86 once a word follows.
		if (!isWhole && !isLast && /^\d/.test(text)) break;
		const similarity = isWhole ? 1 : prefixSimilarity(text.length, candidate.length, isLast);
		out.push({ word, similarity });
	}
	return out;
}

/** Words a few typing errors away from `text`. */
function misspellings(
	index: TitleIndex,
	text: string,
	distance: EditDistance,
	out: WordMatch[],
): void {
	const limit = editsAllowed(text.length);
	if (limit === 0 || /\d/.test(text)) return;
	const { words, wordMask } = index;
	const mask = letterMask(text);
	for (let word = 0; word < words.length; word++) {
		const other = wordMask[word] ?? 0;
		if (bitCount(mask & ~other) > limit || bitCount(other & ~mask) > limit) continue;
		const candidate = words[word] ?? '';
		if (Math.abs(candidate.length - text.length) > limit) continue;
		const edits = distance(text, candidate, limit, false);
		if (edits > limit || edits === 0) continue;
		out.push({ word, similarity: typoSimilarity(edits, text.length) });
	}
}

/** Longer words whose beginning is a few typing errors away; the first letter has to be right. */
function misspeltBeginnings(
	index: TitleIndex,
	text: string,
	distance: EditDistance,
	out: WordMatch[],
): void {
	const limit = Math.min(2, editsAllowed(text.length));
	if (limit === 0 || /\d/.test(text)) return;
	const { words, wordMask } = index;
	const mask = letterMask(text);
	const first = text.charAt(0);
	for (let word = lowerBound(words, first); word < words.length; word++) {
		const candidate = words[word] ?? '';
		if (!candidate.startsWith(first)) return;
		if (candidate.length <= text.length) continue;
		if (bitCount(mask & ~(wordMask[word] ?? 0)) > limit) continue;
		const edits = distance(text, candidate, limit, true);
		if (edits > limit || edits === 0) continue;
		const whole = prefixSimilarity(text.length, candidate.length, true);
		out.push({ word, similarity: whole * typoSimilarity(edits, text.length) });
	}
}

/** All words that `text` may mean, the most similar first; a word may appear twice. */
export function matchWord(
	index: TitleIndex,
	text: string,
	isLast: boolean,
	distance: EditDistance,
): WordMatch[] {
	const matches = beginnings(index, text, isLast);
	misspellings(index, text, distance, matches);
	if (isLast) misspeltBeginnings(index, text, distance, matches);
	return matches.sort((a, b) => b.similarity - a.similarity);
}
