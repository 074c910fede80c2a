import type { Word } from './split-words.ts';

/** Roman numerals that are never a word or an initial of their own (so neither I, V nor X). */
const ROMAN: ReadonlyMap<string, string> = new Map([
	['ii', '2'],
	['iii', '3'],
	['iv', '4'],
	['vi', '6'],
	['vii', '7'],
	['viii', '8'],
	['ix', '9'],
]);
const SPELLED: ReadonlyMap<string, string> = new Map([
	['first', '1'],
	['second', '2'],
	['third', '3'],
	['fourth', '4'],
	['fifth', '5'],
]);
const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
/** `期` is what Japanese titles count seasons with. */
const SEASON: ReadonlySet<string> = new Set(['season', '期']);

const isNumber = (text: string): boolean => text >= '0' && text < ':';

function renamed(word: Word, text: string): Word {
	return { ...word, text, at: Array.from(text, () => word.start) };
}

/** `2nd` → `2`, `II` → `2` (but not as the first word: a title may be called IX). */
function plainNumbers(words: readonly Word[]): Word[] {
	const result: Word[] = [];
	for (const word of words) {
		const previous = result.at(-1);
		const touches = previous !== undefined && previous.end === word.start;
		if (touches && isNumber(previous.text) && ORDINAL_ENDINGS.has(word.text)) {
			result[result.length - 1] = { ...previous, end: word.end };
			continue;
		}
		const roman = previous === undefined ? undefined : ROMAN.get(word.text);
		result.push(roman === undefined ? word : renamed(word, roman));
	}
	return result;
}

/** `2 season`, `second season` and `s2` become `season 2`. */
function seasonFirst(words: readonly Word[]): Word[] {
	const result: Word[] = [];
	for (const word of words) {
		const previous = result.at(-1);
		if (previous !== undefined && SEASON.has(word.text)) {
			const number = isNumber(previous.text) ? previous.text : SPELLED.get(previous.text);
			if (number !== undefined) {
				result[result.length - 1] = renamed(word, 'season');
				result.push(number === previous.text ? previous : renamed(previous, number));
				continue;
			}
		}
		if (previous?.text === 's' && isNumber(word.text) && previous.end === word.start) {
			result[result.length - 1] = renamed(previous, 'season');
		}
		result.push(word);
	}
	return result;
}

/** A first season is rarely called so; without the number, both ways of asking find it. */
function withoutFirstSeason(words: readonly Word[]): readonly Word[] {
	const at = words.findIndex((word, i) => word.text === 'season' && words[i + 1]?.text === '1');
	return at > 0 ? words.filter((_, i) => i !== at && i !== at + 1) : words;
}

/** Brings the ways to number a season to one: `2nd Season`, `Season 2`, `S2`, `第2期` are `season 2`, `II` is `2`. */
export function unifyNumbering(words: readonly Word[]): readonly Word[] {
	return words.length < 2 ? words : withoutFirstSeason(seasonFirst(plainNumbers(words)));
}
