import { unifyNumbering } from './numbering.ts';
import { splitWords, type Word } from './split-words.ts';

/** Doubled letters, `ou` and `tch`: spellings on which romanisations and typists disagree. */
const LONG = /([a-z])\1|ou|tch/;

/**
 * Whether `letter` after `text` only lengthens its end: `oo`, `ou`, `kk`. Digits never do, nor do
 * consonants that a word begins with: `jjk` and `xxxholic` are spelled so on purpose.
 */
function lengthens(text: string, letter: string): boolean {
	const last = text.charAt(text.length - 1);
	if (letter !== last) return last === 'o' && letter === 'u';
	if (letter < 'a' || letter > 'z') return false;
	return 'aeiou'.includes(letter) || text !== letter.repeat(text.length);
}

/** Which letters of a word stay, or `null` for all of it: `oo`, `ō`, `ou` → `o`; `cch`, `tch` → `ch`. */
function keptLetters(word: string): number[] | null {
	if (word === 'wo') return [1];
	if (!LONG.test(word)) return null;
	let text = '';
	const kept: number[] = [];
	for (let k = 0; k < word.length; k++) {
		const letter = word.charAt(k);
		if (lengthens(text, letter) || word.startsWith('tch', k)) continue;
		text += letter;
		kept.push(k);
	}
	return kept;
}

/** Shortens long vowels and doubled consonants of one word. */
export function squeeze(word: string): string {
	return keptLetters(word)?.reduce((text, k) => text + word.charAt(k), '') ?? word;
}

function squeezeWord(word: Word): Word {
	const kept = keptLetters(word.text);
	if (kept === null) return word;
	const at = kept.map((k) => word.at?.[k] ?? word.start + k);
	return { ...word, text: squeeze(word.text), at };
}

/**
 * The words of a title or query in the one spelling that the search compares: case, accents,
 * punctuation, width, kana or Latin script, vowel length, doubled letters and ways of numbering
 * seasons no longer tell them apart. The start of a folded word folds to its start, all but always,
 * so that half-typed words still match.
 */
export function foldTitle(text: string): Word[] {
	return unifyNumbering(splitWords(text)).map(squeezeWord);
}

/** Words written without gaps, and where in that text each starts. */
export interface Joined {
	readonly text: string;
	readonly starts: readonly number[];
}

/**
 * Joins folded words so that `fullmetal` equals `full metal`: a letter that only lengthens
 * the end of the word before is left out, as it would be inside a word.
 */
export function joinWords(words: readonly string[]): Joined {
	let text = '';
	const starts: number[] = [];
	for (const word of words) {
		const overlaps = lengthens(text, word.charAt(0));
		starts.push(overlaps ? text.length - 1 : text.length);
		text += overlaps ? word.slice(1) : word;
	}
	return { text, starts };
}
