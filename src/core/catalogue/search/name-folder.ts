import { squeeze } from './fold.ts';
import { unifyNumbering } from './numbering.ts';
import { splitWords } from './split-words.ts';

/** Names of plain words, which need no look at each letter. Digits and `'` may join with letters. */
const PLAIN = /^[\x20-\x26\x28-\x2f\x3a-\x5f\x61-\x7e]*$/;
const NUMBERED = /season|\b[ivx]{2,4}\b/i;

function wordsOf(name: string): readonly string[] {
	if (PLAIN.test(name) && !NUMBERED.test(name)) return name.toLowerCase().match(/[a-z]+/g) ?? [];
	return unifyNumbering(splitWords(name)).map((word) => word.text);
}

/**
 * Folds the names of a catalogue as `foldTitle` does, but to word numbers and without positions.
 *
 * A catalogue has few distinct words, so each is squeezed and numbered once, when it first appears.
 */
export class NameFolder {
	/** Folded words by number, in order of first appearance. */
	readonly words: string[] = [];
	private readonly bySource = new Map<string, number>();
	private readonly byWord = new Map<string, number>();

	/** Word numbers of a name; none for `null`. */
	fold(name: string | null): number[] {
		return name === null ? [] : wordsOf(name).map((source) => this.numberOf(source));
	}

	private numberOf(source: string): number {
		const known = this.bySource.get(source);
		if (known !== undefined) return known;
		const word = squeeze(source);
		let number = this.byWord.get(word);
		if (number === undefined) {
			number = this.words.push(word) - 1;
			this.byWord.set(word, number);
		}
		this.bySource.set(source, number);
		return number;
	}
}
