import { joinWords, squeeze } from './fold.ts';
import { initialsKey } from './initials.ts';
import { unifyNumbering } from './numbering.ts';
import { seriesNames } from './series-names.ts';
import { type SearchableTitle, namesOf } from './searchable-title.ts';
import { splitWords, type Word } from './split-words.ts';

/** Names are counted in 20 bits: far beyond any catalogue, and a key and a name fit into a double. */
export const NAME_LIMIT = 2 ** 20;

/** {@link NameCollector.slots} of a name that stems from another title. */
export const INHERITED = 0xffff;

/** `(2011)` and `(TV)` tell titles apart in a catalogue; nobody has to type them. */
const DISTINCTION = /^(?:(?:19|20)\d\d|tv)$/;

/** Names written without gaps, in order of collection. */
class TextCollector {
	readonly lines: string[] = [];
	readonly starts: number[] = [];
	readonly names: number[] = [];
	private length = 1;

	add(name: number, text: string): void {
		this.lines.push(text);
		this.starts.push(this.length);
		this.names.push(name);
		this.length += text.length + 1;
	}
}

/** The distinct names of all titles, their words numbered in order of first appearance. */
export class NameCollector {
	readonly titles: number[] = [];
	readonly slots: number[] = [];
	/** Name n has the words `values[offsets[n]] … values[offsets[n + 1] - 1]`. */
	readonly offsets: number[] = [0];
	readonly values: number[] = [];
	readonly latin: TextCollector = new TextCollector();
	readonly other: TextCollector = new TextCollector();
	readonly initials: number[] = [];
	readonly innerInitials: number[] = [];
	readonly numbers: Map<string, number> = new Map();

	addAll(titles: readonly SearchableTitle[]): void {
		const fold = createNameFolder();
		const folded = titles.map((title) => namesOf(title).map(fold));
		const further = seriesNames(titles, folded);
		folded.forEach((names, title) => {
			const seen: string[] = [];
			names.forEach((words, slot) => {
				this.add(title, slot, words, seen);
				this.add(title, slot, withoutDistinction(words), seen);
			});
			for (const words of further.get(title) ?? []) this.add(title, INHERITED, words, seen);
		});
	}

	private add(title: number, slot: number, words: readonly string[], seen: string[]): void {
		const { text } = joinWords(words);
		// A title has so few names that looking through them beats hashing.
		const key = `${words.length} ${text}`;
		if (text === '' || seen.includes(key)) return;
		seen.push(key);
		const name = this.titles.length;
		if (name >= NAME_LIMIT) throw new RangeError(`more than ${NAME_LIMIT} names`);
		this.titles.push(title);
		this.slots.push(slot);
		for (const word of words) this.values.push(this.number(word));
		this.offsets.push(this.values.length);
		(/[^\0-\xff]/.test(text) ? this.other : this.latin).add(name, text);
		this.addInitials(name, words);
	}

	private addInitials(name: number, words: readonly string[]): void {
		for (let first = 0; first + 2 <= words.length; first++) {
			// Inner initials (`tybw`) make sense for a phrase, not for the last two words.
			if (first > 0 && first + 3 > words.length) return;
			const key = initialsKey(words, first);
			if (key > 0) (first === 0 ? this.initials : this.innerInitials).push(key * NAME_LIMIT + name);
		}
	}

	private number(word: string): number {
		let number = this.numbers.get(word);
		if (number === undefined) {
			number = this.numbers.size;
			this.numbers.set(word, number);
		}
		return number;
	}
}

function withoutDistinction(words: readonly string[]): readonly string[] {
	return words.length > 1 && DISTINCTION.test(words.at(-1) ?? '') ? words.slice(0, -1) : [];
}

/**
 * `foldTitle` without positions. A catalogue has few distinct words: each is squeezed once and
 * its text shared, which halves the time and most of the garbage.
 */
function createNameFolder(): (name: string | null) => string[] {
	const squeezed = new Map<string, string>();
	const fold = (word: Word): string => {
		let text = squeezed.get(word.text);
		if (text === undefined) {
			text = squeeze(word.text);
			squeezed.set(word.text, text);
		}
		return text;
	};
	return (name) => (name === null ? [] : unifyNumbering(splitWords(name)).map(fold));
}
