import type { SearchableTitle } from './searchable-title.ts';

/** A folded name as word numbers. */
type Name = readonly number[];

/** What numbers the parts of a series, at the end of a name, besides digits. */
const COUNTER = /^(?:\d|season|part|movie|cour)$/;
/** Abbreviations are single words, and shorter than most titles. */
const MAX_ABBREVIATION = 10;

/** Titles by their whole romanised name; of several the one with the most members. */
function titlesByName(
	titles: readonly SearchableTitle[],
	romaji: readonly Name[],
): Map<string, number> {
	const members = (title: number | undefined): number => titles[title ?? -1]?.members ?? -1;
	const byName = new Map<string, number>();
	romaji.forEach((name, title) => {
		const key = name.join(' ');
		if (members(title) > members(byName.get(key))) byName.set(key, title);
	});
	return byName;
}

/**
 * Names that the titles of a series take over from each other.
 *
 * Catalogues list `JJK3` at one sequel, but neither `JJK` at the title that it stands for nor
 * `JJK 2` at the other sequel. A sequel is a title whose romanised name continues that of
 * an unnumbered, not much less popular title. That one takes over the sequel's names without their
 * numbers; where a sequel's name adds only a number, it takes over the abbreviations with that number.
 *
 * @param folded every name of every title as word numbers, the romanised name first
 * @param words text of each word number
 * @returns further names per title index; some may be names that the title already has
 */
export function seriesNames(
	titles: readonly SearchableTitle[],
	folded: readonly (readonly Name[])[],
	words: readonly string[],
): Map<number, Name[]> {
	const romaji = folded.map((names) => names[0] ?? []);
	const byName = titlesByName(titles, romaji);
	const isCounter = Uint8Array.from(words, (word) => (COUNTER.test(word) ? 1 : 0));
	const further = new Map<number, Name[]>();

	const add = (title: number, name: Name): void => {
		const known = further.get(title);
		if (known === undefined) further.set(title, [name]);
		else known.push(name);
	};
	/** Length of a name without the number at its end; `final season` has none. */
	const stemLength = (name: Name): number => {
		let end = name.length;
		while (end > 0 && isCounter[name[end - 1] ?? 0] === 1) end--;
		const hasDigit = name.slice(end).some((number) => /\d/.test(words[number] ?? ''));
		return hasDigit ? end : name.length;
	};
	/** The title whose name is the longest unnumbered beginning of this title's name. */
	const originOf = (title: number): number | undefined => {
		const name = romaji[title] ?? [];
		const least = (titles[title]?.members ?? 0) / 2;
		for (let length = name.length - 1; length > 0; length--) {
			if (isCounter[name[length - 1] ?? 0] === 1) continue;
			const base = byName.get(name.slice(0, length).join(' '));
			if (base !== undefined && (titles[base]?.members ?? 0) >= least) return base;
		}
		return undefined;
	};
	const isNumbered = (name: Name): boolean => isCounter[name.at(-1) ?? -1] === 1;
	const sequels = folded.flatMap((names, sequel) => {
		const base = names.some(isNumbered) ? originOf(sequel) : undefined;
		return base === undefined ? [] : [{ sequel, base, names }];
	});

	for (const { base, names } of sequels) {
		for (const name of names) {
			const length = stemLength(name);
			if (length > 0 && length < name.length) add(base, name.slice(0, length));
		}
	}
	for (const { sequel, base } of sequels) {
		const name = romaji[sequel] ?? [];
		const length = stemLength(name);
		if (length !== romaji[base]?.length) continue;
		for (const known of [...(folded[base] ?? []), ...(further.get(base) ?? [])]) {
			const isAbbreviation =
				known.length === 1 && (words[known[0] ?? 0] ?? '').length <= MAX_ABBREVIATION;
			if (isAbbreviation) add(sequel, [...known, ...name.slice(length)]);
		}
	}
	return further;
}
