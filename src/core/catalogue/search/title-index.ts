import { letterMask } from './letter-mask.ts';
import { NameCollector } from './name-collector.ts';
import type { SearchableTitle } from './searchable-title.ts';

/**
 * Lists of integers of different lengths in two typed arrays: list `i` is
 * `values[offsets[i]] … values[offsets[i + 1] - 1]`.
 */
interface Lists {
	readonly offsets: Uint32Array;
	readonly values: Uint32Array;
}

/** Names written without gaps, one per line, so that one native string search visits them all. */
export interface NameText {
	/** `\n` before each name and after the last. */
	readonly text: string;
	/** Offset of the first letter of each name in `text`, ascending. */
	readonly starts: Uint32Array;
	/** Which name stands there. */
	readonly names: Uint32Array;
	/** 1 at every offset of `text` where a word starts. */
	readonly wordStarts: Uint8Array;
	/** `letterMask` of each name. */
	readonly masks: Uint32Array;
}

/** Everything the search knows of the catalogue; about 6 MB for 12,000 titles. */
export interface TitleIndex {
	readonly titleCount: number;
	/** Distinct names: spellings that fold alike are one name of their title. */
	readonly nameCount: number;
	/** Title of each name. */
	readonly nameTitle: Uint32Array;
	/** Position of each name among the names of its title, or `INHERITED`. */
	readonly nameSlot: Uint16Array;
	/** Sum of the word weights of each name. */
	readonly nameWeight: Float32Array;
	/** Distinct words in UTF-16 order, so that words with one beginning are neighbours. */
	readonly words: readonly string[];
	readonly wordMask: Uint32Array;
	/** Rarity of each word, 0.12 (`no`, `season`) to 1. */
	readonly wordWeight: Float32Array;
	/** Names with each word, ascending, each once. */
	readonly wordNames: Lists;
	/** `initialsKey × 2²⁰ + name`, ascending, for names of two and more words. */
	readonly initials: Float64Array;
	/** The same for every later word of a main name from which three and more words are left. */
	readonly innerInitials: Float64Array;
	/** Names in Latin script, and all others: one-byte strings are searched several times faster. */
	readonly texts: readonly NameText[];
}

function finishText({ lines, starts, names, ...rest }: NameCollector['latin']): NameText {
	const wordStarts = new Uint8Array(rest.length);
	for (const offset of rest.wordStarts) wordStarts[offset] = 1;
	return {
		text: `\n${lines.join('\n')}\n`,
		starts: new Uint32Array(starts),
		names: new Uint32Array(names),
		wordStarts,
		masks: Uint32Array.from(lines, letterMask),
	};
}

/** For every word the names that have it: the transpose of `nameWords`. */
function invert(nameWords: Lists, wordCount: number): Lists {
	const nameCount = nameWords.offsets.length - 1;
	const offsets = new Uint32Array(wordCount + 1);
	const last = new Int32Array(wordCount).fill(-1);
	const eachOnce = (visit: (word: number, name: number) => void): void => {
		last.fill(-1);
		for (let name = 0; name < nameCount; name++) {
			const end = nameWords.offsets[name + 1] ?? 0;
			for (let k = nameWords.offsets[name] ?? 0; k < end; k++) {
				const word = nameWords.values[k] ?? 0;
				if (last[word] === name) continue;
				last[word] = name;
				visit(word, name);
			}
		}
	};
	eachOnce((word) => (offsets[word + 1] = (offsets[word + 1] ?? 0) + 1));
	for (let w = 0; w < wordCount; w++) offsets[w + 1] = (offsets[w + 1] ?? 0) + (offsets[w] ?? 0);
	const values = new Uint32Array(offsets[wordCount] ?? 0);
	const next = offsets.slice();
	eachOnce((word, name) => {
		const at = next[word] ?? 0;
		values[at] = name;
		next[word] = at + 1;
	});
	return { offsets, values };
}

/** Inverse document frequency, scaled so that a word of at most 20 names weighs 1. */
function rarity(names: number, nameCount: number): number {
	const commonest = Math.log(Math.max(2, nameCount / 20));
	return Math.min(1, Math.max(0.12, Math.log(nameCount / names) / commonest));
}

/** Renumbers words in their UTF-16 order. */
function sortVocabulary(collector: NameCollector): { words: string[]; nameWords: Lists } {
	const words = collector.words.toSorted();
	const ranks = new Map(words.map((word, rank) => [word, rank]));
	const rankOf = Uint32Array.from(collector.words, (word) => ranks.get(word) ?? 0);
	const values = new Uint32Array(collector.values);
	for (let k = 0; k < values.length; k++) values[k] = rankOf[values[k] ?? 0] ?? 0;
	return { words, nameWords: { offsets: new Uint32Array(collector.offsets), values } };
}

function rarities({ offsets }: Lists, nameCount: number): Float32Array {
	const weights = new Float32Array(offsets.length - 1);
	for (let w = 0; w < weights.length; w++) {
		weights[w] = rarity((offsets[w + 1] ?? 0) - (offsets[w] ?? 0), nameCount);
	}
	return weights;
}

/** Sum of the weights of the words of every name. */
function weighNames({ offsets, values }: Lists, wordWeight: Float32Array): Float32Array {
	const weights = new Float32Array(offsets.length - 1);
	for (let name = 0; name < weights.length; name++) {
		const end = offsets[name + 1] ?? 0;
		let sum = 0;
		for (let k = offsets[name] ?? 0; k < end; k++) sum += wordWeight[values[k] ?? 0] ?? 0;
		weights[name] = sum;
	}
	return weights;
}

/**
 * Builds the search index of a catalogue.
 *
 * @throws RangeError beyond 2²⁰ names
 */
export function buildTitleIndex(titles: readonly SearchableTitle[]): TitleIndex {
	const collector = new NameCollector();
	collector.addAll(titles);
	const nameCount = collector.titles.length;
	const { words, nameWords } = sortVocabulary(collector);
	const wordNames = invert(nameWords, words.length);
	const wordWeight = rarities(wordNames, nameCount);
	return {
		titleCount: titles.length,
		nameCount,
		nameTitle: new Uint32Array(collector.titles),
		nameSlot: new Uint16Array(collector.slots),
		nameWeight: weighNames(nameWords, wordWeight),
		words,
		wordMask: Uint32Array.from(words, letterMask),
		wordWeight,
		wordNames,
		initials: new Float64Array(collector.initials).sort(),
		innerInitials: new Float64Array(collector.innerInitials).sort(),
		texts: [finishText(collector.latin), finishText(collector.other)],
	};
}
