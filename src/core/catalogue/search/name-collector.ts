import { joinWords, type Joined } from './fold.ts';
import { initialsKey } from './initials.ts';
import { NameFolder } from './name-folder.ts';
import { seriesNames } from './series-names.ts';
import { MAIN_NAMES, type SearchableTitle, namesOf } from './searchable-title.ts';

/** Names are counted in 20 bits: far beyond any catalogue, and a key and a name fit into a double. */
export const NAME_LIMIT = 2 ** 20;

/** {@link NameCollector.slots} of a name that stems from another title. */
const INHERITED = 0xffff;

/** `(2011)` and `(TV)` tell titles apart in a catalogue; nobody has to type them. */
const DISTINCTION = /^(?:(?:19|20)\d\d|tv)$/;

/** Names written without gaps, in order of collection. */
class TextCollector {
	readonly lines: string[] = [];
	readonly starts: number[] = [];
	readonly names: number[] = [];
	readonly wordStarts: number[] = [];
	length = 1;

	add(name: number, { text, starts }: Joined): void {
		this.lines.push(text);
		for (const start of starts) this.wordStarts.push(this.length + start);
		this.starts.push(this.length);
		this.names.push(name);
		this.length += text.length + 1;
	}
}

/** The distinct names of all titles, collected one after another. */
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
	private readonly folder = new NameFolder();

	/** Texts of the word numbers in `values`. */
	get words(): readonly string[] {
		return this.folder.words;
	}

	addAll(titles: readonly SearchableTitle[]): void {
		const folded = titles.map((title) => namesOf(title).map((name) => this.folder.fold(name)));
		const further = seriesNames(titles, folded, this.words);
		folded.forEach((names, title) => {
			const seen: string[] = [];
			names.forEach((name, slot) => {
				this.add(title, slot, name, seen);
				if (this.isDistinguished(name)) this.add(title, slot, name.slice(0, -1), seen);
			});
			for (const name of further.get(title) ?? []) this.add(title, INHERITED, name, seen);
		});
	}

	private isDistinguished(name: readonly number[]): boolean {
		return name.length > 1 && DISTINCTION.test(this.words[name.at(-1) ?? 0] ?? '');
	}

	/** @param seen keys of the title's names so far: so few that looking through them beats hashing */
	private add(title: number, slot: number, numbers: readonly number[], seen: string[]): void {
		const words = numbers.map((number) => this.words[number] ?? '');
		const joined = joinWords(words);
		const { text } = joined;
		const key = `${words.length} ${text}`;
		if (text === '' || seen.includes(key)) return;
		seen.push(key);
		const name = this.titles.length;
		if (name >= NAME_LIMIT) throw new RangeError(`more than ${NAME_LIMIT} names`);
		this.titles.push(title);
		this.slots.push(slot);
		for (const number of numbers) this.values.push(number);
		this.offsets.push(this.values.length);
		(/[^\0-\xff]/.test(text) ? this.other : this.latin).add(name, joined);
		if (words.length > 1) this.addInitials(name, words, slot < MAIN_NAMES);
	}

	/** Inner initials (`tybw`) make sense for a phrase, not for the last two words. */
	private addInitials(name: number, words: readonly string[], withInner: boolean): void {
		const key = initialsKey(words, 0);
		if (key > 0) this.initials.push(key * NAME_LIMIT + name);
		if (!withInner) return;
		for (let first = 1; first + 3 <= words.length; first++) {
			const inner = initialsKey(words, first);
			if (inner > 0) this.innerInitials.push(inner * NAME_LIMIT + name);
		}
	}
}
