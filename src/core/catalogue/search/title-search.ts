import { scanApproximately } from './approximate-scan.ts';
import { foldTitle, joinWords } from './fold.ts';
import { highlight, type TextRange } from './highlight.ts';
import { findPhrase } from './phrase-scores.ts';
import { popularityOf, preferVerbatim, rankTitles, type Candidate } from './rank-titles.ts';
import { type SearchableTitle, namesOf } from './searchable-title.ts';
import { buildTitleIndex, type TitleIndex } from './title-index.ts';
import { createWordScorer } from './word-scores.ts';

/** A title that a query may mean. */
interface TitleMatch {
	/** Position in the titles that the search was made of. */
	readonly index: number;
	/** Only comparable within one answer; higher is better. */
	readonly score: number;
	/** The name that matched best, as written. */
	readonly name: string;
	/** What of that name to highlight: ascending, apart from each other, in UTF-16 units. */
	readonly ranges: readonly TextRange[];
}

/** Finds titles by what somebody types; made once for a catalogue, asked at every keystroke. */
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

/** So many of the likeliest titles are compared sign by sign. */
const VERBATIM_CANDIDATES = 12;
/** When no match is better, misspelt words that are also split differently are looked for. */
const UNSURE = 0.6;
const MIN_SCAN_LETTERS = 5;

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
			const enough = Math.max(limit, VERBATIM_CANDIDATES);
			const likely = rankTitles(index, scores.names, scores.titles, popularity, enough);
			const found = preferVerbatim(likely, titles, query.slice(0, MAX_QUERY_LENGTH));
			return found.slice(0, limit).map((candidate) => describe(candidate, words));
		},
	};
}
