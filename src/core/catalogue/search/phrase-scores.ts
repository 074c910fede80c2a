import type { NameText, TitleIndex } from './title-index.ts';

/** Shorter phrases occur inside words everywhere and are found as words anyway. */
const MIN_INSIDE = 3;

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
function phraseScore(at: number, share: number, startsWord: boolean): number {
	if (share === 1) return 1;
	if (at === 0) return 0.86 + 0.1 * share;
	return startsWord ? 0.72 + 0.14 * share : 0.48 + 0.2 * share;
}

function visitPhrases(
	{ text, starts, names, wordStarts }: NameText,
	phrase: string,
	visit: (name: number, score: number) => void,
): void {
	for (let found = text.indexOf(phrase); found >= 0;) {
		const position = positionAt(starts, found);
		const start = starts[position] ?? 0;
		const end = (starts[position + 1] ?? text.length) - 1;
		const share = phrase.length / (end - start);
		const startsWord = wordStarts[found] === 1;
		visit(names[position] ?? 0, phraseScore(found - start, share, startsWord));
		found = text.indexOf(phrase, found + 1);
	}
}

/**
 * Finds the whole query, written without gaps, in the names, wherever words begin in either:
 * `steinsgate`, `k on`, `巨人`.
 *
 * @param visit gets a name and a score of 0–1 for every place where a name contains it
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
		else visitPhrases(names, phrase, visit);
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
		visit(names[position] ?? 0, phraseScore(0, share, true));
	}
}
