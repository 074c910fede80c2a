import type { SearchableTitle } from './searchable-title.ts';

type Words = readonly string[];

/** What numbers the parts of a series, at the end of a name. */
const COUNTERS: ReadonlySet<string> = new Set(['season', 'part', 'movie', 'cour']);
/** Abbreviations are single words, and shorter than most titles. */
const MAX_ABBREVIATION = 10;

function isCounter(word: string): boolean {
	return COUNTERS.has(word) || /^\d$/.test(word);
}

/** Length of a name without the number at its end: `jjk 3` → 1, `jjk` → 1. */
function unnumberedLength(words: Words): number {
	let end = words.length;
	while (end > 0 && isCounter(words[end - 1] ?? '')) end--;
	return end;
}

/** A name without the number at its end, or `null` where it has none or nothing else. */
function withoutNumber(words: Words): Words | null {
	const end = unnumberedLength(words);
	return end > 0 && end < words.length ? words.slice(0, end) : null;
}

/** Titles by their whole romanised name; of several the one with the most members. */
function titlesByName(titles: readonly SearchableTitle[], romaji: readonly Words[]) {
	const members = (title: number | undefined): number => titles[title ?? -1]?.members ?? -1;
	const byName = new Map<string, number>();
	romaji.forEach((words, title) => {
		const key = words.join(' ');
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
 * @param folded folded words of every name of every title, the romanised name first
 * @returns further names per title index; some may be names that the title already has
 */
export function seriesNames(
	titles: readonly SearchableTitle[],
	folded: readonly (readonly Words[])[],
): Map<number, Words[]> {
	const romaji = folded.map((names) => names[0] ?? []);
	const byName = titlesByName(titles, romaji);
	const originOf = (words: Words, title: number): number | undefined => {
		let start = '';
		let origin: number | undefined;
		for (const word of words.slice(0, -1)) {
			start += start === '' ? word : ` ${word}`;
			const base = byName.get(start);
			if (base === undefined || isCounter(word)) continue;
			if ((titles[base]?.members ?? 0) * 2 >= (titles[title]?.members ?? 0)) origin = base;
		}
		return origin;
	};
	const further = new Map<number, Words[]>();
	const add = (title: number, names: readonly Words[]): void => {
		const known = further.get(title);
		if (known === undefined) further.set(title, [...names]);
		else known.push(...names);
	};
	const origins = romaji.map(originOf);
	origins.forEach((base, sequel) => {
		if (base === undefined) return;
		add(
			base,
			(folded[sequel] ?? []).map(withoutNumber).filter((words) => words !== null),
		);
	});
	origins.forEach((base, sequel) => {
		const words = romaji[sequel] ?? [];
		const number = words.slice(unnumberedLength(words));
		if (base === undefined || number.length + (romaji[base] ?? []).length !== words.length) return;
		const names = [...(folded[base] ?? []), ...(further.get(base) ?? [])].filter(
			([word = '', ...rest]) => rest.length === 0 && word.length <= MAX_ABBREVIATION,
		);
		add(
			sequel,
			names.map((name) => [...name, ...number]),
		);
	});
	return further;
}
