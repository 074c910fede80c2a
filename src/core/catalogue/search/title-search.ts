import { scanApproximately } from './approximate-scan.ts';
import { foldTitle, joinWords } from './fold.ts';
import { highlight, type TextRange } from './highlight.ts';
import { findPhrase } from './phrase-scores.ts';
import { MAIN_NAMES, type SearchableTitle, namesOf } from './searchable-title.ts';
import { buildTitleIndex, type TitleIndex } from './title-index.ts';
import { createWordScorer } from './word-scores.ts';

/** A title that a query may mean. */
export interface TitleMatch {
	/** Position in the titles that the search was made of. */
	readonly index: number;
	/** Only comparable within one answer; higher is better. */
	readonly score: number;
	/** The name that matched best, as written. */
	readonly name: string;
	/** What of that name to highlight: ascending, apart from each other, in UTF-16 units. */
	readonly ranges: readonly TextRange[];
}

export interface TitleSearch {
	/**
	 * The titles that `query` may mean, the likeliest first; at most `limit`, none for a query
	 * without letters and digits. Meant to be called at every keystroke.
	 */
	search(query: string, limit: number): TitleMatch[];
}

/** What follows is ignored, so that no query takes long. */
const MAX_QUERY_LENGTH = 200;
const MAX_QUERY_WORDS = 16;

/** How far the most popular title may rise above the least: about a prefix above the very name. */
const POPULARITY_WEIGHT = 0.25;
const SYNONYM_FACTOR = 0.97;
/** A title is left out whose match is below this, or below this share of the best one. */
const MIN_MATCH = 0.2;
const MIN_SHARE_OF_BEST = 0.45;
/** When no match is better, misspelt words that are also split differently are looked for. */
const UNSURE = 0.6;
const MIN_SCAN_LETTERS = 5;

/** 0 (fewest members) to 1 (most), on a logarithmic scale. */
function popularityOf(titles: readonly SearchableTitle[]): Float32Array {
	const logs = Float32Array.from(titles, ({ members }) => Math.log1p(Math.max(0, members)));
	const least = logs.reduce((a, b) => Math.min(a, b), Infinity);
	const most = logs.reduce((a, b) => Math.max(a, b), 0);
	return logs.map((log) => (most > least ? (log - least) / (most - least) : 0));
}

/** Words of a query, bounded, in the spelling of the index. */
function readQuery(query: string): string[] {
	const words = foldTitle(query.slice(0, MAX_QUERY_LENGTH).normalize('NFC'));
	return words.slice(0, MAX_QUERY_WORDS).map((word) => word.text);
}

/** Raises the scores of names that hold all of `phrase` but for typing errors, across word borders. */
function addMisspeltPhrases(index: TitleIndex, phrase: string, scores: Float32Array): void {
	if (phrase.length < MIN_SCAN_LETTERS || /[^\0-\xff]/.test(phrase)) return;
	const limit = phrase.length < 8 ? 1 : phrase.length < 14 ? 2 : 3;
	for (const text of index.texts.slice(0, 1)) {
		scanApproximately(text, phrase, limit, (position, edits) => {
			const name = text.names[position] ?? 0;
			const length =
				(text.starts[position + 1] ?? text.text.length) - 1 - (text.starts[position] ?? 0);
			const share = Math.min(1, phrase.length / length);
			const score = (0.5 + 0.3 * share) * (1 - edits / phrase.length);
			scores[name] = Math.max(scores[name] ?? 0, score);
		});
	}
}

interface Candidate {
	readonly title: number;
	readonly name: number;
	readonly score: number;
}

/** The best name of every title that matches well enough, the likeliest title first. */
function rankTitles(
	index: TitleIndex,
	names: Float32Array,
	titles: Float32Array,
	popularity: Float32Array,
	limit: number,
): Candidate[] {
	const bestName = new Int32Array(index.titleCount).fill(-1);
	const bestScore = titles.slice();
	let best = 0;
	for (let name = 0; name < index.nameCount; name++) {
		const score =
			(names[name] ?? 0) * ((index.nameSlot[name] ?? 0) < MAIN_NAMES ? 1 : SYNONYM_FACTOR);
		if (score === 0) continue;
		const title = index.nameTitle[name] ?? 0;
		const known = bestName[title] ?? -1;
		if (known < 0 || score > (names[known] ?? 0)) bestName[title] = name;
		if (score > (bestScore[title] ?? 0)) bestScore[title] = score;
		if (score > best) best = score;
	}
	const least = Math.max(MIN_MATCH, best * MIN_SHARE_OF_BEST);
	const top: Candidate[] = [];
	for (let title = 0; title < index.titleCount; title++) {
		const match = bestScore[title] ?? 0;
		if (match < least) continue;
		const score = match + POPULARITY_WEIGHT * (popularity[title] ?? 0);
		if (top.length === limit && score <= (top.at(-1)?.score ?? 0)) continue;
		const place = top.findIndex((other) => other.score < score);
		top.splice(place < 0 ? top.length : place, 0, { title, name: bestName[title] ?? 0, score });
		if (top.length > limit) top.pop();
	}
	return top;
}

/**
 * A search over titles by any of their names that forgives typing errors, case, accents, word
 * order, word borders and romanisation, knows initials, and prefers the well-known title among
 * equal matches.
 *
 * Building takes about 15 µs a title; the titles are kept, not copied, and must not change.
 *
 * @throws RangeError beyond 2²⁰ names
 */
export function createTitleSearch(titles: readonly SearchableTitle[]): TitleSearch {
	const index = buildTitleIndex(titles);
	const popularity = popularityOf(titles);
	const scoreWords = createWordScorer(index);

	function describe({ title, name, score }: Candidate, words: readonly string[]): TitleMatch {
		const known = titles[title];
		const names = known === undefined ? [] : namesOf(known);
		// An inherited name is another title's: the main title stands for it.
		const text = names[index.nameSlot[name] ?? 0] ?? known?.romaji ?? '';
		return { index: title, score, name: text, ranges: highlight(text, words) };
	}

	return {
		search(query, limit) {
			const words = readQuery(query);
			if (words.length === 0 || limit < 1) return [];
			const scores = scoreWords(words);
			const phrase = joinWords(words).text;
			findPhrase(index, phrase, (name, score) => {
				if (score > (scores.names[name] ?? 0)) scores.names[name] = score;
			});
			if (!scores.names.some((score) => score > UNSURE)) {
				addMisspeltPhrases(index, phrase, scores.names);
			}
			const found = rankTitles(index, scores.names, scores.titles, popularity, limit);
			return found.map((candidate) => describe(candidate, words));
		},
	};
}
