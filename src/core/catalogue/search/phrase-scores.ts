import { joinWords } from './fold.ts';
import type { NameText, TitleIndex } from './title-index.ts';

/** Shorter phrases occur inside words everywhere and are found as words anyway. */
const MIN_INSIDE = 3;

/** The words of a name as texts, in order. */
export function wordsOfName({ nameWords, words }: TitleIndex, name: number): string[] {
	const own = nameWords.values.subarray(nameWords.offsets[name], nameWords.offsets[name + 1]);
	return Array.from(own, (word) => words[word] ?? '');
}

/** Position of the last entry of ascending `starts` that is not above `offset`. */
function positionAt(starts: Uint32Array, offset: number): number {
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low;
}

/** How good it is to find the whole query in a row, by where it stands: 1 for the name itself. */
function phraseScore(at: number, share: number, startsWord: () => boolean): number {
	if (share === 1) return 1;
	if (at === 0) return 0.86 + 0.1 * share;
	return startsWord() ? 0.72 + 0.14 * share : 0.48 + 0.2 * share;
}

function visitPhrases(
	index: TitleIndex,
	{ text, starts, names }: NameText,
	phrase: string,
	visit: (name: number, score: number) => void,
): void {
	for (let found = text.indexOf(phrase); found >= 0;) {
		const position = positionAt(starts, found);
		const start = starts[position] ?? 0;
		const end = (starts[position + 1] ?? text.length) - 1;
		const name = names[position] ?? 0;
		const at = found - start;
		const share = phrase.length / (end - start);
		visit(
			name,
			phraseScore(at, share, () => joinWords(wordsOfName(index, name)).starts.includes(at)),
		);
		// The first place in a name is good enough: go on with the next name.
		found = text.indexOf(phrase, end);
	}
}

/**
 * Finds the whole query, written without gaps, in the names, wherever words begin in either:
 * `steinsgate`, `k on`, `巨人`.
 *
 * @param visit gets each name that contains it and a score of 0–1
 */
export function findPhrase(
	index: TitleIndex,
	phrase: string,
	visit: (name: number, score: number) => void,
): void {
	const isLatin = !/[^\0-\xff]/.test(phrase);
	// Short Latin phrases only count as the beginning of a name: `\n` stands before each.
	const tooShort = isLatin && phrase.length < MIN_INSIDE;
	for (const names of index.texts) {
		if (tooShort) visitBeginnings(names, phrase, visit);
		else visitPhrases(index, names, phrase, visit);
	}
}

function visitBeginnings(
	{ text, starts, names }: NameText,
	phrase: string,
	visit: (name: number, score: number) => void,
): void {
	const line = `\n${phrase}`;
	for (let found = text.indexOf(line); found >= 0; found = text.indexOf(line, found + 1)) {
		const position = positionAt(starts, found + 1);
		const end = (starts[position + 1] ?? text.length) - 1;
		const share = phrase.length / (end - found - 1);
		visit(
			names[position] ?? 0,
			phraseScore(0, share, () => true),
		);
	}
}
